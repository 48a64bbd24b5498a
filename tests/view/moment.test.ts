import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { BEATS } from '../../src/model/phase.ts';
import { beatsOf, settling } from '../../src/view/beats.ts';
import { glyphOf } from '../../src/view/glyph.ts';
import type { LanePlan, Mode, RiverPlan, StagePlan, Still } from '../../src/view/plan.ts';
import { particlesFor } from '../../src/playback/run-scale.ts';
import { momentAt, run, scale, stillAt, SIZES } from './stills.ts';

const MODES: readonly Mode[] = ['sequence', 'step', 'overlap', 'stream', 'widths', 'rest'];
const laneOf = (plan: StagePlan, from: string, kind: string, to: string): number => plan.still.lanes.findIndex((lane) => lane.key === `${from}/${kind}/${to}`);

describe('when beats are told', () => {
  it('slow months are 23 % each and 8 % rest, one after another', () => {
    const { income, finance, goods, settle } = beatsOf('sequence', BEATS);
    expect([income.end, finance.end, goods.end, settle.end]).toEqual([0.23, 0.46, 0.69, 0.92]);
    expect([finance.start, goods.start, settle.start]).toEqual([0.23, 0.46, 0.69]);
  });
  it('faster ones overlap', () => {
    const { income, finance, goods, settle } = beatsOf('overlap', BEATS);
    expect([income, finance, goods, settle].map(({ start, end }) => [start, end])).toEqual([[0, 0.34], [0.2, 0.54], [0.4, 0.74], [0.6, 0.94]]);
  });
  it('stepping gives each busy beat the same time and leaves the empty ones out', () => {
    const beats = beatsOf('step', ['income', 'goods', 'settle']);
    expect(beats.goods).toEqual({ start: 1 / 3, end: 2 / 3 });
    expect(beats.finance.end - beats.finance.start).toBe(0);
  });
  it('deciding is told in the first tenth of finance', () => {
    const { decide, finance } = beatsOf('sequence', BEATS);
    expect(decide.start).toBe(finance.start);
    expect(decide.end).toBeCloseTo(finance.start + 0.023, 10);
  });
});

const carriersOf = (still: Still): (LanePlan | RiverPlan)[] => [...still.lanes, ...still.rivers];

describe('particles', () => {
  it('leave and arrive within their beat', () => {
    for (const mode of ['sequence', 'overlap', 'step'] as const)
      for (const edge of [0, 0.0001, 1]) {
        const beats = beatsOf(mode, BEATS);
        const still = stillAt(6);
        for (const beat of BEATS) {
          const { start, end } = beats[beat];
          if (end <= start) continue;
          const only = (u: number): number => {
            const plan = momentAt(6, u, mode, still);
            return plan.particles.filter((particle) => {
              const lane = carriersOf(still)[particle.lane]!;
              return BEATS.every((other) => other === beat || lane.beats[other] === 0) && lane.beats[beat] > 0;
            }).length;
          };
          if (edge === 0) expect(only(Math.max(0, start - 1e-6)), `${beat} before`).toBe(start === 0 ? only(0) : 0);
          else if (edge === 1) expect(only(end + 1e-6), `${beat} after`).toBe(0);
        }
      }
  });

  it('stand for the money: number × size × quantum is the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000_000 }), (amount) => {
        const { count, radius } = particlesFor(scale, amount);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(12);
        if (radius <= 1.5 || radius >= 7) return; // held at the limits of what can be seen
        const shown = count * (radius / 3.2) ** 2 * scale.quantum;
        expect(Math.abs(shown / amount - 1)).toBeLessThan(1e-9);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('travel once each: over a beat every lane shows as many as its amount is worth', () => {
    const still = stillAt(6);
    for (const [index, lane] of carriersOf(still).entries()) {
      if (lane.beats.income === 0) continue;
      const { count } = particlesFor(scale, lane.beats.income);
      const middle = momentAt(6, 0.115 * 0.999, 'sequence', still).particles.filter((particle) => particle.lane === index);
      expect(middle.length, lane.key).toBe(count); // all have left, none has arrived
    }
  });

  it('stay on their lanes', () => {
    const plan = momentAt(6, 0.3, 'sequence');
    for (const { lane, x, y } of plan.particles) {
      const { path } = carriersOf(plan.still)[lane]!;
      const near = path.xs.some((px, i) => Math.abs(px - x) + Math.abs(path.ys[i]! - y) < path.total / 20);
      expect(near).toBe(true);
    }
  });

  it('flow on from month to month in a stream', () => {
    const still = stillAt(5);
    const [end, start] = [momentAt(5, 0.999999, 'stream', still), momentAt(5, 0, 'stream', still)];
    expect(end.particles.length).toBe(start.particles.length);
    const near = (a: StagePlan['particles'][number]): boolean => start.particles.some((b) => b.lane === a.lane && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 0.1);
    const alone = end.particles.filter((particle) => !near(particle));
    // only those that have just arrived are not where one of the next month is
    expect(alone.length).toBeLessThanOrEqual(new Set(end.particles.map((particle) => particle.lane)).size);
  });

  it('are absent at rest, with widths only and in a single phase', () => {
    expect(momentAt(6, 0.4, 'rest').particles).toEqual([]);
    expect(momentAt(6, 0.4, 'widths').particles).toEqual([]);
    expect(momentAt(6, 1, 'sequence').particles).toEqual([]);
  });
});

describe('the picture', () => {
  it('is a function of its arguments', () => {
    fc.assert(
      fc.property(fc.nat({ max: 11 }), fc.integer({ min: 0, max: 100 }), fc.constantFrom(...MODES), fc.nat({ max: 11 }), (tick, percent, mode, between) => {
        const first = JSON.stringify(momentAt(tick, percent / 100, mode));
        momentAt(between, 0.37, 'overlap');
        expect(JSON.stringify(momentAt(tick, percent / 100, mode))).toBe(first);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('holds a finite place and size for everything', () => {
    for (const mode of MODES)
      for (const u of [0, 0.1, 0.24, 0.5, 0.83, 0.95, 1]) {
        const text = JSON.stringify(momentAt(10, u, mode), (_, value: unknown) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${mode} at ${u}: ${value}`);
          return value;
        });
        expect(text.length).toBeGreaterThan(1000);
      }
  });

  it('begins with the books of the month before and ends with its own', () => {
    const still = stillAt(8);
    const index = still.nodes.findIndex((node) => node.id === 'coreweave');
    const { radius } = still.nodes[index]!;
    const at = (u: number) => momentAt(8, u, 'sequence', still).moments[index]!.glyph;
    expect(at(0)).toEqual(glyphOf(run.frames[7]!.state, 'coreweave', scale, radius));
    expect(at(0.95)).toEqual(glyphOf(run.frames[8]!.state, 'coreweave', scale, radius));
    expect(at(1)).toEqual(at(0.95));
  });

  it('moves books only in the last three tenths of a beat', () => {
    expect([0, 0.5, 0.7, 0.85, 1].map(settling).map((share) => Math.round(share * 100))).toEqual([0, 0, 0, 50, 100]);
    const still = stillAt(8);
    const glyphs = (u: number): string => JSON.stringify(momentAt(8, u, 'sequence', still).moments.map((moment) => moment.glyph));
    expect(glyphs(0.15)).toBe(glyphs(0));
    expect(glyphs(0.22)).not.toBe(glyphs(0));
  });

  it('empties the ring of who defaults while the month is settled, not before', () => {
    const still = stillAt(10);
    const index = still.nodes.findIndex((node) => node.id === 'start-ups');
    const ring = (u: number): number => momentAt(10, u, 'sequence', still).moments[index]!.ring;
    expect(ring(0.5)).toBe(0.2);
    expect(ring(1)).toBe(0);
    expect(momentAt(11, 1, 'rest').moments[index]!.ring).toBe(0);
  });

  it('turns lanes of the failed hollow one after another', () => {
    const found = stillAt(10);
    expect(found.lanes.some((lane) => lane.hollowing === 0)).toBe(true);
    // a failure of three lanes, the second and third of which pay a part
    const still = { ...found, lanes: found.lanes.map((lane, nth) => ({ ...lane, ...(nth < 3 ? { hollowing: nth, solid: nth / 5 } : { hollowing: null }) })) };
    const lost = still.lanes.slice(0, 3).map((lane, index) => ({ lane, index }));
    const solid = (u: number): number[] => lost.map(({ index }) => momentAt(10, u, 'sequence', still).laneSolid[index]!);
    expect(solid(0.5).every((share) => share === 1)).toBe(true);
    // how far each has come on its way to what was paid of it
    const midway = solid(0.8).map((share, nth) => (1 - share) / (1 - lost[nth]!.lane.solid));
    expect(midway[0]!).toBeGreaterThan(midway.at(-1)!);
    expect([...midway].sort((a, b) => b - a)).toEqual(midway);
    expect(solid(1)).toEqual(lost.map(({ lane }) => lane.solid));
  });

  it('leaves what was paid in the month of a failure as it is, and says of the rest what was missing', () => {
    const still = stillAt(10);
    const near = still.lanes.filter((lane) => lane.from === 'start-ups' || lane.to === 'start-ups');
    const paid = near.filter((lane) => lane.amount > 0 && lane.missing === 0);
    expect(paid.length).toBeGreaterThan(0);
    expect(paid.every((lane) => lane.solid === 1 && lane.hollowing === null)).toBe(true);
    const missed = near.filter((lane) => lane.missing > 0).sort((a, b) => b.missing - a.missing);
    expect(missed.length).toBeGreaterThan(0);
    expect(still.texts.some((text) => text.role === 'amount' && text.on === missed[0]!.key && text.tone === 'trouble')).toBe(true);
  });

  it('shows of a missed payment the paid share solid', () => {
    const still = stillAt(8);
    const index = laneOf(momentAt(8, 1, 'rest', still), 'start-ups', 'cash', 'other-neoclouds');
    const plan = momentAt(8, 1, 'rest', still);
    const lane = still.lanes[index]!;
    expect(lane.missing).toBeGreaterThan(0);
    expect(plan.laneSolid[index]!).toBeCloseTo(lane.amount / (lane.amount + lane.missing), 10);
    expect(momentAt(8, 0.3, 'sequence', still).laneSolid[index]!).toBe(1);
  });

  it('brings in each amount with the beat it belongs to, and all of them at rest', () => {
    const still = stillAt(8, SIZES[1]);
    const amounts = (u: number, mode: Mode): number => momentAt(8, u, mode, still).textAlpha.filter((alpha, index) => still.texts[index]!.role === 'amount' && alpha > 0).length;
    const all = still.texts.filter((text) => text.role === 'amount').length;
    expect(amounts(0, 'sequence')).toBe(0);
    expect(amounts(0.2, 'sequence')).toBeGreaterThan(0);
    expect(amounts(0.2, 'sequence')).toBeLessThan(all);
    expect(amounts(0.93, 'sequence')).toBe(all);
    expect(amounts(0.5, 'stream')).toBe(0);
    expect(amounts(1, 'stream')).toBe(all);
  });
});
