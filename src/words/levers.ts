/** The parameters a reader is offered to change, in the order in which they matter, with what they mean in both languages. */
import type { Speaker } from './speaker.ts';
import type { Language } from './language.ts';

export interface Lever {
  /** As in a scenario's `parameters`. */
  readonly name: string;
  readonly shown: 'percent' | 'rate' | 'price' | 'months' | 'switch';
  readonly step: number;
  readonly text: { readonly [language in Language]: { readonly label: string; readonly about: string } };
  /** A value with its unit, where the number alone does not say it. */
  readonly unit: { readonly [language in Language]: (value: string) => string };
}

const plain = { en: (value: string) => value, zh: (value: string) => value };
const months = { en: (value: string) => `${value} months`, zh: (value: string) => `${value} 个月` };
const onOff = { en: (value: string) => (value === '0' ? 'off' : 'on'), zh: (value: string) => (value === '0' ? '关' : '开') };
const lever = (name: string, shown: Lever['shown'], step: number, en: readonly [string, string], zh: readonly [string, string], unit: Lever['unit'] = plain): Lever => ({
  name,
  shown,
  step,
  unit,
  text: { en: { label: en[0], about: en[1] }, zh: { label: zh[0], about: zh[1] } },
});

export const LEVERS: readonly Lever[] = [
  lever('demand.level', 'percent', 0.05, ['Demand for AI services', 'What people and firms pay for AI, against the path everybody planned for.'], ['AI 服务需求', '个人和企业为 AI 付的钱，与众人预期路径之比。']),
  lever('demand.growth', 'percent', 0.05, ['Growth of that demand', 'How fast it grows, against the press consensus.'], ['需求增速', '增长快慢，与媒体共识之比。']),
  lever('vendor.finance', 'switch', 1, ['The chip maker finances its customers', 'Stakes, tranches and loans that come back as orders.'], ['芯片商为客户融资', '入股、分期投资和贷款，再以订单的形式回来。'], onOff),
  lever('backstop.cap', 'percent', 0.1, ['Backstops', 'How much unsold capacity the chip maker has promised to pay for.'], ['兜底', '芯片商承诺买单的未售算力上限。']),
  lever('equity.appetite', 'percent', 0.05, ['Appetite of outside investors', 'Who lives on new shares needs it; 0 is a sudden stop.'], ['外部投资者的胃口', '靠增发过日子的公司离不开它；0 表示突然停止。']),
  lever('lender.bookLimit', 'percent', 0.05, ['How much lenders lend to AI', 'Multiplies the limit every lender sets itself.'], ['贷款人给 AI 的额度', '每家贷款人自设上限的倍数。']),
  lever('lender.baseRate', 'rate', 10, ['Base rate of interest', 'What floating debt pays before any spread.'], ['基准利率', '浮动利率债务在利差之前要付的利率。']),
  lever('covenant.cureMonths', 'months', 1, ['Time to cure a broken covenant', 'Before lenders call the loan in.'], ['违反契约后的补救期', '贷款人提前收回贷款之前的时间。'], months),
  lever('neocloud.advanceRate', 'percent', 0.05, ['What lenders advance on GPUs', 'Share of the price of chips that a neocloud may borrow.'], ['GPU 贷款的融资比例', '新云最多能借到芯片价格的几成。']),
  lever('used.impact', 'percent', 0.05, ['Fall of used-GPU prices when many are sold', 'How shallow the market for seized chips is.'], ['大量抛售时二手 GPU 的跌幅', '被扣押芯片的市场有多浅。']),
  lever('compute.price', 'price', 0.05, ['Opening price of compute', 'Dollars an H100 hour in the first month.'], ['算力期初价格', '首月每 H100 小时的美元价格。']),
  lever('chips.leadTime', 'months', 1, ['Waiting time for GPUs', 'From order to delivery.'], ['GPU 交货期', '从下单到交付。'], months),
  lever('china.open', 'switch', 1, ['China may buy', 'Chinese buyers outside the loop take chips.'], ['中国可以购买', '循环之外的中国买家购买芯片。'], onOff),
  lever('volatility', 'percent', 0.1, ['Chance', 'Multiplies everybody’s luck, good and bad; 0 switches chance off.'], ['运气', '放大或缩小每个人的好运与坏运；0 表示没有随机。']),
];

/** A value of a lever in its unit. */
export function leverFigure(lever: Lever, value: number, { format, language }: Speaker): string {
  switch (lever.shown) {
    case 'percent':
      return format.percent(value);
    case 'rate':
      return format.rate(value);
    case 'price':
      return format.price(value);
    case 'months':
      return lever.unit[language](format.number(value));
    case 'switch':
      return lever.unit[language](value === 0 ? '0' : '1');
  }
}
