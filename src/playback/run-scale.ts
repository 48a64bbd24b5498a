/**
 * The scales of a picture, fixed over the whole run, or over both runs of a comparison: what one pixel of width, one
 * particle and one pixel of radius stand for, and which lanes are always drawn.
 */
import type { World } from '../model/world.ts';
import type { Header } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import { ASSETS } from '../model/account.ts';
import { isActorKind } from '../model/party.ts';
import { LaneBook, laneKey, laneParts, type LaneKey, type MonthOfFlows } from './lane-book.ts';
import { chooseRivers, type River } from './rivers.ts';

export const WIDEST_LANE = 14;
export const MOST_PARTICLES = 12;
export const BASE_LANES = 24;
/** Lanes of chips drawn beside the purchases that paid for them. */
export const CHIP_LANES = 4;
export const NODE_RADIUS = { least: 20, most: 54 } as const;

export interface RunScale {
  /** Dollars a month that a lane of 14 px carries: the 99th percentile of lane-months. */
  readonly widest: Dollars;
  /** Dollars one particle stands for. */
  readonly quantum: Dollars;
  /** Peak AI assets of each actor over the run, and of the largest. */
  readonly peakAssets: { readonly [actor: PartyId]: Dollars };
  readonly largestAssets: Dollars;
  /** Peak of everything an actor owns, or owes if that is more: the full height of its balance sheet. */
  readonly peakBooks: { readonly [actor: PartyId]: Dollars };
  /** Lanes drawn in every month of the run, ordered by key. */
  readonly lanes: readonly LaneKey[];
  /** What runs beside them, several lanes in one. */
  readonly rivers: readonly River[];
  /** Widest each of them ever gets, pixels: the room its way needs. */
  readonly widths: { readonly [lane: LaneKey]: number };
  /** Whether the scale was read from finished runs, or from the scenario before its first run. */
  readonly settled: boolean;
}

/** What a scale is read from: a recorded run, or one that was only run through. */
export interface RunOfFlows {
  readonly header: Pick<Header, 'scenario' | 'opening'>;
  readonly frames: readonly (MonthOfFlows & { readonly state: Accounts })[];
}
type Accounts = Pick<World, 'accounts'>;

/** Nearest-rank percentile; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** The nearest of 1, 2, 5 × 10ⁿ, at least 1. */
export function round125(value: number): number {
  if (!(value > 1)) return 1;
  let unit = 1;
  while (unit * 10 <= value) unit *= 10;
  const lead = value / unit;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * unit;
}

/** Everything an actor has in the AI economy: all assets but its core business. */
export function aiAssets(state: Accounts, actor: PartyId): Dollars {
  const row = state.accounts[actor];
  if (row === undefined) return 0;
  let sum = 0;
  for (const asset of ASSETS) if (asset !== 'other') sum += row[asset];
  return Math.max(0, sum);
}

/** The taller side of an actor's balance sheet without its own equity: what it owns, or what it owes if that is more. */
export function booksHeight(state: Accounts, actor: PartyId): Dollars {
  const row = state.accounts[actor];
  if (row === undefined) return 0;
  let owns = 0;
  for (const asset of ASSETS) owns += row[asset];
  return Math.max(owns, row.payables + row.customerDeposits + row.debt + row.depositsTaken);
}

const openings = new WeakMap<Scenario, { readonly opening: World | null; readonly scale: RunScale }>();

/** Before the first run is finished: the scenario's own display block. The same object for the same scenario. */
export function openingScale(scenario: Scenario, opening: World | null): RunScale {
  const known = openings.get(scenario);
  if (known?.opening === opening) return known.scale;
  const scale = scaleOfOpening(scenario, opening);
  openings.set(scenario, { opening, scale });
  return scale;
}

function scaleOfOpening(scenario: Scenario, opening: World | null): RunScale {
  const { widest, largestAssets } = scenario.display;
  const peakAssets: { [actor: PartyId]: Dollars } = {};
  const peakBooks: { [actor: PartyId]: Dollars } = {};
  for (const party of scenario.parties) {
    if (!isActorKind(party.kind)) continue;
    peakAssets[party.id] = opening === null ? 0 : aiAssets(opening, party.id);
    peakBooks[party.id] = opening === null ? 0 : booksHeight(opening, party.id);
  }
  return { widest, quantum: round125(widest / MOST_PARTICLES / 4), peakAssets, largestAssets, peakBooks, lanes: [], rivers: [], widths: {}, settled: false };
}

/** The scale of one finished run, or the common scale of two. @throws when given no run. */
export function runScale(runs: readonly RunOfFlows[]): RunScale {
  const first = runs[0];
  if (first === undefined) throw new Error('a scale needs at least one run');
  if (runs.every((run) => run.frames.length === 0)) return openingScale(first.header.scenario, first.header.opening);
  const books = runs.map((run) => new LaneBook(run.header.scenario, run.frames));
  const peakAssets: { [actor: PartyId]: Dollars } = {};
  const peakBooks: { [actor: PartyId]: Dollars } = {};
  for (const run of runs)
    for (const party of run.header.scenario.parties) {
      if (!isActorKind(party.kind)) continue;
      for (const state of [run.header.opening, ...run.frames.map((frame) => frame.state)]) {
        peakAssets[party.id] = Math.max(peakAssets[party.id] ?? 0, aiAssets(state, party.id));
        peakBooks[party.id] = Math.max(peakBooks[party.id] ?? 0, booksHeight(state, party.id));
      }
    }
  const widest = Math.max(1, percentile(books.flatMap((book) => book.laneMonths()), 0.99));
  const quantum = round125(percentile(books.flatMap((book) => book.laneBeats()), 0.95) / MOST_PARTICLES);
  const largestAssets = Math.max(1, ...Object.values(peakAssets));
  const lanes = baseLanes(first.header.scenario, books);
  const widths = Object.fromEntries(lanes.map((key) => [key, laneWidth({ widest }, Math.max(...books.map((book) => book.peakMean(key))))]));
  return { widest, quantum, peakAssets, largestAssets, peakBooks, lanes, rivers: chooseRivers(first.header.scenario, books, lanes), widths, settled: true };
}

/**
 * Each actor's largest inflow and outflow, filled to 24 by the highest 3-month mean, and chips bought; the same set all
 * run long. Everybody pays wages, builders and owners: those lanes leave the loop and would bury it, so of them only
 * the chip makers' own suppliers are drawn; the others are gathered in rivers and shown with a selection.
 */
export function baseLanes(scenario: Scenario, books: readonly LaneBook[]): LaneKey[] {
  const kinds = new Map(scenario.parties.map((party) => [party.id, party.kind]));
  const leaves = (key: LaneKey): boolean => {
    const { from, to } = laneParts(key);
    const end = kinds.get(to);
    return end === 'outsideInvestors' || (end === 'suppliers' && kinds.get(from) !== 'chipVendor');
  };
  const keys = [...new Set(books.flatMap((book) => book.keys()))].filter((key) => !leaves(key)).sort();
  const total = new Map(keys.map((key) => [key, books.reduce((sum, book) => sum + book.total(key), 0)]));
  const chosen = new Set<LaneKey>();
  for (const party of scenario.parties) {
    if (!isActorKind(party.kind)) continue;
    for (const end of ['from', 'to'] as const) {
      let best: LaneKey | null = null;
      for (const key of keys)
        if (laneParts(key)[end] === party.id && laneParts(key).kind !== 'gpu' && (best === null || total.get(key)! > total.get(best)!)) best = key;
      if (best !== null) chosen.add(best);
    }
  }
  const peak = new Map(keys.map((key) => [key, Math.max(...books.map((book) => book.peakMean(key)))]));
  const rest = keys.filter((key) => !chosen.has(key)).sort((a, b) => peak.get(b)! - peak.get(a)! || (a < b ? -1 : 1));
  for (const key of rest) {
    if (chosen.size >= BASE_LANES) break;
    chosen.add(key);
  }
  // chips go back where their price came from: the other half of a purchase that is drawn
  const chips = rest.filter((key) => {
    const { from, to, kind } = laneParts(key);
    return kind === 'gpu' && chosen.has(laneKey(to, 'cash', from));
  });
  for (const key of chips.slice(0, CHIP_LANES)) chosen.add(key);
  return [...chosen].sort();
}

/** Width in pixels: area of a stream goes with the amount, so width goes with its square root; 1 to 14. */
export function laneWidth(scale: Pick<RunScale, 'widest'>, amount: Dollars): number {
  return Math.max(1, Math.min(WIDEST_LANE, WIDEST_LANE * Math.sqrt(Math.max(0, amount) / scale.widest)));
}

/** How many particles an amount is, and how big: n · area · quantum = amount; radius 1.5 to 7. */
export function particlesFor(scale: RunScale, amount: Dollars): { count: number; radius: number } {
  if (amount <= 0) return { count: 0, radius: 0 };
  const count = Math.max(1, Math.min(MOST_PARTICLES, Math.floor(amount / scale.quantum)));
  const area = amount / (count * scale.quantum);
  return { count, radius: Math.max(1.5, Math.min(7, 3.2 * Math.sqrt(area))) };
}

/** Node radius in pixels, 20 to 54, by the square root of peak AI assets. */
export function nodeRadius(scale: RunScale, actor: PartyId): number {
  const share = (scale.peakAssets[actor] ?? 0) / scale.largestAssets;
  return NODE_RADIUS.least + (NODE_RADIUS.most - NODE_RADIUS.least) * Math.sqrt(Math.max(0, Math.min(1, share)));
}
