/**
 * Where the vendor's receipts came from, over twelve months. Receipts are cash from customers: the price of chips, deposits
 * on orders, other buyers' chips. Traced is the share of them dyed with the vendor's own money. Earmarked is the most that
 * could have been: what it paid out as finance, led through the tills of labs, clouds and neoclouds along what they paid
 * each other, to what they paid for chips (maximum flow). Enabled are purchases by orders that its money was a condition
 * for, or that its loan pays. Concentration is over three months, as companies report it.
 */
import { ORIGINS } from '../model/account.ts';
import type { Flow, Purpose } from '../model/flow.ts';
import type { Measures } from '../model/measures.ts';
import type { PartyKind } from '../model/party.ts';
import { movesCash } from '../ledger/booking.ts';
import { ORIGIN_INDEX } from '../ledger/dye.ts';
import { concentrationBounds, concentrationOf } from './concentration.ts';
import { maxFlow, type Pipe } from './max-flow.ts';
import type { Remembered } from './memory.ts';
import type { MonthInput } from './month-input.ts';

const RECEIPTS: ReadonlySet<Purpose> = new Set<Purpose>(['chipPurchase', 'orderDeposit', 'otherChips']);
const FINANCE: ReadonlySet<Purpose> = new Set<Purpose>(['vendorShareIssue', 'loanDraw', 'backstop']);
/** Whose tills the vendor's money is led through on its way home. */
const LOOP: ReadonlySet<PartyKind> = new Set<PartyKind>(['aiLab', 'hyperscaler', 'neocloud']);

const ORDER = 'order/';

/** Adds the month's amounts by series, and notes the open orders that vendor money is a condition for. */
export function gatherVendorMoney({ state, flows, setting, memory }: MonthInput, vendor: string, add: (series: string, amount: number) => void, note: (name: string) => void): void {
  for (const id in state.orders) {
    const order = state.orders[id]!;
    if (order.vendor !== vendor) continue;
    const facility = order.facility === null ? undefined : state.loans[order.facility];
    if (order.conditional || facility?.lender === vendor || memory[ORDER + id] !== undefined) note(ORDER + id);
  }
  const conditional = ({ contract }: Flow): boolean =>
    contract !== undefined && (memory[ORDER + contract] !== undefined || state.orders[contract]?.conditional === true);
  for (const flow of flows) {
    const { from, to, purpose, amount } = flow;
    if (to === vendor && RECEIPTS.has(purpose)) {
      add(`bought/${from}`, amount);
      if (flow.dye !== undefined) for (let origin = 0; origin < ORIGINS.length; origin++) if (flow.dye[origin]! > 0) add(`origin/${ORIGINS[origin]!}`, flow.dye[origin]!);
      if (conditional(flow)) add('conditional', amount);
    } else if (from === vendor && FINANCE.has(purpose)) {
      if (!setting.isSector(to)) add(`financed/${to}`, amount);
    } else if (movesCash(purpose) && LOOP.has(setting.kindOf(from)) && LOOP.has(setting.kindOf(to))) add(`paid/${from}/${to}`, amount);
  }
}

export interface VendorMoney {
  readonly byOrigin: readonly number[];
  readonly circularity: Measures['circularity'];
  readonly concentration: Measures['concentration'];
}

export function vendorMoney({ setting }: MonthInput, { year, quarter }: Remembered): VendorMoney {
  const byOrigin = ORIGINS.map((origin) => year.get(`origin/${origin}`) ?? 0);
  let receipts = 0;
  for (const amount of byOrigin) receipts += amount;
  const over = (part: number): number | null => (receipts === 0 ? null : part / receipts);
  return {
    byOrigin,
    circularity: { traced: over(byOrigin[ORIGIN_INDEX.vendor]!), earmarked: over(couldHaveComeHome(setting.parties.map(({ id }) => id), year)), enabled: over(year.get('conditional') ?? 0) },
    concentration: customers(quarter, (id) => setting.isSector(id)),
  };
}

function couldHaveComeHome(parties: readonly string[], year: ReadonlyMap<string, number>): number {
  const index = new Map(parties.map((id, at) => [id, at]));
  const [source, sink] = [parties.length, parties.length + 1];
  const pipes: Pipe[] = [];
  let financed = false;
  for (const [series, width] of year) {
    const [kind, from, to] = series.split('/') as [string, string, string | undefined];
    if (kind === 'financed') {
      pipes.push({ from: source, to: index.get(from)!, width });
      financed = true;
    } else if (kind === 'bought') pipes.push({ from: index.get(from)!, to: sink, width });
    else if (kind === 'paid' && to !== undefined) pipes.push({ from: index.get(from)!, to: index.get(to)!, width });
  }
  return financed ? maxFlow(parties.length + 2, pipes, source, sink) : 0;
}

/** Actors are customers by name; a sector stands for unknown many, which is what the bounds are about. */
function customers(quarter: ReadonlyMap<string, number>, isSector: (id: string) => boolean): Measures['concentration'] {
  const [named, sectors]: [number[], number[]] = [[], []];
  for (const [series, amount] of quarter) if (series.startsWith('bought/')) (isSector(series.slice(7)) ? sectors : named).push(amount);
  const { hhi, top3 } = concentrationOf([...named, ...sectors]);
  const { low, high } = concentrationBounds(named, sectors);
  return { hhi, hhiLow: low, hhiHigh: high, top3 };
}
