/**
 * Who bore what this month, from the books: claims written off net of own debts forgiven, marks on chips, shells and
 * stakes, and what bankruptcy itself destroyed. Kept apart; gains are not losses and are left out.
 */
import type { Measures } from '../model/measures.ts';
import type { MonthInput } from './month-input.ts';

type Loss = Measures['losses'];

export function losses({ state, setting }: MonthInput): { readonly losses: Loss; readonly lossesByHolder: { readonly [party: string]: Loss } } {
  const lossesByHolder: { [party: string]: Loss } = {};
  let [credit, marks, deadweight] = [0, 0, 0];
  for (const { id } of setting.parties) {
    const row = state.accounts[id]!;
    const own: Loss = { credit: Math.max(0, row.creditLoss), marks: Math.max(0, 0 - row.revaluation), deadweight: Math.max(0, row.deadweight) };
    if (own.credit === 0 && own.marks === 0 && own.deadweight === 0) continue;
    lossesByHolder[id] = own;
    credit += own.credit;
    marks += own.marks;
    deadweight += own.deadweight;
  }
  return { losses: { credit, marks, deadweight }, lossesByHolder };
}
