/**
 * An actor's books as a small picture: assets left, what is owed and the equity right, equally high. Its area goes with
 * the dollars, full at the peak of the run, so that growing and shrinking are seen and a beginner is no sliver. Where
 * more is owed than owned, the right column goes below the base line by what is missing: the notch.
 */
import type { AccountRow } from '../model/account.ts';
import type { World } from '../model/world.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import type { GlyphPlan } from './plan.ts';
import type { RunScale } from '../playback/run-scale.ts';

const EMPTY: GlyphPlan = {
  width: 0, height: 0, notch: 0,
  assets: [{ part: 'gpus', height: 0 }, { part: 'other', height: 0 }, { part: 'claims', height: 0 }, { part: 'cash', height: 0 }],
  liabilities: [{ part: 'equity', height: 0 }, { part: 'debt', height: 0 }, { part: 'owed', height: 0 }],
};

/** Everything owned, everything owed to others, and what is left for the owners (negative when it is not enough). */
export function books(row: AccountRow): { readonly owns: Dollars; readonly owes: Dollars; readonly equity: Dollars; readonly gpus: Dollars; readonly cash: Dollars; readonly claims: Dollars; readonly other: Dollars; readonly debt: Dollars } {
  const gpus = row.gpus + row.inventory;
  const other = row.other + row.buildings + row.construction;
  const claims = row.receivables + row.prepaid + row.loans + row.deposits + row.stakes;
  const cash = Math.max(0, row.cash);
  const owns = gpus + other + claims + row.cash;
  const owes = row.payables + row.customerDeposits + row.debt + row.depositsTaken;
  return { owns, owes, equity: owns - owes, gpus, cash, claims, other, debt: row.debt + row.depositsTaken };
}

/** Size of the picture in a disc of this radius. */
export function glyphSize(radius: number): { width: number; height: number } {
  return { width: Math.round(radius * 0.98), height: Math.round(radius * 1.06) };
}

export function glyphOf(world: World, actor: PartyId, scale: RunScale, radius: number): GlyphPlan {
  const row = world.accounts[actor];
  if (row === undefined) return EMPTY;
  const { width, height } = glyphSize(radius);
  const { owns, owes, equity, gpus, cash, claims, other, debt } = books(row);
  const full = Math.max(1, scale.peakBooks[actor] ?? 0, owns, owes);
  const total = Math.max(1, owns, owes);
  const side = Math.sqrt(total / full);
  const pixels = (amount: Dollars): number => (Math.max(0, amount) / total) * side * height;
  const above = Math.min(owns, owes); // of what is owed, the part that stands on assets
  const share = owes > 0 ? above / owes : 0;
  return {
    width: side * width,
    height: side * height,
    assets: [
      { part: 'gpus', height: pixels(gpus) },
      { part: 'other', height: pixels(other) },
      { part: 'claims', height: pixels(claims) },
      { part: 'cash', height: pixels(cash) },
    ],
    liabilities: [
      { part: 'equity', height: pixels(equity) },
      { part: 'debt', height: pixels(debt * share) },
      { part: 'owed', height: pixels((owes - debt) * share) },
    ],
    notch: Math.min(pixels(-equity), radius * 0.3),
  };
}

/** Between two pictures of the same actor; `t` 0 to 1. */
export function betweenGlyphs(a: GlyphPlan, b: GlyphPlan, t: number): GlyphPlan {
  if (t <= 0 || a === b) return a;
  if (t >= 1) return b;
  const mix = (from: number, to: number): number => from + (to - from) * t;
  return {
    width: mix(a.width, b.width),
    height: mix(a.height, b.height),
    assets: b.assets.map((bar, index) => ({ part: bar.part, height: mix(a.assets[index]!.height, bar.height) })),
    liabilities: b.liabilities.map((bar, index) => ({ part: bar.part, height: mix(a.liabilities[index]!.height, bar.height) })),
    notch: mix(a.notch, b.notch),
  };
}
