/**
 * The books of one party while a month is open. Postings are the most frequent thing in a history: the figures of all
 * parties stand side by side in one list of numbers, where an account is a place, reached without a name being looked up.
 */
import { ACCOUNTS, ORIGINS, type Account, type AccountRow } from '../model/account.ts';
import { PARTY_KINDS, type Party } from '../model/party.ts';
import type { Leg } from './booking.ts';
import { homeOrigin, placeOf } from './dye.ts';

/** Place of each account among those of its party. */
export const PLACE = Object.fromEntries(ACCOUNTS.map((name, place) => [name, place])) as { readonly [account in Account]: number };
/** Places of one party: its accounts, and a last one that stays empty, for the leg that a side does not have. */
export const WIDTH = ACCOUNTS.length + 1;
const NO_LEG = { place: ACCOUNTS.length, sign: 0 } as const;

/** One side of a deal with its accounts found: an account is a place, and what is added to it is the amount times the sign. */
export interface Side {
  readonly first: number;
  readonly firstSign: number;
  readonly second: number;
  readonly secondSign: number;
}

/** @throws for more than two legs; no purpose has more. */
export function sideOf(legs: readonly Leg[]): Side {
  if (legs.length > 2) throw new Error(`a side has two legs at most, got ${legs.map(([account]) => account).join(', ')}`);
  const [first = NO_LEG, second = NO_LEG] = legs.map(([account, sign]) => ({ place: PLACE[account], sign }));
  return { first: first.place, firstSign: first.sign, second: second.place, secondSign: second.sign };
}

/** Where the books of a party stand among all books, and what holds for it. */
export class Book {
  /** Place of its first account. */
  readonly at: number;
  /** Place of the first colour of its cash. */
  readonly coloursAt: number;
  /** Place in ORIGINS of the one colour its cash has whatever came in; negative for cash that mixes. */
  readonly home: number;
  /** Place of its kind in PARTY_KINDS. */
  readonly kind: number;
  /** Whether its row has to be written back. */
  moved = false;

  constructor(
    party: Party,
    nth: number,
    readonly mayOverdraw: boolean,
  ) {
    this.at = nth * WIDTH;
    this.coloursAt = nth * ORIGINS.length;
    this.home = placeOf(homeOrigin(party.kind));
    this.kind = PARTY_KINDS.indexOf(party.kind);
  }
}

/** A party's accounts by name, read and written where they stand. */
export function openRow(figures: Float64Array, { at }: Book): AccountRow {
  return new OpenRow(figures, at) as unknown as AccountRow;
}

class OpenRow {
  constructor(
    readonly figures: Float64Array,
    readonly at: number,
  ) {}
}
for (const name of ACCOUNTS) {
  const place = PLACE[name];
  Object.defineProperty(OpenRow.prototype, name, {
    get(this: OpenRow): number {
      return this.figures[this.at + place]!;
    },
    set(this: OpenRow, value: number) {
      this.figures[this.at + place] = value;
    },
  });
}
