/** 字幕，中文：每类事件一句或几句，最完整的在前；取第一句不超过 24 个字的。 */
import type { Event } from '../model/decision.ts';
import { MONEY, OTHER, type CaptionCatalogue, type Candidates } from './captions.en.ts';
import { dollarsIn, figure, partyIn, word, type Speaker } from './speaker.ts';

const who = (e: Event, s: Speaker): string => (e.actor === undefined ? '市场' : s.party(e.actor));
const other = (e: Event, s: Speaker): string | null => partyIn(s, e.data, ...OTHER);
const money = (e: Event, s: Speaker): string | null => dollarsIn(s, e.data, ...MONEY);
const share = (e: Event, s: Speaker): string | null => {
  const value = figure(e.data, 'by', 'share', 'fall', 'change', 'vacancy');
  return value === null ? null : s.format.percent(Math.abs(value));
};
const known = (...candidates: readonly (readonly [sentence: string, ...facts: (string | null)[]])[]): Candidates =>
  candidates.filter(([, ...facts]) => facts.every((fact) => fact !== null)).map(([text]) => text);

export const captionsZh: CaptionCatalogue = {
  quiet: '平静的一个月。',
  uneventful: {
    shock: '先看外部消息。本月没有。',
    demand: '客户为 AI 付款。这一步无大事。',
    perceive: '各方查看账目和价格，钱还没动。',
    decide: '各方作出决定。这一步无大事。',
    credit: '借款人申请，贷款人答复。这一步无大事。',
    equity: '公司向投资者筹钱。这一步无大事。',
    chips: 'GPU 下单、交货。这一步无大事。',
    compute: '租用算力与机房。这一步无大事。',
    fund: '按手头现金削减计划。这一步无大事。',
    settle: '到期款项一并支付。这一步无大事。',
    covenants: '贷款人检查贷款契约。这一步无大事。',
    resolve: '长期拖欠者在此违约，本月没有。',
    mark: '资产重新估值。这一步无大事。',
    close: '核对账目，不再动钱。',
  },
  event: {
    shock: (e, s) => {
      const id = word(e.data, 'shock', 'id') ?? e.key.split('/').at(-1)!;
      const shock = s.scenario.shocks.find((one) => one.id === id || e.key.includes(one.id));
      return [...(shock === undefined ? [] : [shock.text.zh]), '外部条件改变。'];
    },
    stateChanged: (e, s) => [`${who(e, s)}转为“${s.state(word(e.data, 'region') ?? '', word(e.data, 'to') ?? '')}”。`],
    decisionTaken: (e, s) => [`${who(e, s)}改变方向。`, '有参与者改变方向。'],
    contractSigned: (e, s) => known([`${who(e, s)}与${other(e, s)}签约，${money(e, s)}。`, other(e, s), money(e, s)], [`${who(e, s)}与${other(e, s)}签约。`, other(e, s)], [`${who(e, s)}签约。`], ['有人签约。']),
    contractEnded: (e, s) => known([`${who(e, s)}失去与${other(e, s)}的合同。`, other(e, s)], [`${who(e, s)}一份合同终止。`], ['一份合同终止。']),
    tranchePaid: (e, s) => known([`${who(e, s)}向${other(e, s)}投资 ${money(e, s)}。`, money(e, s), other(e, s)], [`${who(e, s)}投资 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}支付一期投资。`], ['支付一期投资。']),
    stakeBought: (e, s) => known([`${who(e, s)}以 ${money(e, s)}入股${other(e, s)}。`, other(e, s), money(e, s)], [`${who(e, s)}入股。`], ['有人入股。']),
    backstopSigned: (e, s) => known([`${who(e, s)}为${other(e, s)}兜底 ${money(e, s)}。`, other(e, s), money(e, s)], [`${who(e, s)}承诺兜底。`], ['有人承诺兜底。']),
    backstopCalled: (e, s) => known([`${who(e, s)}为闲置算力付 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}须履行兜底。`], ['兜底启动。']),
    generationLaunched: (e, s) => known([`${who(e, s)}发布 ${generation(e, s)}，旧芯片贬值。`, generation(e, s)], [`${who(e, s)}发布新芯片。`], ['新芯片发布。']),
    customChipDeployed: (e, s) => [`${who(e, s)}开始使用自研芯片。`, '自研芯片投入使用。'],
    refused: (e, s) => {
      const by = partyIn(s, e.data, 'refusedBy', 'lender', 'investor', 'by');
      return known([`${by}拒绝给${who(e, s)} ${money(e, s)}。`, by, money(e, s)], [`${who(e, s)}要 ${money(e, s)}，被拒。`, money(e, s)], [`${who(e, s)}融资被拒。`], ['融资被拒。']);
    },
    missedPayment: (e, s) => {
      const due = figure(e.data, 'due');
      const paid = figure(e.data, 'paid');
      const to = other(e, s);
      const plain = [[`${who(e, s)}未能付款。`], ['有人未能付款。']] as const;
      if (due === null || due <= 0 || paid === null) return known([`${who(e, s)}欠${to}的款未付。`, to], ...plain);
      const missing = s.format.dollars(due - paid);
      if (paid <= 0) return known([`${who(e, s)}分文未付${to}，欠 ${missing}。`, to], [`${who(e, s)}分文未付，欠 ${missing}。`], ...plain);
      const part = s.format.percent(paid / due);
      return known([`${who(e, s)}只付${to} ${part}，欠 ${missing}。`, to], [`${who(e, s)}只付 ${part}，欠 ${missing}。`], ...plain);
    },
    coverBreach: (e, s) => {
      const cover = figure(e.data, 'cover');
      const needed = figure(e.data, 'covenant', 'threshold', 'needed');
      const times = cover === null ? null : s.format.times(cover);
      return known([`${who(e, s)}违反契约：覆盖率 ${times}，要 ${needed === null ? '' : s.format.times(needed)}。`, times, needed === null ? null : ''], [`${who(e, s)}违反贷款契约。`], ['有人违反贷款契约。']);
    },
    covenantWaived: (e, s) => known([`${other(e, s)}豁免${who(e, s)}的契约。`, other(e, s)], [`${who(e, s)}的契约获豁免。`], ['契约获豁免。']),
    cashTrap: (e, s) => [`${who(e, s)}的现金被贷款人锁住。`, '现金被贷款人锁住。'],
    accelerated: (e, s) => known([`${other(e, s)}要${who(e, s)}提前还 ${money(e, s)}。`, other(e, s), money(e, s)], [`${who(e, s)}的贷款提前到期。`], ['贷款提前到期。']),
    marginCall: (e, s) => known([`${who(e, s)}须追加抵押 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}须追加抵押。`], ['须追加抵押。']),
    default: (e, s) => {
      const short = e.shortfall === undefined ? null : s.format.dollars(e.shortfall.total);
      return known([`${who(e, s)}违约，缺口 ${short}。`, short], [`${who(e, s)}违约。`], ['有人违约。']);
    },
    restructured: (e, s) => [`${who(e, s)}与债权人重订条款。`, '与债权人重订条款。'],
    liquidated: (e, s) => [`${who(e, s)}被清算。`, '有人被清算。'],
    seizure: (e, s) => {
      const by = partyIn(s, e.data, 'lender', ...OTHER);
      const units = figure(e.data, 'units', 'gpus');
      const count = units === null ? null : s.format.count(units);
      return known([`${by}扣押${who(e, s)} ${count} 块 GPU。`, by, count, e.actor ?? null], [`${by}扣押${who(e, s)}的 GPU。`, by, e.actor ?? null], ['贷款人扣押 GPU。']);
    },
    fireSale: (e, s) => {
      const units = figure(e.data, 'units', 'gpus', 'sold');
      return known([`${units === null ? '' : s.format.count(units)} 块二手 GPU 集中抛售。`, units === null ? null : ''], ['二手 GPU 集中抛售。']);
    },
    usedPriceFell: (e, s) => known([`二手 GPU 跌 ${share(e, s)}，抵押品也贬值。`, share(e, s)], ['二手 GPU 跌价。']),
    rentFell: (e, s) => known([`GPU 租价下跌 ${share(e, s)}。`, share(e, s)], ['GPU 租价下跌。']),
    ordersFell: (e, s) => {
      const fall = share(e, s);
      return e.actor === undefined ? known([`新 GPU 订单下降 ${fall}。`, fall], ['新 GPU 订单下降。']) : known([`${who(e, s)}订单下降 ${fall}。`, fall], [`${who(e, s)}订单下降。`], ['订单下降。']);
    },
    revenueFell: (e, s) => [e.actor === undefined ? '最终客户花得比计划少。' : `${who(e, s)}收入不及预期。`, '收入不及预期。'],
    stakeMarked: (e, s) => known([`${who(e, s)}持股减值 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}持股减值。`], ['持股减值。']),
    creditTightened: (e, s) => [`${who(e, s)}少放贷款，利率更高。`, '信贷收紧。'],
    lenderLoss: (e, s) => {
      const on = partyIn(s, e.data, 'borrower', 'debtor');
      return known([`${who(e, s)}因${on}亏损 ${money(e, s)}。`, money(e, s), on], [`${who(e, s)}亏损 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}贷款亏损。`], ['贷款亏损。']);
    },
    vacancy: (e, s) => known([`${who(e, s)} ${share(e, s)} 的机房空置。`, share(e, s)], [`${who(e, s)}机房空置。`], ['机房空置。']),
    roundClosed: (e, s) => known([`${who(e, s)}从股东处融资 ${money(e, s)}。`, money(e, s)], [`${who(e, s)}完成融资。`], ['完成融资。']),
    listPriceCut: (e, s) => known([`${who(e, s)}标价下调 ${share(e, s)}。`, share(e, s)], [`${who(e, s)}下调标价。`], ['标价下调。']),
  },
  decision: (d, s) => {
    const name = s.party(d.actor);
    switch (d.type) {
      case 'stopFinancing':
        return [`${name}停止为客户融资。`, '停止为客户融资。'];
      case 'customChip':
        return [`${name}推进自研芯片。`, '推进自研芯片。'];
      case 'cut':
        return [`${name}削减支出。`, '削减支出。'];
      case 'default':
        return [`${name}停止付款。`, '停止付款。'];
      case 'restructure':
        return [`${name}请求重订条款。`, '请求重订条款。'];
      case 'backstop':
        return [`${name}承诺兜底。`, '承诺兜底。'];
      case 'launch':
        return [`${name}发布新芯片。`, '新芯片发布。'];
      default:
        return [];
    }
  },
  flow: (flow, s) => {
    const [from, to, amount] = [s.party(flow.from), s.party(flow.to), s.format.dollars(flow.amount)];
    const plain = `${from}付给${to} ${amount}。`;
    switch (flow.purpose) {
      case 'loanDraw':
        return [`${to}向${from}借 ${amount}。`, `${to}借入 ${amount}。`];
      case 'shareIssue':
      case 'vendorShareIssue':
        return [`${from}买入${to}股份 ${amount}。`, plain, `${to}融资 ${amount}。`];
      case 'aiService':
        return [`${to}的 AI 服务收入 ${amount}。`, plain];
      case 'chipPurchase':
        return [`${from}向${to}买 GPU，${amount}。`, `${from}买 GPU，${amount}。`];
      case 'compute':
        return [`${from}向${to}付算力费 ${amount}。`, `${from}付算力费 ${amount}。`];
      default:
        return [plain, `${from}付出 ${amount}。`];
    }
  },
  homecoming: ({ vendor, customer, amount, back }, s) => {
    const [v, c, out, home] = [s.party(vendor), s.party(customer), s.format.dollars(amount), s.format.dollars(back)];
    return [`${v}投${c} ${out}，${home}买芯片回来。`, `${v}投出 ${out}，回来 ${home}。`];
  },
};

function generation(e: Event, s: Speaker): string | null {
  const id = word(e.data, 'generation', 'name');
  return id === null ? null : s.generation(id);
}
