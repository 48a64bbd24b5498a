import { describe, expect, test } from 'vitest';
import type { Frame, Run } from '../../src/model/frame.ts';
import { alignOn, BY_TICK, extraLosses, firstDivergentDecision, measureDeltas, measureSeries, partyDifferences, tooSmallToTell, whereTheyPart, type ExtraLoss } from '../../src/playback/index.ts';
import { rechain } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const base = syntheticRun();
const rescued = syntheticRun({ rescued: true });
const poorer = syntheticRun({ demand: { from: 5, level: 0.5 } });

/** The run with one month's decisions changed, signed anew. */
function withDecisions(run: Run, tick: number, change: (frame: Frame) => Frame['phases'][number]['decisions']): Run {
  const frames = run.frames.map((frame) => (frame.tick === tick ? { ...frame, phases: frame.phases.map((record) => (record.phase === 'decide' ? { ...record, decisions: change(frame) } : record)) } : frame));
  return { header: run.header, frames: rechain(frames, run.header) };
}
const decisionsAt = (frame: Frame) => frame.phases.find((record) => record.phase === 'decide')!.decisions;

describe('two histories', () => {
  test('that are the same never part', () => {
    expect(whereTheyPart(base, syntheticRun())).toBeNull();
    expect(firstDivergentDecision(base, syntheticRun())).toBeNull();
    expect(partyDifferences(base.frames[11]!.state, syntheticRun().frames[11]!.state)).toEqual([]);
  });

  test('part in the month and phase in which the first thing differs', () => {
    expect(whereTheyPart(base, rescued)).toEqual({ tick: 8, phase: 'settle' });
    expect(whereTheyPart(base, poorer)).toEqual({ tick: 5, phase: 'shock' });
    expect(whereTheyPart(poorer, base)).toEqual({ tick: 5, phase: 'shock' });
  });

  test('name the first decision that was taken otherwise, its rule and what each side saw', () => {
    const bolder = withDecisions(base, 6, (frame) =>
      decisionsAt(frame).map((decision) => (decision.actor === 'coreweave' ? { ...decision, params: { amount: 900_000_000, rate: 900 }, because: { ...decision.because, inputs: { cashMonths: 1.4, extra: 1 } } } : decision)),
    );
    const found = firstDivergentDecision(base, bolder)!;
    expect([found.tick, found.key, found.actor, found.a!.because.rule, found.b!.params['amount']]).toEqual([6, 'coreweave/borrow/banks', 'coreweave', 'neocloud.fundOrders', 900_000_000]);
    expect(found.inputs).toEqual([{ name: 'cashMonths', a: 2.1, b: 1.4 }, { name: 'extra', a: null, b: 1 }]);
    expect(found.params.map(({ name, b }) => [name, b])).toEqual(expect.arrayContaining([['amount', 900_000_000]]));
    expect(found.params.every(({ a, b }) => a !== b)).toBe(true);
  });

  test('name a decision that one side did not take at all', () => {
    const without = withDecisions(base, 7, (frame) => decisionsAt(frame).filter((decision) => decision.type !== 'cut'));
    expect(firstDivergentDecision(base, without)).toMatchObject({ tick: 7, key: 'start-ups/cut/compute', a: { type: 'cut' }, b: null, inputs: [{ name: 'runway', a: 2.4, b: null }] });
    expect(firstDivergentDecision(without, base)).toMatchObject({ tick: 7, a: null, b: { type: 'cut' } });
  });

  test('do not call it another decision when only what was seen differs', () => {
    const other = withDecisions(base, 3, (frame) => decisionsAt(frame).map((decision) => ({ ...decision, because: { ...decision.because, inputs: { gap: 0.5 } } })));
    expect(firstDivergentDecision(base, other)).toBeNull();
  });

  test('ring the parties that stand otherwise, changed states first', () => {
    const differences = partyDifferences(base.frames[11]!.state, rescued.frames[11]!.state);
    expect(differences[0]).toMatchObject({ party: 'start-ups', weight: 1, regions: [{ region: 'solvency', a: 'inDefault', b: 'hedge' }], debt: 500_000_000 });
    expect(differences.map((each) => each.party)).toContain('private-credit');
    expect(differences.map((each) => each.party)).not.toContain('gaming');
    const lender = differences.find((each) => each.party === 'private-credit')!;
    const [a, b] = [base.frames[11]!.state.accounts['private-credit']!, rescued.frames[11]!.state.accounts['private-credit']!];
    expect(lender.worth).toBe(b.cash + b.loans - a.cash - a.loans);
    const weights = differences.map((each) => each.weight);
    expect(weights).toEqual([...weights].sort((x, y) => y - x));
  });

  test('have a table of extra losses by holder that agrees with the books', () => {
    const losses = extraLosses(base, rescued, 11);
    expect(losses.at(-1)).toEqual({ holder: 'private-credit', a: { credit: 500_000_000, marks: 0, deadweight: 0 }, b: { credit: 0, marks: 0, deadweight: 0 }, extra: -500_000_000 });
    // the debtor, whose debt was forgiven, lost nothing by that
    expect(losses.some((loss) => loss.holder === 'start-ups')).toBe(false);
    expect(extraLosses(base, rescued, 9)).toEqual([]);
  });

  test('are set beside each other by the month in which the same thing happened', () => {
    const later = syntheticRun({ demand: { from: 2, level: 0.9 } });
    const key = 'nvidia/tranchePaid/openai';
    expect(alignOn(base, later, key)).toEqual({ offset: 0, event: key });
    const early: Run = { header: base.header, frames: rechain(base.frames.map((frame) => ({ ...frame, phases: frame.phases.map((record) => ({ ...record, events: record.events.filter((event) => !(frame.tick === 4 && event.key === key)) })) })), base.header) };
    const aligned = alignOn(base, early, key)!;
    expect(aligned).toEqual({ offset: 4, event: key });
    expect(alignOn(base, rescued, 'start-ups/default/settlement')).toBeNull();
    const dearer: Run = { ...base, frames: base.frames.map((frame) => ({ ...frame, measures: { ...frame.measures, lossesByHolder: { ...frame.measures.lossesByHolder, nvidia: { credit: 0, marks: 5, deadweight: 0 } } } })) };
    expect(extraLosses(base, dearer, 1)).toEqual([{ holder: 'nvidia', a: { credit: 0, marks: 0, deadweight: 0 }, b: { credit: 0, marks: 10, deadweight: 0 }, extra: 0 }]);
    const sized = (extra: number, marks: number): ExtraLoss => ({ holder: String(extra), a: { credit: 0, marks: 0, deadweight: 0 }, b: { credit: extra, marks, deadweight: 0 }, extra });
    const all = [sized(5_000_000_000, 0), sized(-6_000_000, 0), sized(4_000_000, 0), sized(-6, 0), sized(0, 900_000_000_000), sized(0, 0)];
    expect(all.filter((loss) => tooSmallToTell(loss, all)).map((loss) => loss.extra)).toEqual([4_000_000, -6, 0]);
    expect(extraLosses(base, base, 7, aligned).find((loss) => loss.holder === 'private-credit')).toMatchObject({ extra: 500_000_000 });
    expect(firstDivergentDecision(base, early, BY_TICK)).toBeNull();
    expect(firstDivergentDecision(base, early, aligned)).toMatchObject({ tick: 0, key: 'microsoft/buy/vendor' });
  });

  test('have every figure of a month on both sides', () => {
    const [a, b] = [base.frames[9]!.measures, poorer.frames[9]!.measures];
    const deltas = measureDeltas(a, b);
    expect(deltas.find((delta) => delta.path === 'vendor.revenue')).toEqual({ path: 'vendor.revenue', a: a.vendor.revenue, b: b.vendor.revenue, delta: b.vendor.revenue - a.vendor.revenue });
    expect(deltas.find((delta) => delta.path === 'circularity.enabled')).toEqual({ path: 'circularity.enabled', a: null, b: null, delta: null });
    expect(deltas.some((delta) => delta.path.startsWith('actors'))).toBe(false);
    expect(measureSeries(base, 'debtRank.r2012')).toEqual(base.frames.map((frame) => frame.measures.debtRank.r2012));
    expect(measureSeries(base, 'no.such.figure')).toEqual(base.frames.map(() => null));
  });
});
