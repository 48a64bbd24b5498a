import { describe, expect, it } from 'vitest';
import { box, boxesMeet, boxInside, boxMeetsDisc, boxToDisc } from '../../src/view/geometry.ts';
import type { Still } from '../../src/view/plan.ts';
import { laneParts, lanesOfMonth } from '../../src/playback/lane-book.ts';
import { crowdedRun } from './crowd.ts';
import { baseYaml, run, SIZES, stillAt, groundOf, type Setting, layoutRequest } from './stills.ts';

/** Pairs of texts whose boxes meet, and texts on a disc that is not their own. */
function collisions(still: Still): string[] {
  const found: string[] = [];
  still.texts.forEach((a, i) => {
    for (const b of still.texts.slice(i + 1)) if (boxesMeet(a.box, b.box)) found.push(`month ${still.tick}: “${a.text}” meets “${b.text}”`);
    for (const node of still.nodes)
      if (node.shape === 'ring' && boxMeetsDisc(a.box, node.x, node.y, node.radius)) found.push(`month ${still.tick}: “${a.text}” lies on ${node.id}`);
  });
  return found;
}

const settings: readonly (Setting & { language: 'en' | 'zh' })[] = SIZES.flatMap((size) => (['en', 'zh'] as const).map((language) => ({ ...size, language })));

/** The stage on a telephone held upright, and on one held across. */
const CRAMPED: readonly (Setting & { language: 'en' | 'zh' })[] = [{ width: 390, height: 438 }, { width: 844, height: 338 }].flatMap((size) => (['en', 'zh'] as const).map((language) => ({ ...size, language })));
/** Under a tall lesson bar, embedded, on a telephone, and beside another picture. */
const LITTLE: readonly Setting[] = [{ width: 1024, height: 397 }, { width: 800, height: 220 }, ...CRAMPED, { width: 512, height: 450 }];
/** What a long answer may leave of the stage where little more than it is shown. */
const STRIPS: readonly Setting[] = [{ width: 800, height: 260 }, { width: 800, height: 190 }, { width: 600, height: 190 }, { width: 390, height: 200 }, { width: 1024, height: 240 }];
/** Forty words a picture: if more had ground of their own, lanes would be taken for dashes. */
const still40 = (): number => 40 * settings.length * run.frames.length;

describe('what is written', () => {
  for (const setting of settings) {
    it(`never overlaps in any month at ${setting.width}×${setting.height} in ${setting.language}`, () => {
      expect(run.frames.flatMap((frame) => collisions(stillAt(frame.tick, setting)))).toEqual([]);
    });
    it(`never overlaps whoever is selected at ${setting.width}×${setting.height} in ${setting.language}`, () => {
      const found = run.header.scenario.parties.flatMap((party) => collisions(stillAt(9, setting, { selected: { kind: 'actor', id: party.id } })));
      expect(found).toEqual([]);
    });
    it(`never overlaps on a projector at ${setting.width}×${setting.height} in ${setting.language}`, () => {
      expect(run.frames.flatMap((frame) => collisions(stillAt(frame.tick, { ...setting, projector: true })))).toEqual([]);
    });
  }

  for (const setting of CRAMPED)
    it(`never overlaps on a telephone of ${setting.width}×${setting.height} in ${setting.language}, where nobody stands on anybody`, () => {
      expect(run.frames.flatMap((frame) => collisions(stillAt(frame.tick, setting)))).toEqual([]);
      const { nodes } = stillAt(6, setting);
      const meeting = nodes.flatMap((a, i) => nodes.slice(i + 1).filter((b) => boxesMeet(a.box, b.box)).map((b) => `${a.id} meets ${b.id}`));
      expect(meeting).toEqual([]);
      expect(nodes.filter((node) => node.named && node.shape === 'ring').length).toBeGreaterThan(4);
    });

  it('is never struck out: where a lane runs under a word on bare ground, the word has ground of its own', () => {
    let covered = 0;
    for (const setting of settings)
      for (const frame of run.frames) {
        const still = stillAt(frame.tick, setting);
        covered += still.grounds.length;
        const bare = still.texts.filter((text) => text.role === 'name' || text.role === 'state' || text.role === 'column');
        const struck = bare.filter(({ box: word }) => still.lanes.some((lane) => lane.bundle === null && lane.path.xs.some((x, i) => boxMeetsDisc(word, x, lane.path.ys[i]!, lane.width / 2))) && !still.grounds.some((ground) => boxInside(word, ground)));
        expect(struck.map((text) => text.text)).toEqual([]);
      }
    expect(covered).toBeGreaterThan(run.frames.length);
    expect(covered).toBeLessThan(still40());
  });

  it('stays inside the frame', () => {
    for (const setting of settings)
      for (const frame of run.frames) {
        const outside = stillAt(frame.tick, setting).texts.filter((text) => !boxInside(text.box, box(0, 0, setting.width, setting.height)));
        expect(outside.map((text) => text.text)).toEqual([]);
      }
  });

  it('shows amounts in every month', () => {
    for (const frame of run.frames) expect(stillAt(frame.tick).texts.filter((text) => text.role === 'amount').length).toBeGreaterThanOrEqual(4);
  });

  it('says of a missed payment what was paid of what was due', () => {
    expect(stillAt(8).texts.filter((text) => text.tone === 'trouble' && text.role === 'amount').map((text) => text.text)).toEqual(['$25.7M of $103M paid']);
  });

  it('names at most ten actors on a projector, the selected one always', () => {
    for (const id of ['xai', 'developers', 'other-neoclouds']) {
      const still = stillAt(9, { ...SIZES[1], projector: true }, { selected: { kind: 'actor', id } });
      const named = still.nodes.filter((node) => node.shape === 'ring' && node.named);
      expect(named.length).toBeLessThanOrEqual(10);
      expect(named.map((node) => node.id)).toContain(id);
    }
  });

  it('names whom it deals with before others that are larger', () => {
    for (const id of ['xai', 'developers', 'other-neoclouds', 'private-credit']) {
      const still = stillAt(9, { ...SIZES[1], projector: true }, { selected: { kind: 'actor', id } });
      const partners = still.nodes.filter((node) => node.shape === 'ring' && !node.dim);
      expect(partners.length, id).toBeGreaterThan(1);
      expect(partners.filter((node) => node.named).length, id).toBe(Math.min(10, partners.length));
    }
  });

  it('names in little room whoever is selected, and whom it deals with', () => {
    for (const size of LITTLE)
      for (const { id } of run.header.scenario.parties) {
        const still = stillAt(9, size, { selected: { kind: 'actor', id } });
        const lit = still.nodes.filter((node) => node.shape === 'ring' && !node.dim);
        const nameless = lit.filter((node) => !node.named).map((node) => node.id);
        expect(nameless, `${id} at ${size.width}×${size.height}`).not.toContain(id);
        expect(nameless.length, `${id} at ${size.width}×${size.height}`).toBeLessThan(2);
      }
  });

  it('names in little room and on a projector whoever is selected, also where its plate is too small for a name', () => {
    let nameless = 0;
    for (const size of [...LITTLE, ...STRIPS, ...SIZES.map((each) => ({ ...each, projector: true }))])
      for (const { id } of run.header.scenario.parties) {
        const place = groundOf(size).layout.places.get(id);
        if (place === undefined) continue;
        const still = stillAt(9, size, { selected: { kind: 'actor', id } });
        const own = still.texts.filter((text) => text.role === 'plate' ? text.id.split('/')[1] === id : text.role === 'name' && text.id.endsWith(`/${id}`));
        expect(own.map(({ text }) => text).join(' ').replaceAll(' ', ''), `${id} at ${size.width}×${size.height}`).toBe(layoutRequest(size).words.party(id).replaceAll(' ', ''));
        expect(own.every(({ box: word, dim }) => !dim && boxInside(word, box(0, 0, size.width, size.height)))).toBe(true);
        if (place.name.length > 0) continue;
        nameless += 1;
        // where there is any room, on no other words and on nobody who has not stepped back
        if (size.height < 300) continue;
        const covered = [...still.texts.filter((text) => !own.includes(text)), ...still.nodes.filter((node) => !node.dim && node.id !== id)].filter((each) => own.some((word) => boxesMeet(word.box, each.box)));
        expect(covered.map((each) => each.id), `${id} at ${size.width}×${size.height}`).toEqual([]);
        expect(stillAt(9, size).texts.some((text) => text.id.endsWith(`/${id}`))).toBe(false);
      }
    expect(nameless).toBeGreaterThan(10);
  });

  it('writes the amount of what is being said before all others, and names both ends', () => {
    // on an upright telephone all of a way may lie between names and discs
    for (const size of LITTLE.filter(({ width }) => width > 400))
      for (const spoken of ['nvidia/equity/openai', 'amazon/cash/nvidia']) {
        const carries = run.frames.find((frame) => lanesOfMonth(frame).has(spoken));
        expect(carries, spoken).toBeDefined();
        for (const selected of [null, { kind: 'actor', id: 'meta' }] as const) {
          const still = stillAt(carries!.tick, size, { spoken: [{ key: spoken, part: null }], selected });
          expect(still.texts.find((text) => text.role === 'amount')?.on, `${spoken} at ${size.width}×${size.height}`).toBe(spoken);
          // while nothing is selected nobody has stepped back whom a name could stand on
          if (selected === null) continue;
          const { from, to } = laneParts(spoken);
          for (const id of [from, to]) expect(still.nodes.find((node) => node.id === id), `${id} at ${size.width}×${size.height}`).toMatchObject({ named: true, dim: false });
        }
      }
  });

  it('writes of one payment among several how much it is of all, and of all of it just the amount', () => {
    const key = 'amazon/cash/nvidia';
    const frame = run.frames.find((each) => lanesOfMonth(each).has(key))!;
    const { amount } = lanesOfMonth(frame).get(key)!;
    const said = (part: number | null, language: 'en' | 'zh' = 'en'): string | undefined => stillAt(frame.tick, { ...SIZES[1], language }, { spoken: [{ key, part }] }).texts.find((text) => text.on === key)?.text;
    const { dollars } = layoutRequest(SIZES[1]).words;
    expect(said(Math.round(amount / 4))).toBe(`${dollars(Math.round(amount / 4))} of ${dollars(amount)}`);
    expect(said(Math.round(amount / 4), 'zh')).toMatch(/美元中的/);
    expect([said(amount), said(null)]).toEqual([dollars(amount), dollars(amount)]);
  });

  it('says beside a lender what it lost this month, once the month is told, in the words of the reader and free of everything else', () => {
    const lost = (tick: number, actor: string): number =>
      run.frames[tick]!.phases.flatMap((record) => record.events).reduce((sum, event) => sum + (event.type === 'lenderLoss' && event.actor === actor ? Number(event.data['loss']) : 0), 0);
    const seen = new Set<string>();
    for (const setting of settings)
      for (const { tick } of run.frames) {
        const still = stillAt(tick, setting);
        const { words } = layoutRequest(setting);
        const said = still.texts.filter(({ id }) => id.startsWith('loss/'));
        expect(said.length).toBeLessThanOrEqual(3);
        for (const { id, text, box } of said) {
          const actor = id.slice('loss/'.length);
          seen.add(actor);
          expect(text).toBe(words.lost(lost(tick, actor)));
          const away = (node: { x: number; y: number; radius: number }): number => boxToDisc(box, node.x, node.y, node.radius);
          const [nearest] = still.nodes.filter(({ shape }) => shape === 'ring').sort((a, b) => away(a) - away(b));
          expect(nearest!.id === actor || still.ties.some(({ from }) => from.x >= box.x && from.x <= box.x + box.width && from.y >= box.y && from.y <= box.y + box.height), `${tick}, ${actor}`).toBe(true);
        }
        if (said.length > 0) expect(collisions(still)).toEqual([]);
        expect(stillAt(tick, setting, { told: false }).texts.filter(({ id }) => id.startsWith('loss/'))).toEqual([]);
      }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('sets signs beside who is better or worse off than in the other history, free of everything else', () => {
    const other = crowdedRun(baseYaml, { demand: { from: 1, level: 0.3 } });
    let signs = 0;
    for (const setting of settings)
      for (const frame of run.frames) {
        const still = stillAt(frame.tick, setting, { other: other.frames[frame.tick]!.state });
        expect(collisions(still)).toEqual([]);
        const marked = still.texts.filter((text) => text.role === 'difference');
        signs += marked.length;
        for (const { text, tone } of marked) expect(text).toMatch(tone === 'relief' ? /^▲ \+/ : /^▼ −/);
      }
    expect(signs).toBeGreaterThan(20);
    expect(stillAt(5, SIZES[0], { other: run.frames[5]!.state }).texts.filter((text) => text.role === 'difference')).toEqual([]);
  });

  it('rings who stands otherwise than in the other history, in both pictures, with amounts in one', () => {
    const other = crowdedRun(baseYaml, { demand: { from: 1, level: 0.3 } });
    const [here, there] = [run.frames[9]!.state, other.frames[9]!.state];
    const ringed = (still: ReturnType<typeof stillAt>): string[] => still.nodes.filter((node) => node.differs).map((node) => node.id);
    const plain = stillAt(9, SIZES[0], { other: there, amounts: false });
    const measured = stillAt(9, SIZES[0], { other: there });
    expect(ringed(plain).length).toBeGreaterThan(2);
    expect(ringed(measured)).toEqual(ringed(plain));
    expect(plain.texts.filter((text) => text.role === 'difference')).toEqual([]);
    expect(ringed(stillAt(9, SIZES[0], { after: there, other: here }))).toEqual(ringed(plain));
    // in the same books a state of the statechart is difference enough
    const distressed = { ...here, machines: { ...here.machines, xai: { ...here.machines['xai']!, value: { ...here.machines['xai']!.value, solvency: 'distressed' } } } };
    expect(ringed(stillAt(9, SIZES[0], { other: distressed }))).toEqual(['xai']);
    expect(ringed(stillAt(9, SIZES[0]))).toEqual([]);
  });

  it('names in little room who fails in the other history', () => {
    const small = { ...SIZES[1], width: 512, height: 390 };
    const named = (still: ReturnType<typeof stillAt>): boolean => still.nodes.find((node) => node.id === 'start-ups')!.named;
    const well = run.frames[5]!.state;
    const failed = { ...well, machines: { ...well.machines, 'start-ups': { ...well.machines['start-ups']!, value: { ...well.machines['start-ups']!.value, solvency: 'failed' } } } };
    expect([named(stillAt(5, small)), named(stillAt(5, small, { other: failed }))]).toEqual([false, true]);
  });

  it('calls a default one in its month even if it was restructured before the month closed', () => {
    const frame = run.frames[10]!;
    const machines = { ...frame.state.machines, 'start-ups': { ...frame.state.machines['start-ups']!, value: { growth: 'racing', customChip: 'buying', solvency: 'resolved' } } };
    const resolved = { ...frame.state, machines };
    const word = (tick: number): string | undefined => stillAt(tick, SIZES[0], { after: resolved }).texts.find((text) => text.id === 'state/start-ups')?.text;
    expect(word(10)).toBe('in default');
    expect(word(11)).toBe('resolved');
  });

  it('puts a failed actor’s condition into a word, and not before the month has been settled', () => {
    const word = (told: boolean): string | undefined => stillAt(10, SIZES[0], { told }).texts.find((text) => text.id === 'state/start-ups')?.text;
    expect(word(true)).toBe('in default');
    expect(word(false)).toBe('hedge');
  });
});

describe('ways', () => {
  it('pass under no other actor', () => {
    for (const setting of SIZES) {
      const still = stillAt(6, setting);
      const under = still.lanes.flatMap((lane) =>
        still.nodes.filter((node) => node.id !== lane.from && node.id !== lane.to && node.shape === 'ring' && lane.path.xs.some((x, i) => boxMeetsDisc(box(x, lane.path.ys[i]!, 0, 0), node.x, node.y, node.radius * 0.8))).map((node) => `${lane.key} under ${node.id}`),
      );
      expect(under).toEqual([]);
    }
  });

  it('never leave the stage, on small ones either', () => {
    for (const size of [...SIZES, ...LITTLE, ...STRIPS])
      for (const selected of [null, ...run.header.scenario.parties.map(({ id }) => ({ kind: 'actor' as const, id }))]) {
        const { lanes, rivers } = stillAt(9, size, { selected });
        const room = box(0, 0, size.width, size.height);
        const outside = [...lanes, ...rivers].filter(({ path, width }) => path.xs.some((x, i) => !boxInside(box(x - width / 2, path.ys[i]! - width / 2, width, width), room)));
        expect(outside.map(({ key }) => key), `${size.width}×${size.height}`).toEqual([]);
      }
  });

  it('pass under nobody in a low strip either, where nobody stands on anybody', () => {
    for (const size of STRIPS) {
      const { nodes } = stillAt(9, size);
      expect(nodes.flatMap((a, i) => nodes.slice(i + 1).filter((b) => boxesMeet(a.box, b.box)).map((b) => `${a.id} meets ${b.id}`)), `${size.width}×${size.height}`).toEqual([]);
      for (const selected of [null, ...run.header.scenario.parties.map(({ id }) => ({ kind: 'actor' as const, id }))]) {
        const still = stillAt(9, size, { selected });
        const under = still.lanes.flatMap((lane) =>
          still.nodes.filter((node) => node.id !== lane.from && node.id !== lane.to && node.shape === 'ring' && lane.path.xs.some((x, i) => boxMeetsDisc(box(x, lane.path.ys[i]!, 0, 0), node.x, node.y, node.radius * 0.8))).map((node) => `${lane.key} under ${node.id}`),
        );
        expect(under, `${size.width}×${size.height}`).toEqual([]);
      }
    }
  });

  it('start at one rim and end at the other', () => {
    const still = stillAt(6);
    const at = new Map(still.nodes.map((node) => [node.id, node]));
    for (const lane of still.lanes)
      for (const [id, x, y] of [[lane.from, lane.path.xs[0]!, lane.path.ys[0]!], [lane.to, lane.path.xs.at(-1)!, lane.path.ys.at(-1)!]] as const) {
        const node = at.get(id)!;
        if (node.shape !== 'ring') continue;
        const away = Math.sqrt((x - node.x) ** 2 + (y - node.y) ** 2) - node.radius;
        expect(away, `${lane.key} at ${id}`).toBeGreaterThan(0);
        expect(away, `${lane.key} at ${id}`).toBeLessThan(20);
      }
  });

  it('do not depend on the month', () => {
    const paths = (tick: number): Map<string, number> => new Map(stillAt(tick).lanes.map((lane) => [lane.key, lane.path.xs[24] ?? 0]));
    const [early, late] = [paths(1), paths(2)];
    const moved = [...early].filter(([key, x]) => late.has(key) && Math.abs(late.get(key)! - x) > 25).map(([key]) => key);
    expect(moved).toEqual([]);
  });

  it('are the same there and back', () => {
    const { routes } = groundOf(SIZES[0]);
    const [there, back] = [routes.between('openai', 'microsoft'), routes.between('microsoft', 'openai')];
    expect([...back.xs].reverse()).toEqual(there.xs);
  });
});
