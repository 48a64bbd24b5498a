/** Every word and number the stage writes comes through these functions; src/words/stage.ts makes them in a language. */
import type { Dollars, PartyId } from '../model/units.ts';
import type { Asset, Liability } from '../model/account.ts';
import type { PartyKind } from '../model/party.ts';
import type { Condition } from './condition.ts';
import type { LaneKind } from '../playback/lane-book.ts';
import type { PromiseKind } from './plan.ts';

/** What a lane's label says: an amount, part of what fell due, or a promise. */
export interface LaneSaying {
  readonly kind: LaneKind;
  readonly amount: Dollars;
  /** Fell due and was not paid. */
  readonly missing: Dollars;
  readonly promised: Dollars;
  readonly promise: PromiseKind | null;
  /** Dollars of a payment that is followed among the amount. */
  readonly followed: Dollars;
  /** Dollars that are being spoken of among the amount; null where all of it is. */
  readonly part: Dollars | null;
  /** GPUs moved, if they are counted. */
  readonly units: number;
}

/** Columns of the picture, from left to right, and the row of lenders and landlords. */
export type ColumnRole = 'payers' | 'labs' | 'clouds' | 'vendors' | 'lenders';

export interface StageWords {
  /** Display name of a party, real or generic. */
  party(id: PartyId): string;
  kind(kind: PartyKind): string;
  /** One word for a condition; empty for `none`. */
  condition(condition: Condition): string;
  lane(kind: LaneKind | 'promised' | 'river'): string;
  /** `$22.5B`, `225亿美元`. */
  dollars(amount: Dollars): string;
  laneLabel(saying: LaneSaying): string;
  column(role: ColumnRole): string;
  /** `41 smaller payments not drawn, 3 %` */
  hidden(count: number, share: number): string;
  /** Legend: what one particle stands for. */
  quantum(amount: Dollars): string;
  /** A bundle of lanes: `4 lanes, $1.2B`. */
  bundle(count: number, amount: Dollars): string;
  /** A river of several payers, and one of several payees: `$23B from 5`, `$2B to 4`. */
  gathered(count: number, amount: Dollars): string;
  spread(count: number, amount: Dollars): string;
  account(name: Asset | Liability | 'netWorth'): string;
  /** Two numbers under a node at the second zoom level: assets and equity. */
  assets(amount: Dollars): string;
  equity(amount: Dollars): string;
  runway(months: number | null): string;
  /** One line a covenant on the full statement. */
  covenant(loan: { lender: PartyId; principal: Dollars; state: string; kind: string }): string;
  /** One line for an event on the full statement. */
  event(type: string): string;
  /** What a lender lost on its loans: `lost $6.83B`. */
  lost(amount: Dollars): string;
  /** Better (positive) or worse off than in the other history: `▲ +$3B`, never by colour alone. */
  difference(amount: Dollars): string;
  /** What the canvas is, for a screen reader. */
  stage(tick: number): string;
}

/** Width of a text in pixels at a font size; the browser measures, tests estimate. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** A cautious estimate for places without a canvas: wide letters 0.62 em, Chinese 1 em. */
export const estimateText: MeasureText = (text, size, bold) => {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    ems += code >= 0x2e80 ? 1 : /[MWmw%@—◔◑◐◕⬓○✕]/.test(character) ? 0.92 : /[iljtf.,:;'| !]/.test(character) ? 0.34 : 0.6;
  }
  return ems * size * (bold ? 1.06 : 1);
};
