/**
 * The books of one month while they are open: every party's accounts and the colours of its cash. Money moves only
 * through `post`, which writes both sides at once. `own` books what concerns one party alone (depreciation, marks).
 */
import { accountRow, putAccounts, type Account, type AccountRow, ORIGINS, type Result, RESULTS, RESULT_SIGN } from '../model/account.ts';
import type { Flow, Purpose } from '../model/flow.ts';
import { PARTY_KINDS, type Party } from '../model/party.ts';
import type { DyeRow, Table } from '../model/world.ts';
import { Book, openRow, PLACE, sideOf, WIDTH, type Side } from './book.ts';
import { BOOKING, movesCash, type Leg } from './booking.ts';
import { placeOf, potAt, single, stampOf, takeShare } from './dye.ts';

export interface Deal {
  readonly purpose: Purpose;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly posting?: string;
  readonly contract?: string | undefined;
  readonly decision?: string;
  readonly units?: number;
  readonly obligation?: Flow['obligation'];
  /** Colours worked out elsewhere (settlement solves all payments at once). */
  readonly dye?: readonly number[];
}

/** What every purpose does to the two sides, found once. */
interface Plan {
  readonly from: Side;
  readonly to: Side;
  readonly cash: boolean;
  /** Place of the colour it arrives in, by the place of the payer's kind; negative where it keeps the payer's mix. */
  readonly stamps: readonly number[];
}
const planOf = (purpose: Purpose): Plan => ({
  from: sideOf(BOOKING[purpose].from),
  to: sideOf(BOOKING[purpose].to),
  cash: movesCash(purpose),
  stamps: PARTY_KINDS.map((kind) => placeOf(stampOf(purpose, kind))),
});
const PLANS: ReadonlyMap<Purpose, Plan> = new Map((Object.keys(BOOKING) as Purpose[]).map((purpose) => [purpose, planOf(purpose)]));

const EARNED_AND_SPENT = RESULTS.map((name) => ({ place: PLACE[name], sign: RESULT_SIGN[name] }));

export class Ledger {
  /** Everybody's accounts, side by side: those of a book from `at` on. */
  readonly figures: Float64Array;
  /** Everybody's cash by origin, side by side: that of a book from `coloursAt` on. */
  readonly colours: Float64Array;
  readonly books: ReadonlyMap<string, Book>;
  private rows: { readonly [party: string]: AccountRow } | null = null;

  constructor(parties: readonly Party[], accounts: Table<AccountRow>, dye: Table<DyeRow>, mayOverdraw: (party: string) => boolean) {
    this.figures = new Float64Array(parties.length * WIDTH);
    this.colours = new Float64Array(parties.length * ORIGINS.length);
    this.books = new Map(parties.map((party, nth) => [party.id, new Book(party, nth, mayOverdraw(party.id))]));
    for (const [id, { at, coloursAt }] of this.books) {
      const row = accounts[id];
      if (row !== undefined) putAccounts(row, this.figures, at);
      const origins = dye[id]?.origins;
      if (origins !== undefined) for (let origin = 0; origin < ORIGINS.length; origin++) this.colours[coloursAt + origin] = origins[origin]!;
    }
  }

  /** Every party's accounts by name, as they stand at any moment. */
  get accounts(): { readonly [party: string]: AccountRow } {
    return (this.rows ??= Object.fromEntries([...this.books].map(([id, book]) => [id, openRow(this.figures, book)])));
  }

  cash(party: string): number {
    return this.figures[this.book(party).at + PLACE.cash]!;
  }

  /** A party's accounts as they stand now, to be kept. */
  row(party: string): AccountRow {
    return accountRow(this.figures, this.book(party).at);
  }

  /** A party's cash by origin as it stands now, to be kept. */
  origins(party: string): number[] {
    return potAt(this.colours, this.book(party).coloursAt);
  }

  /** Closes last month's results into net worth. Called once, when a month opens. */
  carryForward(): void {
    const { figures } = this;
    for (const book of this.books.values()) {
      let result = 0;
      for (const { place, sign } of EARNED_AND_SPENT) {
        result += sign * figures[book.at + place]!;
        figures[book.at + place] = 0;
      }
      figures[book.at + PLACE.netWorth]! += result;
      book.moved = true;
    }
  }

  /**
   * Books a deal on both sides. Returns the colours of the cash that arrived, or undefined where no cash moved.
   * @throws when the amount is not a positive safe integer or an actor would overdraw.
   */
  post(deal: Deal): readonly number[] | undefined {
    const { amount } = deal;
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new Error(`${deal.purpose} from ${deal.from} to ${deal.to}: amount must be a positive whole number, got ${amount}`);
    const plan = PLANS.get(deal.purpose)!;
    const payer = this.book(deal.from);
    const payee = this.book(deal.to);
    this.write(payer, plan.from, amount);
    this.write(payee, plan.to, amount);
    if (!plan.cash) return undefined;
    const left = this.figures[payer.at + PLACE.cash]!;
    if (left < 0 && !payer.mayOverdraw) throw new Error(`${deal.purpose} from ${deal.from} to ${deal.to}: ${amount} would overdraw it by ${-left}`);
    return this.colour(deal, plan, payer, payee);
  }

  /**
   * Books payments made at the same moment, whose colours were worked out together: nobody need be able to pay before
   * being paid. @throws when an actor ends below zero.
   */
  postTogether(deals: readonly Deal[]): (readonly number[] | undefined)[] {
    const arrived = deals.map((deal) => {
      const plan = PLANS.get(deal.purpose)!;
      const payer = this.book(deal.from);
      const payee = this.book(deal.to);
      this.write(payer, plan.from, deal.amount);
      this.write(payee, plan.to, deal.amount);
      return this.colour(deal, plan, payer, payee);
    });
    for (const { from } of deals) {
      const { at, mayOverdraw } = this.book(from);
      const left = this.figures[at + PLACE.cash]!;
      if (left < 0 && !mayOverdraw) throw new Error(`settlement overdraws ${from} by ${-left}`);
    }
    return arrived;
  }

  /** Books what concerns one party alone; the legs must keep its identity. */
  own(party: string, legs: readonly Leg[], amount: number): void {
    if (!Number.isSafeInteger(amount)) throw new Error(`${party}: amount must be a whole number, got ${amount}`);
    if (amount === 0) return;
    const book = this.book(party);
    for (const [account, sign] of legs) this.figures[book.at + PLACE[account]]! += sign * amount;
    book.moved = true;
  }

  /** Moves an account to a new value against a result (a mark). */
  revalue(party: string, account: Account, by: number, against: Result): void {
    if (by === 0) return;
    const book = this.book(party);
    this.figures[book.at + PLACE[account]]! += by;
    this.figures[book.at + PLACE[against]]! += account === 'equityIssued' || account === 'debt' || account === 'payables' ? -by * RESULT_SIGN[against] : by * RESULT_SIGN[against];
    book.moved = true;
  }

  /** Parties whose rows changed since the last call, for writing back. */
  takeDirty(): string[] {
    const list: string[] = [];
    for (const [party, book] of this.books) {
      if (book.moved) list.push(party);
      book.moved = false;
    }
    return list;
  }

  private book(party: string): Book {
    const book = this.books.get(party);
    if (book === undefined) throw new Error(`unknown party ${party}`);
    return book;
  }

  /** Writes one side of a deal. */
  private write(book: Book, side: Side, amount: number): void {
    const { figures } = this;
    figures[book.at + side.first]! += side.firstSign * amount;
    figures[book.at + side.second]! += side.secondSign * amount;
    book.moved = true;
  }

  /** Moves the colours of a payment from one purse to the other; returns those that arrived. */
  private colour(deal: Deal, plan: Plan, payer: Book, payee: Book): readonly number[] {
    const { colours } = this;
    const { amount } = deal;
    const stamp = plan.stamps[payer.kind]!;
    let arrived: readonly number[];
    if (payer.home >= 0) {
      colours[payer.coloursAt + payer.home]! -= amount;
      arrived = single(stamp, amount);
    } else {
      const taken = deal.dye ?? takeShare(colours, payer.coloursAt, amount);
      for (let origin = 0; origin < ORIGINS.length; origin++) colours[payer.coloursAt + origin]! -= taken[origin]!;
      arrived = stamp < 0 ? taken : single(stamp, amount);
    }
    if (payee.home >= 0) colours[payee.coloursAt + payee.home]! += amount;
    else if (stamp >= 0) colours[payee.coloursAt + stamp]! += amount;
    else for (let origin = 0; origin < ORIGINS.length; origin++) colours[payee.coloursAt + origin]! += arrived[origin]!;
    return arrived;
  }
}
