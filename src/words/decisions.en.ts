/** One line for each type of decision, in English: what the actor chose, with its amount and counterparty. */
import type { Decision, DecisionType } from '../model/decision.ts';
import { dollarsIn, figure, partyIn, when, word, type Speaker } from './speaker.ts';

export type DecisionSayings = { readonly [type in DecisionType]: (decision: Decision, speaker: Speaker) => string };

const WITH = ['seller', 'lender', 'landlord', 'buyer', 'vendor', 'issuer', 'beneficiary', 'counterparty', 'with', 'to', 'from'] as const;
const count = (d: Decision, s: Speaker, ...names: string[]): string | null => {
  const value = figure(d.params, ...names);
  return value === null ? null : s.format.count(value);
};
const rate = (d: Decision, s: Speaker): string => when(figure(d.params, 'rate') === null ? null : s.format.rate(figure(d.params, 'rate')!), (r) => ` at ${r}`);
const AMOUNT = ['amount', 'dollars', 'limit', 'supply', 'cap', 'budget'] as const;

export const decisionsEn: DecisionSayings = {
  buy: (d, s) => `Buy${when(count(d, s, 'units', 'quantity', 'gpus'), (n) => ` ${n}`)} GPUs${when(partyIn(s, d.params, ...WITH), (p) => ` from ${p}`)}${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` for ${a}`)}`,
  borrow: (d, s) => `Borrow${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}${when(partyIn(s, d.params, ...WITH), (p) => ` from ${p}`)}${rate(d, s)}`,
  build: (d, s) => `Build${when(count(d, s, 'kilowatts', 'capacity', 'kw'), (n) => ` ${n} kW of`)} data centres`,
  lease: (d, s) => `Lease${when(count(d, s, 'kilowatts', 'capacity', 'kw'), (n) => ` ${n} kW of`)} space${when(partyIn(s, d.params, ...WITH), (p) => ` from ${p}`)}`,
  commit: (d, s) => `Sign for compute${when(count(d, s, 'units', 'quantity'), (n) => `: ${n} H100 equivalents`)}${when(partyIn(s, d.params, ...WITH), (p) => ` from ${p}`)}`,
  customChip: () => 'Work on its own chip',
  produce: (d, s) => `Start making${when(count(d, s, 'units', 'quantity'), (n) => ` ${n}`)} GPUs`,
  setPrice: (d, s) => `Set the list price${when(dollarsIn(s, d.params, 'price', ...AMOUNT), (p) => ` at ${p}`)}`,
  launch: (d, s) => `Launch ${when(word(d.params, 'generation'), (g) => s.generation(g)) || 'new chips'}`,
  invest: (d, s) => `Invest${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}${when(partyIn(s, d.params, 'issuer', ...WITH), (p) => ` in ${p}`)}`,
  financeCustomers: (d, s) => `Finance customers${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` with up to ${a}`)}`,
  stopFinancing: () => 'Stop financing customers',
  backstop: (d, s) => `Promise${when(partyIn(s, d.params, 'beneficiary', ...WITH), (p) => ` ${p}`)} a backstop${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` of ${a}`)}`,
  lend: (d, s) => `Lend${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` no more than ${a}`)}${when(partyIn(s, d.params, 'borrower'), (p) => ` to ${p}`)}${rate(d, s)}${when(dollarsIn(s, d.params, 'nameLimit'), (a) => `, and ${a} to one name`)}`,
  raiseEquity: (d, s) => `Raise${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)} from shareholders`,
  cut: (d, s) => `Cut ${word(d.params, 'what') ?? 'spending'}${when(figure(d.params, 'share') === null ? null : s.format.percent(figure(d.params, 'share')!), (p) => ` by ${p}`)}${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` by ${a}`)}`,
  sellChips: (d, s) => `Sell${when(count(d, s, 'units', 'quantity', 'gpus'), (n) => ` ${n}`)} used GPUs`,
  offer: (d, s) => `Offer${when(count(d, s, 'units', 'quantity', 'capacity'), (n) => ` ${n} H100 equivalents of`)} capacity`,
  default: () => 'Stop paying',
  restructure: () => 'Ask creditors for new terms',
  hold: () => 'Do nothing',
};
