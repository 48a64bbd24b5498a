/** 每类事件一句话，中文。事件没有携带的事实就不说。 */
import type { Event } from '../model/decision.ts';
import type { EventSayings } from './events.en.ts';
import { dollarsIn, figure, partyIn, when, word, type Speaker } from './speaker.ts';

const who = (event: Event, speaker: Speaker): string => (event.actor === undefined ? '市场' : speaker.party(event.actor));
const WITH = ['counterparty', 'creditor', 'seller', 'buyer', 'lender', 'landlord', 'tenant', 'issuer', 'investor', 'beneficiary', 'guarantor', 'borrower', 'with', 'to', 'from', 'by', 'owner', 'vendor', 'refusedBy'] as const;
const MONEY = ['amount', 'dollars', 'value', 'total', 'loss', 'asked', 'due', 'principal', 'price'] as const;
const share = (event: Event, speaker: Speaker, ...names: string[]): string | null => {
  const value = figure(event.data, ...names);
  return value === null ? null : speaker.format.percent(Math.abs(value));
};
const times = (event: Event, speaker: Speaker, ...names: string[]): string | null => {
  const value = figure(event.data, ...names);
  return value === null ? null : speaker.format.times(value);
};
const units = (event: Event, speaker: Speaker, ...names: string[]): string | null => {
  const value = figure(event.data, ...names);
  return value === null ? null : speaker.format.count(value);
};

export const eventsZh: EventSayings = {
  shock: (e, s) => {
    if (e.data['announced'] === true) return '各方从期初的合同、债务和计划开始。';
    if (e.data['changed'] === true && word(e.data, 'lever') !== null) return `在这个假设中，${word(e.data, 'lever')!} 由 ${s.format.number(figure(e.data, 'from') ?? 0, 2)} 改为 ${s.format.number(figure(e.data, 'to') ?? 0, 2)}。`;
    const id = word(e.data, 'shock', 'id') ?? e.key.split('/').at(-1)!;
    const shock = s.scenario.shocks.find((one) => one.id === id || e.key.includes(one.id));
    return shock === undefined ? '外部条件改变。' : shock.text.zh;
  },
  stateChanged: (e, s) => {
    const region = word(e.data, 'region') ?? '';
    return `${who(e, s)}${when(region === '' ? null : region, (r) => `（${s.region(r)}）`)}${when(word(e.data, 'from'), (from) => `由“${s.state(region, from)}”`)}转为“${s.state(region, word(e.data, 'to') ?? '')}”。`;
  },
  decisionTaken: (e, s) => `${who(e, s)}决定：${(s.vocabulary.decision as { [type: string]: string })[word(e.data, 'decision', 'type') ?? ''] ?? '改变方向'}。`,
  contractSigned: (e, s) => `${who(e, s)}${when(partyIn(s, e.data, ...WITH), (p) => `与${p}`)}签约${when(dollarsIn(s, e.data, 'value', 'amount', 'total', 'dollars'), (d) => `，金额 ${d}`)}。`,
  contractEnded: (e, s) => `${who(e, s)}${when(partyIn(s, e.data, ...WITH), (p) => `与${p}`)}的合同终止。`,
  tranchePaid: (e, s) => `${who(e, s)}向${partyIn(s, e.data, 'issuer', ...WITH) ?? '对方'}支付一期投资${when(dollarsIn(s, e.data, ...MONEY), (d) => `：${d}`)}。`,
  stakeBought: (e, s) => `${who(e, s)}${when(dollarsIn(s, e.data, ...MONEY), (d) => `以 ${d} `)}入股${when(partyIn(s, e.data, 'issuer', ...WITH), (p) => p)}。`,
  backstopSigned: (e, s) => `${who(e, s)}承诺买下${partyIn(s, e.data, 'beneficiary', ...WITH) ?? '对方'}租不出去的算力${when(dollarsIn(s, e.data, 'cap', ...MONEY), (d) => `，上限 ${d}`)}。`,
  backstopCalled: (e, s) => `${who(e, s)}须为${partyIn(s, e.data, 'beneficiary', ...WITH) ?? '对方'}无人租用的算力付款${when(dollarsIn(s, e.data, ...MONEY), (d) => `：${d}`)}。`,
  generationLaunched: (e, s) => `${who(e, s)}发布${when(word(e.data, 'generation', 'name'), (g) => ` ${s.generation(g)}`) || '新一代芯片'}，旧芯片贬值。`,
  customChipDeployed: (e, s) => `${who(e, s)}开始使用自研芯片。`,
  refused: (e, s) => `${partyIn(s, e.data, 'refusedBy', 'lender', 'investor', 'by') ?? '市场'}拒绝给${who(e, s)}${when(dollarsIn(s, e.data, 'asked', 'amount', 'missing', 'dollars'), (d) => ` ${d}`) || '资金'}。`,
  missedPayment: (e, s) => {
    const due = figure(e.data, 'due');
    const paid = figure(e.data, 'paid');
    const to = partyIn(s, e.data, 'creditor', ...WITH);
    if (due === null || due <= 0 || paid === null) return `${who(e, s)}${when(to, (p) => `对${p}`)}未能付款。`;
    if (paid <= 0) return `${who(e, s)}应付${when(to, (p) => p)} ${s.format.dollars(due)}，分文未付。`;
    return `${who(e, s)}只付${when(to, (p) => `给${p}`)}应付款的 ${s.format.percent(paid / due)}，欠 ${s.format.dollars(due - paid)}。`;
  },
  coverBreach: (e, s) => `${who(e, s)}违反契约${when(times(e, s, 'cover'), (c) => `：覆盖率 ${c}`)}${when(times(e, s, 'covenant', 'threshold', 'needed'), (c) => `，要求 ${c}`)}。`,
  covenantWaived: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? '贷款人'}豁免${who(e, s)}违反的契约。`,
  cashTrap: (e, s) => `覆盖率好转之前，贷款人锁住${who(e, s)}的现金。`,
  accelerated: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? '贷款人'}要求${who(e, s)}提前还款${when(dollarsIn(s, e.data, ...MONEY), (d) => `：${d}`)}。`,
  marginCall: (e, s) => `${who(e, s)}须追加抵押${when(dollarsIn(s, e.data, ...MONEY), (d) => `：${d}`)}。`,
  default: (e, s) => `${who(e, s)}违约${when(e.shortfall === undefined ? null : s.format.dollars(e.shortfall.total), (d) => `，缺口 ${d}`)}。`,
  restructured: (e, s) => `${who(e, s)}与债权人重订条款。`,
  liquidated: (e, s) => `${who(e, s)}被清算。`,
  seizure: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? '贷款人'}扣押${e.actor === undefined ? '' : `${who(e, s)}的`}${when(units(e, s, 'units', 'gpus'), (n) => ` ${n} 块 `)}GPU。`,
  fireSale: (e, s) => `${when(units(e, s, 'units', 'gpus', 'sold'), (n) => `${n} 块`) || '大量'}二手 GPU 被集中抛售${when(dollarsIn(s, e.data, 'proceeds', 'amount'), (d) => `，得款 ${d}`)}。`,
  usedPriceFell: (e, s) => `二手 GPU 价格下跌${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` ${p}`)}。`,
  rentFell: (e, s) => `H100 小时价下跌${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` ${p}`)}。`,
  ordersFell: (e, s) => `${e.actor === undefined ? '新 GPU ' : who(e, s)}订单下降${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` ${p}`)}。`,
  revenueFell: (e, s) => (e.actor === undefined ? `最终客户在 AI 服务上的支出比计划少${when(share(e, s, 'by', 'share'), (p) => ` ${p}`) || '了'}。` : `${who(e, s)}收入不及预期${when(dollarsIn(s, e.data, 'amount', 'missing', 'dollars'), (d) => `，少 ${d}`) || when(share(e, s, 'by', 'share'), (p) => `，少 ${p}`)}。`),
  stakeMarked: (e, s) => (e.actor === undefined ? `投资者信心下降${when(share(e, s, 'share', 'by'), (p) => `，AI 股价下跌 ${p}`)}。` : share(e, s, 'share') !== null ? `${who(e, s)}的股价下跌 ${share(e, s, 'share')!}。` : `${who(e, s)}所持股份减值${when(dollarsIn(s, e.data, ...MONEY), (d) => ` ${d}`)}。`),
  creditTightened: (e, s) => `${who(e, s)}少放贷款，利率更高。`,
  lenderLoss: (e, s) => `${who(e, s)}因${partyIn(s, e.data, 'borrower', 'debtor') ?? '一笔贷款'}亏损${when(dollarsIn(s, e.data, 'loss', ...MONEY), (d) => ` ${d}`)}。`,
  vacancy: (e, s) => `${who(e, s)}的机房空置${when(share(e, s, 'share', 'vacancy'), (p) => ` ${p}`)}。`,
  roundClosed: (e, s) => `${who(e, s)}从股东处融资${when(dollarsIn(s, e.data, ...MONEY), (d) => ` ${d}`)}。`,
  listPriceCut: (e, s) => `${who(e, s)}下调标价${when(share(e, s, 'by', 'share', 'change'), (p) => ` ${p}`)}。`,
};
