/**
 * Who bore what this month, from the books: claims written off net of own debts forgiven, marks on chips, shells and the
 * shares of others, and what bankruptcy itself destroyed. Kept apart; gains are not losses and are left out. A firm whose
 * own shares got dearer has booked that against its owners, and has lost nothing by it: own shares are taken out.
 */
import type { Measures } from '../model/measures.ts';
import type { MonthInput } from './month-input.ts';

type Loss = Measures['losses'];

const ISSUED = 'issued/';

/** What the own shares of each issuer rose by in the market this month; and what each must be compared with next month. */
function ownShares({ state, flows, memory }: MonthInput, note: (name: string, value: number) => void): ReadonlyMap<string, number> {
  const rise = new Map<string, number>();
  const add = (id: string, amount: number): void => void rise.set(id, (rise.get(id) ?? 0) + amount);
  for (const id in state.accounts) {
    const issued = state.accounts[id]!.equityIssued;
    const before = memory[ISSUED + id];
    if (before !== undefined) add(id, issued - before);
    if (issued !== 0 || before !== undefined) note(ISSUED + id, issued);
  }
  for (const flow of flows) {
    if (flow.purpose !== 'shareIssue' && flow.purpose !== 'vendorShareIssue' && flow.purpose !== 'stockPay') continue;
    const issuer = flow.purpose === 'stockPay' ? flow.from : flow.to;
    if (memory[ISSUED + issuer] !== undefined) add(issuer, -flow.amount);
  }
  // before the first month there is nothing to compare with but what was paid for the shares
  for (const id in state.holdings) {
    const { issuer, value, cost } = state.holdings[id]!;
    if (memory[ISSUED + issuer] === undefined) add(issuer, value - cost);
  }
  return rise;
}

export function losses(input: MonthInput, note: (name: string, value: number) => void): { readonly losses: Loss; readonly lossesByHolder: { readonly [party: string]: Loss } } {
  const { state, flows, setting } = input;
  const rise = ownShares(input, note);
  const paidInShares = new Map<string, number>();
  for (const { purpose, to, amount } of flows) if (purpose === 'stockPay') paidInShares.set(to, (paidInShares.get(to) ?? 0) + amount);
  const lossesByHolder: { [party: string]: Loss } = {};
  let [credit, marks, deadweight] = [0, 0, 0];
  for (const { id } of setting.parties) {
    const row = state.accounts[id]!;
    const marked = row.revaluation + (rise.get(id) ?? 0) - (paidInShares.get(id) ?? 0);
    const own: Loss = { credit: Math.max(0, row.creditLoss), marks: Math.max(0, 0 - marked), deadweight: Math.max(0, row.deadweight) };
    if (own.credit === 0 && own.marks === 0 && own.deadweight === 0) continue;
    lossesByHolder[id] = own;
    credit += own.credit;
    marks += own.marks;
    deadweight += own.deadweight;
  }
  return { losses: { credit, marks, deadweight }, lossesByHolder };
}
