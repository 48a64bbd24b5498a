/**
 * The books of one month while they are open: every party's accounts and the colours of its cash. Money moves only
 * through `post`, which writes both sides at once. `own` books what concerns one party alone (depreciation, marks).
 */
import { emptyAccounts, type Account, type AccountRow, type Result, RESULTS, RESULT_SIGN } from '../model/account.ts';
import type { Flow, Purpose } from '../model/flow.ts';
import type { Party } from '../model/party.ts';
import type { DyeRow, Table } from '../model/world.ts';
import { BOOKING, movesCash, type Leg } from './booking.ts';
import { homeOrigin, ORIGIN_INDEX, pure, stampOf, takeShare } from './dye.ts';

export interface Deal {
  readonly purpose: Purpose;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly posting?: string;
  readonly contract?: string;
  readonly decision?: string;
  readonly units?: number;
  readonly obligation?: Flow['obligation'];
  /** Colours worked out elsewhere (settlement solves all payments at once). */
  readonly dye?: readonly number[];
}

export class Ledger {
  readonly accounts: { [party: string]: AccountRow } = {};
  readonly dye: { [party: string]: number[] } = {};
  private readonly dirty = new Set<string>();
  private readonly kinds: { [party: string]: Party['kind'] } = {};

  constructor(
    parties: readonly Party[],
    accounts: Table<AccountRow>,
    dye: Table<DyeRow>,
    private readonly mayOverdraw: (party: string) => boolean,
  ) {
    for (const party of parties) {
      this.kinds[party.id] = party.kind;
      this.accounts[party.id] = { ...(accounts[party.id] ?? emptyAccounts()) };
      this.dye[party.id] = (dye[party.id]?.origins ?? pure('opening', 0)).slice();
    }
  }

  cash(party: string): number {
    return this.accounts[party]!.cash;
  }

  /** Closes last month's results into net worth. Called once, when a month opens. */
  carryForward(): void {
    for (const party of Object.keys(this.accounts)) {
      const row = this.accounts[party]!;
      let result = 0;
      for (const name of RESULTS) {
        result += RESULT_SIGN[name] * row[name];
        row[name] = 0;
      }
      row.netWorth += result;
      this.dirty.add(party);
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
    const booking = BOOKING[purpose];
    this.legs(from, booking.from, amount);
    this.legs(to, booking.to, amount);
    if (!movesCash(purpose)) return undefined;
    if (this.accounts[from]!.cash < 0 && !this.mayOverdraw(from))
      throw new Error(`${purpose} from ${from} to ${to}: ${amount} would overdraw it by ${-this.accounts[from]!.cash}`);
    return this.colour(deal);
  }

  /**
   * Books payments made at the same moment, whose colours were worked out together: nobody need be able to pay before
   * being paid. @throws when an actor ends below zero.
   */
  postTogether(deals: readonly Deal[]): (readonly number[] | undefined)[] {
    const arrived = deals.map((deal) => {
      const booking = BOOKING[deal.purpose];
      this.legs(deal.from, booking.from, deal.amount);
      this.legs(deal.to, booking.to, deal.amount);
      return this.colour(deal);
    });
    for (const { from } of deals)
      if (this.accounts[from]!.cash < 0 && !this.mayOverdraw(from)) throw new Error(`settlement overdraws ${from} by ${-this.accounts[from]!.cash}`);
    return arrived;
  }

  /** Books what concerns one party alone; the legs must keep its identity. */
  own(party: string, legs: readonly Leg[], amount: number): void {
    if (!Number.isSafeInteger(amount)) throw new Error(`${party}: amount must be a whole number, got ${amount}`);
    if (amount !== 0) this.legs(party, legs, amount);
  }

  /** Moves an account to a new value against a result (a mark). */
  revalue(party: string, account: Account, by: number, against: Result): void {
    if (by === 0) return;
    const row = this.accounts[party]!;
    row[account] += by;
    row[against] += account === 'equityIssued' || account === 'debt' || account === 'payables' ? -by * RESULT_SIGN[against] : by * RESULT_SIGN[against];
    this.dirty.add(party);
  }

  /** Parties whose rows changed since the last call, for writing back. */
  takeDirty(): string[] {
    const list = [...this.dirty].sort();
    this.dirty.clear();
    return list;
  }

  private legs(party: string, legs: readonly Leg[], amount: number): void {
    const row = this.accounts[party];
    if (row === undefined) throw new Error(`unknown party ${party}`);
    for (const [account, sign] of legs) row[account] += sign * amount;
    this.dirty.add(party);
  }

  private colour(deal: Deal): readonly number[] {
    const payer = this.dye[deal.from]!;
    const payee = this.dye[deal.to]!;
    const payerHome = homeOrigin(this.kinds[deal.from]!);
    const payeeHome = homeOrigin(this.kinds[deal.to]!);
    let taken: readonly number[];
    if (payerHome !== null) {
      payer[ORIGIN_INDEX[payerHome]]! -= deal.amount;
      taken = pure(payerHome, deal.amount);
    } else {
      taken = deal.dye ?? takeShare(payer, deal.amount);
      for (let index = 0; index < payer.length; index++) payer[index]! -= taken[index]!;
    }
    const stamp = stampOf(deal.purpose, this.kinds[deal.from]!);
    const arrived = stamp === null ? taken : pure(stamp, deal.amount);
    if (payeeHome !== null) payee[ORIGIN_INDEX[payeeHome]]! += deal.amount;
    else for (let index = 0; index < payee.length; index++) payee[index]! += arrived[index]!;
    return arrived;
  }
}
