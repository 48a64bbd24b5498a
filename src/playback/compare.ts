/**
 * Two histories side by side: where they part, which decision was the first to differ and what each side saw, whom it
 * made richer or poorer. Months are matched by tick, or by the month in which the same thing happened in both.
 */
import type { AccountRow } from '../model/account.ts';
import type { Decision, Event } from '../model/decision.ts';
import { sameValue } from '../model/fold.ts';
import type { Change, Frame, Header, Run } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import type { Phase } from '../model/phase.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { changesInForce } from './branch.ts';
import { WEIGHT, type EventMark } from './events.ts';

/** Month t of A is set beside month t + offset of B. */
export interface Alignment {
  readonly offset: number;
  /** Key of the event both were aligned on; null for calendar time. */
  readonly event: string | null;
}
export const BY_TICK: Alignment = { offset: 0, event: null };

/** Sets the month of an event in A beside that of the same event in B; null when one of them never has it. */
export function alignOn(a: Run, b: Run, key: string): Alignment | null {
  const [first, second] = [a, b].map((run) => run.frames.find((frame) => frame.phases.some((record) => record.events.some((event) => event.key === key)))?.tick);
  return first === undefined || second === undefined ? null : { offset: second - first, event: key };
}

/** The same from what the timelines keep of both, when their months are not all in memory. */
export function alignMarks(a: readonly EventMark[], b: readonly EventMark[], key: string): Alignment | null {
  const [first, second] = [a, b].map((marks) => marks.find((mark) => mark.key === key)?.tick);
  return first === undefined || second === undefined ? null : { offset: second - first, event: key };
}

/** Does the first stand on the same scenario and seed as the second, with changes of its own? Then the second is what it is set against. */
export function isBranchOf(branch: Header, run: Header): boolean {
  return changesInForce(branch).length > changesInForce(run).length && branch.seed === run.seed && branch.scenarioDigest === run.scenarioDigest;
}

/** Parameters that the first has otherwise than the second, of the same scenario, with the values of the first; none of two scenarios. */
export function changedParameters(changed: Header, plain: Header): readonly Change[] {
  if (changed.scenario.id !== plain.scenario.id) return [];
  const { parameters } = plain.scenario;
  return Object.entries(changed.scenario.parameters).flatMap(([path, { value }]) => (parameters[path] !== undefined && parameters[path].value !== value ? [{ kind: 'set' as const, path, value }] : []));
}

/** Whether the first is the second with something changed, from a month on or from the beginning. Then what the change did is the first less the second. */
export function isChangeOf(changed: Header, plain: Header): boolean {
  return isBranchOf(changed, plain) || changedParameters(changed, plain).length > 0;
}

/** Events that happen in both, by key, each with the first of them in A: those that turn a story first, then by time. */
export function commonEvents(a: Run, b: Run): readonly Event[] {
  const theirs = new Set(b.frames.flatMap((frame) => frame.phases.flatMap((record) => record.events.map((event) => event.key))));
  const ours = new Map<string, Event>();
  for (const frame of a.frames) for (const record of frame.phases) for (const event of record.events) if (WEIGHT[event.type] >= 2 && theirs.has(event.key) && !ours.has(event.key)) ours.set(event.key, event);
  return [...ours.values()].sort((x, y) => WEIGHT[y.type] - WEIGHT[x.type]);
}

export interface Parting {
  readonly tick: Tick;
  /** The phase after which the states differ for the first time. */
  readonly phase: Phase;
}

/** The first month, and in it the first phase, in which the two differ; null when they never do. */
export function whereTheyPart(a: Run, b: Run): Parting | null {
  for (let tick = 0; tick < Math.min(a.frames.length, b.frames.length); tick++) {
    const [first, second] = [a.frames[tick]!, b.frames[tick]!];
    const phase = first.phases.find((record, index) => record.digest !== second.phases[index]?.digest);
    if (phase !== undefined) return { tick, phase: phase.phase };
    if (first.stateDigest !== second.stateDigest) return { tick, phase: 'close' };
  }
  return null;
}

export interface DecisionDifference {
  /** Tick in A's time. */
  readonly tick: Tick;
  readonly key: string;
  readonly actor: PartyId;
  /** Null where that side did not take it. */
  readonly a: Decision | null;
  readonly b: Decision | null;
  /** What each side saw, by name of the input, where that differs; null where a side did not look. */
  readonly inputs: readonly NamedPair[];
  /** Amounts and dates that both chose, but not the same; empty where one side chose nothing. */
  readonly params: readonly NamedPair[];
}

export interface NamedPair {
  readonly name: string;
  readonly a: number | null;
  readonly b: number | null;
}

/** Whether both begin alike: then it is by the calendar that one of them leaves the other, however they are lined up. */
export function beginAlike(a: Run, b: Run): boolean {
  return a.header.seed === b.header.seed && a.header.scenarioDigest === b.header.scenarioDigest;
}

/** The first decision that one side took otherwise: not at all, of another kind, by another rule or in another amount. */
export function firstDivergentDecision(a: Run, b: Run, { offset }: Alignment = BY_TICK): DecisionDifference | null {
  for (const frame of a.frames) {
    const other = b.frames[frame.tick + offset];
    if (other === undefined) continue;
    const found = divergentDecisions(frame, other)[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** Decisions of a month that differ, in the order in which A took them, then those only B took. */
export function divergentDecisions(a: Frame, b: Frame): DecisionDifference[] {
  const ours = decisionsOf(a);
  const theirs = decisionsOf(b);
  const differences: DecisionDifference[] = [];
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [mine, other] = [ours.get(key) ?? null, theirs.get(key) ?? null];
    if (mine !== null && other !== null && sameChoice(mine, other)) continue;
    differences.push({ tick: a.tick, key, actor: (mine ?? other)!.actor, a: mine, b: other, inputs: differentFigures(mine?.because.inputs, other?.because.inputs), params: mine === null || other === null ? [] : differentFigures(mine.params, other.params) });
  }
  return differences;
}

function decisionsOf(frame: Frame): Map<string, Decision> {
  return new Map(frame.phases.flatMap((record) => record.decisions.map((decision) => [decision.key, decision] as const)));
}

function sameChoice(a: Decision, b: Decision): boolean {
  return a.type === b.type && a.because.rule === b.because.rule && sameValue(a.params, b.params);
}

/** Numbers of two lists, by name, that are not the same; what is no number, or not there, is null. */
function differentFigures(a: Decision['params'] = {}, b: Decision['params'] = {}): NamedPair[] {
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => ({ name, a: number(a[name]), b: number(b[name]) })).filter((each) => each.a !== each.b);
}

export interface PartyDifference {
  readonly party: PartyId;
  /** Regions of its statechart in another state: what each side says. */
  readonly regions: readonly { readonly region: string; readonly a: string | null; readonly b: string | null }[];
  /** B less A, dollars. */
  readonly cash: Dollars;
  readonly debt: Dollars;
  /** Assets less liabilities, B less A. */
  readonly worth: Dollars;
  /** The largest of these against the larger side's assets; 1 where a state differs. */
  readonly weight: number;
}

/** Parties that stand otherwise in two states, the most different first: those that get a ring. */
export function partyDifferences(a: World, b: World): PartyDifference[] {
  const differences: PartyDifference[] = [];
  for (const party of new Set([...Object.keys(a.accounts), ...Object.keys(b.accounts)])) {
    const [mine, other] = [a.accounts[party], b.accounts[party]];
    const [ours, theirs] = [a.machines[party]?.value ?? {}, b.machines[party]?.value ?? {}];
    const regions = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
      .map((region) => ({ region, a: ours[region] ?? null, b: theirs[region] ?? null }))
      .filter((each) => each.a !== each.b);
    const cash = (other?.cash ?? 0) - (mine?.cash ?? 0);
    const debt = (other?.debt ?? 0) - (mine?.debt ?? 0);
    const worth = worthOf(other) - worthOf(mine);
    if (regions.length === 0 && cash === 0 && debt === 0 && worth === 0) continue;
    const size = Math.max(1, assetsOf(mine), assetsOf(other));
    const weight = regions.length > 0 ? 1 : Math.min(1, Math.max(Math.abs(cash), Math.abs(debt), Math.abs(worth)) / size);
    differences.push({ party, regions, cash, debt, worth, weight });
  }
  return differences.sort((x, y) => y.weight - x.weight || Math.abs(y.worth) - Math.abs(x.worth) || (x.party < y.party ? -1 : 1));
}

const assetsOf = (row: AccountRow | undefined): Dollars =>
  row === undefined ? 0 : row.cash + row.receivables + row.prepaid + row.loans + row.deposits + row.stakes + row.gpus + row.inventory + row.buildings + row.construction + row.other;
/** What a party owns less what it owes; own shares are not a debt. */
const worthOf = (row: AccountRow | undefined): Dollars => (row === undefined ? 0 : assetsOf(row) - row.payables - row.customerDeposits - row.debt - row.depositsTaken - row.money);

export interface MeasureDelta {
  /** Dotted, e.g. `circularity.traced`. */
  readonly path: string;
  readonly a: number | null;
  readonly b: number | null;
  /** B less A; null where one side has no figure. */
  readonly delta: number | null;
}

/** Every figure of the month on both sides, actors' own left out. */
export function measureDeltas(a: Measures, b: Measures): MeasureDelta[] {
  const [ours, theirs] = [figuresOf(a), figuresOf(b)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((path) => {
    const [mine, other] = [ours.get(path) ?? null, theirs.get(path) ?? null];
    return { path, a: mine, b: other, delta: mine === null || other === null ? null : other - mine };
  });
}

/** One figure through time, for a chart; null where it has none. */
export function measureSeries(run: Run, path: string): (number | null)[] {
  return run.frames.map((frame) => figuresOf(frame.measures).get(path) ?? null);
}

const PER_PARTY: ReadonlySet<string> = new Set(['actors', 'lossesByHolder', 'vendorRevenueByOrigin']);
function figuresOf(measures: Measures): Map<string, number | null> {
  const figures = new Map<string, number | null>();
  const collect = (value: object, prefix: string): void => {
    for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
      if (prefix === '' && PER_PARTY.has(name)) continue;
      if (typeof inner === 'number' || inner === null) figures.set(prefix + name, inner);
      else if (typeof inner === 'object') collect(inner, `${prefix}${name}.`);
    }
  };
  collect(measures, '');
  return figures;
}

export interface Losses {
  /** Claims written off, net of own debts forgiven in the month. */
  readonly credit: Dollars;
  /** Falls of stakes, chips and buildings, months in which they rose left out. */
  readonly marks: Dollars;
  readonly deadweight: Dollars;
}
export interface ExtraLoss {
  readonly holder: PartyId;
  readonly a: Losses;
  readonly b: Losses;
  /** Lost for good, claims written off and value lost in bankruptcy: B less A. Marks come and go with prices and are no part of it. */
  readonly extra: Dollars;
}

/** What each holder lost on both sides up to a month of A; who lost more for good on side B first, who was spared most last. */
export function extraLosses(a: Run, b: Run, tick: Tick, { offset }: Alignment = BY_TICK): ExtraLoss[] {
  const ours = lossesUpTo(a, tick);
  const theirs = lossesUpTo(b, tick + offset);
  const none: Losses = { credit: 0, marks: 0, deadweight: 0 };
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .map((holder) => {
      const [mine, other] = [ours.get(holder) ?? none, theirs.get(holder) ?? none];
      return { holder, a: mine, b: other, extra: forGood(other) - forGood(mine) };
    })
    .filter(({ a: mine, b: other }) => (['credit', 'marks', 'deadweight'] as const).some((kind) => mine[kind] !== other[kind]))
    .sort((x, y) => y.extra - x.extra || (x.holder < y.holder ? -1 : 1));
}

/** Too small to be told beside the others: under a thousandth of the largest, in what is lost for good and in marks. */
export function tooSmallToTell(loss: ExtraLoss, losses: readonly ExtraLoss[]): boolean {
  return [(each: ExtraLoss) => Math.abs(each.extra), (each: ExtraLoss) => Math.abs(each.b.marks - each.a.marks)].every((size) => size(loss) * 1000 < Math.max(1, ...losses.map(size)));
}

const forGood = (losses: Losses): Dollars => losses.credit + losses.deadweight;

/** The measures' losses by holder (own shares taken out, gains left out), added up month by month. */
function lossesUpTo(run: Run, tick: Tick): Map<PartyId, Losses> {
  const losses = new Map<PartyId, Losses>();
  for (const { measures } of run.frames.slice(0, Math.max(0, tick + 1)))
    for (const [holder, own] of Object.entries(measures.lossesByHolder)) {
      const sum = losses.get(holder) ?? { credit: 0, marks: 0, deadweight: 0 };
      losses.set(holder, { credit: sum.credit + own.credit, marks: sum.marks + own.marks, deadweight: sum.deadweight + own.deadweight });
    }
  return losses;
}
