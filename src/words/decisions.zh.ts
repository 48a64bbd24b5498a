/** 每类决策一行话，中文：选择了什么，多少，与谁。 */
import type { Decision } from '../model/decision.ts';
import type { DecisionSayings } from './decisions.en.ts';
import { dollarsIn, figure, partyIn, when, word, type Speaker } from './speaker.ts';

const WITH = ['seller', 'lender', 'landlord', 'buyer', 'vendor', 'issuer', 'beneficiary', 'counterparty', 'with', 'to', 'from'] as const;
const count = (d: Decision, s: Speaker, ...names: string[]): string | null => {
  const value = figure(d.params, ...names);
  return value === null ? null : s.format.count(value);
};
const rate = (d: Decision, s: Speaker): string => when(figure(d.params, 'rate') === null ? null : s.format.rate(figure(d.params, 'rate')!), (r) => `，利率 ${r}`);
const AMOUNT = ['amount', 'dollars', 'limit', 'supply', 'cap', 'budget'] as const;

export const decisionsZh: DecisionSayings = {
  buy: (d, s) => `${when(partyIn(s, d.params, ...WITH), (p) => `向${p}`)}购买${when(count(d, s, 'units', 'quantity', 'gpus'), (n) => ` ${n} 块`)} GPU${when(dollarsIn(s, d.params, ...AMOUNT), (a) => `，${a}`)}`,
  borrow: (d, s) => `${when(partyIn(s, d.params, ...WITH), (p) => `向${p}`)}借款${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}${rate(d, s)}`,
  build: (d, s) => `建设${when(count(d, s, 'kilowatts', 'capacity', 'kw'), (n) => ` ${n} 千瓦`)}机房`,
  lease: (d, s) => `${when(partyIn(s, d.params, ...WITH), (p) => `向${p}`)}租用${when(count(d, s, 'kilowatts', 'capacity', 'kw'), (n) => ` ${n} 千瓦`)}机房`,
  commit: (d, s) => `${when(partyIn(s, d.params, ...WITH), (p) => `与${p}`)}签算力合同${when(count(d, s, 'units', 'quantity'), (n) => `：${n} 个 H100 当量`)}`,
  customChip: () => '推进自研芯片',
  produce: (d, s) => `投产${when(count(d, s, 'units', 'quantity'), (n) => ` ${n} 块`)} GPU`,
  setPrice: (d, s) => `确定标价${when(dollarsIn(s, d.params, 'price', ...AMOUNT), (p) => `：${p}`)}`,
  launch: (d, s) => `发布${when(word(d.params, 'generation'), (g) => ` ${s.generation(g)}`) || '新芯片'}`,
  invest: (d, s) => `投资${when(partyIn(s, d.params, 'issuer', ...WITH), (p) => ` ${p}`)}${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}`,
  financeCustomers: (d, s) => `为客户融资${when(dollarsIn(s, d.params, ...AMOUNT), (a) => `，上限 ${a}`)}`,
  stopFinancing: () => '停止为客户融资',
  backstop: (d, s) => `承诺为${partyIn(s, d.params, 'beneficiary', ...WITH) ?? '对方'}兜底${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}`,
  lend: (d, s) => `${when(partyIn(s, d.params, 'borrower'), (p) => `向${p}`)}${when(dollarsIn(s, d.params, ...AMOUNT), (a) => `最多借出 ${a}`) || '放贷'}${rate(d, s)}${when(dollarsIn(s, d.params, 'nameLimit'), (a) => `，单一借款人不超过 ${a}`)}`,
  raiseEquity: (d, s) => `向股东融资${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}`,
  cut: (d, s) => `削减支出${when(figure(d.params, 'share') === null ? null : s.format.percent(figure(d.params, 'share')!), (p) => ` ${p}`)}${when(dollarsIn(s, d.params, ...AMOUNT), (a) => ` ${a}`)}`,
  sellChips: (d, s) => `出售${when(count(d, s, 'units', 'quantity', 'gpus'), (n) => ` ${n} 块`)}二手 GPU`,
  offer: (d, s) => `出租${when(count(d, s, 'units', 'quantity', 'capacity'), (n) => ` ${n} 个 H100 当量`)}算力`,
  default: () => '停止付款',
  restructure: () => '请债权人重订条款',
  hold: () => '按兵不动',
};
