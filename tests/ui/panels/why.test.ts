import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/causes.ts';
import { webOf } from '../../../src/explain/fold.ts';
import { findTarget } from '../../../src/explain/question.ts';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { defaultNear } from '../../../src/ui/panels/why.tsx';
import { datesBoxes, foldToFit, planWhy, SMALLEST, spreadOut, unitOf } from '../../../src/ui/panels/why-fit.ts';
import { story } from '../../explain/story.ts';
import { tinyRun } from '../../fixtures/tiny-run.ts';

describe('Why, when nothing was asked about, means', () => {
  const chronicle = story(
    { tick: 3, id: 'first', type: 'default', actor: 'openai', short: { first: 5 } },
    { tick: 7, id: 'second', type: 'default', actor: 'coreweave', short: { second: 5 } },
    { tick: 9, id: 'third', type: 'default', actor: 'openai', short: { third: 5 } },
  );
  it('the default at or nearest before the month looked at', () => {
    expect([3, 6, 7, 8, 40].map((tick) => defaultNear(chronicle, tick, null))).toEqual(['first', 'first', 'second', 'second', 'third']);
  });
  it('the first to come where none has been yet', () => expect(defaultNear(chronicle, 1, null)).toBe('first'));
  it('one of the actor looked at, if it ever defaults', () => {
    expect(defaultNear(chronicle, 8, 'openai')).toBe('first');
    expect(defaultNear(chronicle, 2, 'coreweave')).toBe('second');
    expect(defaultNear(chronicle, 8, 'nvidia')).toBe('second');
  });
  it('of several in one month the one its news names', () => {
    const twice = story({ tick: 3, id: 'small', type: 'default', actor: 'openai', short: { small: 5 } }, { tick: 3, id: 'large', type: 'default', actor: 'coreweave', short: { large: 9 } });
    expect([null, 'small', 'large', 'elsewhere'].map((news) => defaultNear(twice, 5, null, news))).toEqual(['large', 'small', 'large', 'large']);
    expect(defaultNear(twice, 5, 'coreweave', 'small')).toBe('large');
  });
  it('nothing where nobody defaults', () => expect(defaultNear(story({ tick: 2, id: 'shock', type: 'shock' }), 2, null)).toBeNull());
});

describe('A chain of causes', () => {
  const links = Array.from({ length: 11 }, (_, nth) => ({ tick: nth, id: `link-${nth}`, type: 'missedPayment' as const, actor: 'openai', because: nth === 0 ? [] : [`link-${nth - 1}`] }));
  const chronicle = story(...links, { tick: 11, id: 'end', type: 'default', actor: 'coreweave', short: { 'link-10': 900, 'link-4': 400 } });
  const found = findTarget(chronicle, { event: 'end' });
  if (!found.ok) throw new Error('no end');
  const web = webOf(explain(chronicle, found.target));
  const speaker = makeSpeaker('en', tinyRun(1).header.scenario);
  it.each([[1246, 330], [990, 300], [1000, 420]])('is folded until it can be seen at once in %i×%i pixels', (width, height) => {
    const room = { width, height, unit: 1, plain: height, sight: height };
    const shown = foldToFit(web, speaker, room);
    const plan = planWhy(shown, speaker, { width: 0, height: 0, unit: 1 });
    expect(plan.width * SMALLEST).toBeLessThanOrEqual(width);
    expect(plan.height * SMALLEST).toBeLessThanOrEqual(height);
    expect(shown.web.nodes.length).toBeGreaterThanOrEqual(4);
  });
  it('shows more where there is more room', () => {
    const boxes = (width: number): number => foldToFit(web, speaker, { width, height: 500, unit: 1, plain: 500, sight: 500 }).web.nodes.length;
    expect(boxes(2400)).toBeGreaterThan(boxes(1000));
  });
  // four things of four months, as webs of real histories are: not all of them cause each other
  const broad = story(
    { tick: 2, id: 'fall', type: 'shock' },
    { tick: 5, id: 'lent', type: 'lenderLoss', actor: 'banks' },
    { tick: 7, id: 'sales', type: 'revenueFell', actor: 'openai', because: ['fall'] },
    { tick: 9, id: 'refused', type: 'refused', actor: 'openai', because: ['fall', 'lent'] },
    { tick: 11, id: 'end', type: 'default', actor: 'openai', short: { refused: 900, sales: 400, fall: 30 } },
  );
  const broadWeb = webOf(explain(broad, broad.find('end')!));
  it.each([
    ['a projector of 1280×720', 1246, 52, 363, 430, 24 / 14],
    ['one of 1024×768', 990, 60, 405, 470, 24 / 14],
  ])('is seen at once where only what is written under it has to be scrolled to: %s', (_name, width, height, plain, sight, unit) => {
    const room = { width, height, plain, sight, unit };
    const shown = foldToFit(broadWeb, speaker, room);
    const plan = planWhy(shown, speaker, room);
    expect(plan.width * unitOf(plan, room)).toBeLessThanOrEqual(width);
    expect(plan.height * unitOf(plan, room)).toBeLessThanOrEqual(plain);
    expect(unitOf(plan, room)).toBeGreaterThanOrEqual(unit * SMALLEST);
    expect(shown.web.nodes.length).toBeGreaterThanOrEqual(4);
  });
  it('lets boxes of several months share a column before it is folded further, and they say their months then', () => {
    const room = { width: 700, height: 330, plain: 330, sight: 330, unit: 1 };
    const shown = foldToFit(broadWeb, speaker, room);
    expect(datesBoxes(shown)).toBe(true);
    expect(shown.web.nodes.length).toBe(5);
    expect(datesBoxes(foldToFit(broadWeb, speaker, { ...room, width: 1400 }))).toBe(false);
  });
  it.each([
    ['a projector with no room to speak of', 1246, 52, 60, 430, 24 / 14],
    ['a telephone', 358, 120, 160, 420, 1],
    ['a telephone with larger letters', 358, 120, 160, 420, 16 / 14],
  ])('runs down where it cannot be seen at once, as wide as its room at most: %s', (_name, width, height, plain, sight, unit) => {
    const room = { width, height, plain, sight, unit };
    const shown = foldToFit(web, speaker, room);
    const plan = planWhy(shown, speaker, room);
    expect(shown.down).toBe(true);
    expect(plan.width * unitOf(plan, room)).toBeLessThanOrEqual(width);
    // every effect stands below its cause
    const at = (id: string) => plan.boxes.find((box) => box.node.id === id)!;
    for (const { cause, effect } of shown.web.edges) expect(at(effect).y).toBeGreaterThan(at(cause).y + at(cause).height);
    // letters never become smaller for it than they may be
    expect(unitOf(plan, room)).toBeGreaterThanOrEqual(unit * SMALLEST);
    // unfolded it is longer, and no wider
    const all = spreadOut(web, speaker, room);
    const long = planWhy(all, speaker, room);
    expect(all.web).toBe(web);
    expect(long.width * unitOf(long, room)).toBeLessThanOrEqual(width);
  });
  it('stays readable where there is no room for it, and scrolls', () => {
    const shown = foldToFit(web, speaker, { width: 200, height: 100, unit: 1, plain: 100, sight: 100 });
    expect(shown.box).toBe(188);
    expect(shown.web.nodes.length).toBeGreaterThan(4);
  });
});
