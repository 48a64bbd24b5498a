import { describe, expect, it } from 'vitest';
import { runsFast } from '../../src/ui/hover-card.tsx';
import { hoverSaying, MOST_ROWS, type HoverSaying } from '../../src/ui/hover-saying.ts';
import { pointedThing, type Pointed } from '../../src/view/pointed.ts';
import type { Still, Target } from '../../src/view/plan.ts';
import type { Language } from '../../src/words/language.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { run, stillAt } from '../view/stills.ts';

function pointedAt(still: Still, target: Target, phase: number | null = null, height = 490): Pointed | null {
  const thing = pointedThing(still, target);
  return thing === null ? null : { thing, scenario: run.header.scenario, frame: run.frames[still.tick]!, phase, at: { x: 0, y: 0 }, room: { width: 960, height } };
}
const sayOf = (still: Still, target: Target, language: Language = 'en'): HoverSaying => hoverSaying(pointedAt(still, target)!, makeSpeaker(language, run.header.scenario));
const actor = (id: string): Target => ({ kind: 'actor', id });
const lane = (key: string): Target => ({ kind: 'lane', key });
const textsOf = ({ rows }: HoverSaying): string[] => rows.map(({ text, amount }) => (amount === null ? text : `${text} ${amount}`));

describe('what the mouse is told', () => {
  it('of an actor: its whole name, its kind, its condition, its cash and what each of its marks means', () => {
    const still = stillAt(10);
    const said = sayOf(still, actor('start-ups'));
    expect(said.title).toBe('AI start-ups');
    expect(said.kind).toBe('AI lab');
    expect(textsOf(said)).toContain('in default');
    // whoever has failed has no months of cash
    expect(textsOf(said).join()).not.toMatch(/cash/);
    expect(textsOf(sayOf(still, actor('coreweave')))).toContain('cash for 0.5 months');
    for (const node of still.nodes) {
      const marks = sayOf(still, actor(node.id)).rows.filter(({ glyph }) => glyph?.kind === 'mark');
      expect(marks.length, node.id).toBe(node.badges.length);
      for (const { text } of marks) expect(text, node.id).toMatch(/^[A-Z][A-Za-z -]+$/);
    }
  });

  it('of a lane: who pays whom, how much, what is missing or promised, and for what', () => {
    const seen = { partPaid: 0, promised: 0, purposes: 0, chips: 0 };
    for (const frame of run.frames) {
      const still = stillAt(frame.tick);
      for (const drawn of still.lanes) {
        const said = sayOf(still, lane(drawn.key));
        const texts = textsOf(said);
        expect(said.title.split(' → ').length, drawn.key).toBe(2);
        if (drawn.missing > 0 && drawn.amount > 0) seen.partPaid += Number(/ of .* paid$/.test(texts[0]!));
        if (drawn.promise !== null) seen.promised += Number(texts.some((text) => /promised|backstop|still to draw/.test(text)));
        if (drawn.kind === 'gpu' && drawn.units > 0) seen.chips += Number(/GPUs$/.test(texts[0]!));
        if (drawn.amount > 0) seen.purposes += Number(texts.length > 1);
        expect(texts.join('; '), drawn.key).not.toMatch(/undefined|NaN|\$0$/);
      }
    }
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
  });

  it('of several drawn as one: who they are, the largest first, and the rest counted', () => {
    let rivers = 0;
    for (const frame of run.frames) {
      const still = stillAt(frame.tick);
      for (const river of still.rivers) {
        const target: Target = { kind: 'bundle', key: river.key };
        const [whole, ...each] = sayOf(still, target).rows;
        expect(whole!.glyph).toEqual({ kind: 'lane', lane: river.kind });
        // the same words stand on the picture wherever they find room
        const written = still.texts.find(({ id }) => id === `bundle/${river.key}`)?.text;
        if (written !== undefined) expect(whole!.text).toBe(written);
        expect(each.length, river.key).toBe(Math.min(river.lanes.length, MOST_ROWS.high + 1));
        rivers += 1;
        const low = hoverSaying(pointedAt(still, target, null, 190)!, makeSpeaker('en', run.header.scenario));
        expect(low.rows.length).toBeLessThanOrEqual(MOST_ROWS.low + 2);
        if (river.lanes.length > MOST_ROWS.low + 1) expect(low.rows.at(-1)!.text).toBe(`${river.lanes.length - MOST_ROWS.low} more`);
      }
    }
    expect(rivers).toBeGreaterThan(0);
    const still = stillAt(8);
    const [from, to] = [still.lanes[0]!.from, still.lanes[0]!.to];
    const both = sayOf(still, { kind: 'bundle', key: from < to ? `${from}|${to}` : `${to}|${from}` });
    expect(both.title).toContain(' ⇄ ');
    expect(both.rows.length).toBeGreaterThan(0);
  });

  it('of a single phase only what ran in it', () => {
    const whole = stillAt(8);
    const paid = whole.lanes.find((drawn) => drawn.amount > 0 && sayOf(whole, lane(drawn.key)).rows.length > 1)!;
    const speaker = makeSpeaker('en', run.header.scenario);
    const quiet = hoverSaying(pointedAt(stillAt(8, undefined, { phase: 0 }), lane(paid.key), 0)!, speaker);
    expect(textsOf(quiet)).toEqual(['nothing moves here']);
  });

  it('in Chinese without a word of English but names', () => {
    const still = stillAt(10);
    for (const target of [...still.nodes.map(({ id }) => actor(id)), ...still.lanes.map(({ key }) => lane(key)), ...still.rivers.map(({ key }): Target => ({ kind: 'bundle', key }))])
      for (const { text } of sayOf(still, target, 'zh').rows) expect(text.replace(/GPU|AI|AMD|CoreWeave|OpenAI|Anthropic|xAI|Alphabet|Meta|REIT/g, '')).not.toMatch(/[A-Za-z]{3}/);
  });

  it('nothing of what this month does not draw', () => {
    expect(pointedThing(stillAt(8), actor('nobody'))).toBeNull();
    expect(pointedThing(stillAt(8), lane('nobody/cash/nvidia'))).toBeNull();
    expect(pointedThing(stillAt(8), { kind: 'bundle', key: 'nobody|nvidia' })).toBeNull();
  });

  it('nothing while months pass faster than one can read', () => {
    expect(runsFast({ moving: 'playing', speed: 'max' })).toBe(true);
    expect(runsFast({ moving: 'playing', speed: 4 })).toBe(true);
    expect(runsFast({ moving: 'playing', speed: 0.5 })).toBe(false);
    expect(runsFast({ moving: 'still', speed: 'max' })).toBe(false);
  });
});
