/** What the stage writes beside its drawings, in English. */
import type { LaneKind } from '../playback/lane-book.ts';
import type { PromiseKind } from '../view/plan.ts';
import type { ColumnRole } from '../view/stage-words.ts';
import type { Condition } from '../view/condition.ts';

export interface StageCatalogue {
  readonly condition: { readonly [condition in Condition]: string };
  readonly lane: { readonly [kind in LaneKind | 'promised' | 'river']: string };
  readonly column: { readonly [role in ColumnRole]: string };
  /** An amount with its kind, where the kind is not plain money: `$10B equity`. */
  readonly amount: { readonly [kind in LaneKind]: (amount: string) => string };
  readonly chips: (count: string) => string;
  readonly partPaid: (paid: string, due: string) => string;
  /** Dollars of the payment that is followed. */
  readonly followed: (amount: string) => string;
  /** A payment that is spoken of, among all that ran there. */
  readonly partOf: (part: string, whole: string) => string;
  readonly unpaid: (due: string) => string;
  readonly promise: { readonly [kind in PromiseKind]: (amount: string) => string };
  /** How many payments are too small to be drawn, and their share of the month's money. */
  readonly hidden: (count: string, share: string) => string;
  readonly quantum: (amount: string) => string;
  readonly gathered: (count: string, amount: string) => string;
  readonly spread: (count: string, amount: string) => string;
  readonly bundle: (count: string, amount: string) => string;
  /** Of a lane along which nothing runs, and of a list that is cut. */
  readonly nothing: string;
  readonly more: (count: string) => string;
  readonly assets: (amount: string) => string;
  readonly equity: (amount: string) => string;
  readonly runway: (months: string) => string;
  readonly noRunway: string;
  readonly covenant: (lender: string, principal: string, state: string) => string;
  readonly better: (amount: string) => string;
  readonly worse: (amount: string) => string;
  readonly lost: (amount: string) => string;
  readonly stage: (date: string) => string;
}

export const stageEn: StageCatalogue = {
  condition: {
    none: '', hedge: 'hedge', speculative: 'speculative', ponzi: 'Ponzi', equityBurner: 'burns equity', distressed: 'distressed', inDefault: 'in default', resolved: 'resolved',
  },
  lane: { cash: 'cash', debt: 'debt', equity: 'equity', rent: 'rent', gpu: 'GPUs', promised: 'promised or unpaid', river: 'several as one' },
  column: { payers: 'Who pays', labs: 'AI labs', clouds: 'Clouds', vendors: 'Chip makers', lenders: 'Lenders and landlords' },
  amount: { cash: (a) => a, debt: (a) => `${a} debt`, equity: (a) => `${a} equity`, rent: (a) => `${a} rent`, gpu: (a) => `${a} in GPUs` },
  chips: (count) => `${count} GPUs`,
  partPaid: (paid, due) => `${paid} of ${due} paid`,
  followed: (amount) => `${amount} of it`,
  partOf: (part, whole) => `${part} of ${whole}`,
  unpaid: (due) => `${due} not paid`,
  promise: { commitment: (a) => `promised ${a}`, backstop: (a) => `backstop ${a}`, undrawn: (a) => `${a} still to draw` },
  hidden: (count, share) => `${count} smaller payments not drawn, ${share}`,
  quantum: (amount) => `each mark ${amount}`,
  gathered: (count, amount) => `${amount} from ${count}`,
  spread: (count, amount) => `${amount} to ${count}`,
  bundle: (count, amount) => `${count} more, ${amount}`,
  nothing: 'nothing moves here',
  more: (count) => `${count} more`,
  assets: (amount) => `owns ${amount}`,
  equity: (amount) => `equity ${amount}`,
  runway: (months) => `cash for ${months} months`,
  noRunway: 'cash is not falling',
  covenant: (lender, principal, state) => `${lender} ${principal}: ${state}`,
  better: (amount) => `▲ +${amount}`,
  worse: (amount) => `▼ −${amount}`,
  lost: (amount) => `lost ${amount}`,
  stage: (date) => `The money network in ${date}. The table view says the same in text.`,
};
