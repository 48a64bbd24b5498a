/**
 * The books of one month while they are open: every party's accounts and the colours of its cash. Money moves only
 * through `post`, which writes both sides at once. `own` books what concerns one party alone (depreciation, marks).
 */
import { emptyAccounts, type Account, type AccountRow, ORIGINS, type Result, RESULTS, RESULT_SIGN } from '../model/account.ts';
import type { Flow, Purpose } from '../model/flow.ts';
import { PARTY_KINDS, type Party } from '../model/party.ts';
import type { DyeRow, Table } from '../model/world.ts';
import { Book, sideOf, type Side } from './book.ts';
import { BOOKING, movesCash, type Leg } from './booking.ts';
import { placeOf, pure, single, stampOf, takeShare } from './dye.ts';

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

export class Ledger {
  readonly accounts: { [party: string]: AccountRow } = {};
  readonly dye: { [party: string]: number[] } = {};
  private readonly books = new Map<string, Book>();

  constructor(parties: readonly Party[], accounts: Table<AccountRow>, dye: Table<DyeRow>, mayOverdraw: (party: string) => boolean) {
    for (const party of parties) {
      const { id } = party;
      const book = new Book(party, { ...(accounts[id] ?? emptyAccounts()) }, (dye[id]?.origins ?? pure('opening', 0)).slice(), mayOverdraw(id));
      this.books.set(id, book);
      this.accounts[id] = book.row;
      this.dye[id] = book.colours;
    }
  }

  cash(party: string): number {
    return this.book(party).row.cash;
  }

  /** Closes last month's results into net worth. Called once, when a month opens. */
  carryForward(): void {
    for (const book of this.books.values()) {
      const { row } = book;
      let result = 0;
      for (const name of RESULTS) {
        result += RESULT_SIGN[name] * row[name];
        row[name] = 0;
      }
      row.netWorth += result;
      book.moved = true;
    }
  }

  /**
   * Books a deal on both sides. Returns the colours of the cash that arrived, or undefined where no cash moved.
   * @throws when the amount is not a positive safe integer or an actor would overdraw.
   */
  post(deal: Deal): readonly number[] | undefined {
    const { from, to, amount, purpose } = deal;
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new Error(`${purpose} from ${from} to ${to}: amount must be a positive whole number, got ${amount}`);
    const plan = PLANS.get(purpose)!;
    const payer = this.book(from);
    const payee = this.book(to);
    payer.write(plan.from, amount);
    payee.write(plan.to, amount);
    if (!plan.cash) return undefined;
    if (payer.row.cash < 0 && !payer.mayOverdraw) throw new Error(`${purpose} from ${from} to ${to}: ${amount} would overdraw it by ${-payer.row.cash}`);
    return colour(deal, plan, payer, payee);
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
      payer.write(plan.from, deal.amount);
      payee.write(plan.to, deal.amount);
      return colour(deal, plan, payer, payee);
    });
    for (const { from } of deals) {
      const { row, mayOverdraw } = this.book(from);
      if (row.cash < 0 && !mayOverdraw) throw new Error(`settlement overdraws ${from} by ${-row.cash}`);
    }
    return arrived;
  }

  /** Books what concerns one party alone; the legs must keep its identity. */
  own(party: string, legs: readonly Leg[], amount: number): void {
    if (!Number.isSafeInteger(amount)) throw new Error(`${party}: amount must be a whole number, got ${amount}`);
    if (amount !== 0) this.book(party).write(sideOf(legs), amount);
  }

  /** Moves an account to a new value against a result (a mark). */
  revalue(party: string, account: Account, by: number, against: Result): void {
    if (by === 0) return;
    const book = this.book(party);
    book.row[account] += by;
    book.row[against] += account === 'equityIssued' || account === 'debt' || account === 'payables' ? -by * RESULT_SIGN[against] : by * RESULT_SIGN[against];
    book.moved = true;
  }

  /** Parties whose rows changed since the last call, for writing back. */
  takeDirty(): string[] {
    const list: string[] = [];
    for (const [party, book] of this.books) {
      if (book.moved) list.push(party);
      book.moved = false;
    }
    return list.sort();
  }

  private book(party: string): Book {
    const book = this.books.get(party);
    if (book === undefined) throw new Error(`unknown party ${party}`);
    return book;
  }
}

/** Moves the colours of a payment from one purse to the other; returns those that arrived. */
function colour(deal: Deal, plan: Plan, payer: Book, payee: Book): readonly number[] {
  const { amount } = deal;
  const stamp = plan.stamps[payer.kind]!;
  let arrived: readonly number[];
  if (payer.home >= 0) {
    payer.colours[payer.home]! -= amount;
    arrived = single(stamp, amount);
  } else {
    const taken = deal.dye ?? takeShare(payer.colours, amount);
    add(payer.colours, taken, -1);
    arrived = stamp < 0 ? taken : single(stamp, amount);
  }
  if (payee.home >= 0) payee.colours[payee.home]! += amount;
  else add(payee.colours, arrived, 1);
  return arrived;
}

function add(colours: number[], amounts: readonly number[], sign: 1 | -1): void {
  for (let place = 0; place < ORIGINS.length; place++) colours[place]! += sign * amounts[place]!;
}
