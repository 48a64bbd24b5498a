/** Figures of the whole economy by the path they have in a recording: what they count, and a short name in each language. */
import type { Language } from './language.ts';

/** How a figure is written: `perHour` is millionths of a dollar. */
export type FigureUnit = 'dollars' | 'share' | 'ratio' | 'count' | 'perHour';

export const FIGURES = {
  'ai.endCustomerSpending': { unit: 'dollars', en: 'End customers pay for AI', zh: '最终客户为 AI 付款' },
  'ai.capex': { unit: 'dollars', en: 'Spent on AI capacity', zh: 'AI 产能投入' },
  'vendor.revenue': { unit: 'dollars', en: 'Chip maker: revenue', zh: '芯片商收入' },
  'vendor.trailingProfit': { unit: 'dollars', en: 'Chip maker: profit, 12 months', zh: '芯片商利润（12 个月）' },
  'vendor.orders': { unit: 'count', en: 'Chip maker: GPUs ordered', zh: '芯片商所获 GPU 订单' },
  'vendor.grossMargin': { unit: 'share', en: 'Chip maker: gross margin', zh: '芯片商毛利率' },
  'circularity.traced': { unit: 'share', en: 'Circularity, traced', zh: '循环程度：追踪' },
  'circularity.earmarked': { unit: 'share', en: 'Circularity, earmarked', zh: '循环程度：指定' },
  'circularity.enabled': { unit: 'share', en: 'Circularity, enabled', zh: '循环程度：促成' },
  outsideCoverage: { unit: 'ratio', en: 'Outside money over dues', zh: '外来资金对到期债务之比' },
  'minsky.hedge': { unit: 'share', en: 'Hedge finance', zh: '对冲型融资' },
  'minsky.speculative': { unit: 'share', en: 'Speculative finance', zh: '投机型融资' },
  'minsky.ponzi': { unit: 'share', en: 'Ponzi finance', zh: '庞氏型融资' },
  'minsky.equityBurner': { unit: 'share', en: 'Living on equity', zh: '烧股东的钱' },
  'concentration.hhi': { unit: 'count', en: 'Concentration (HHI)', zh: '集中度（HHI）' },
  'concentration.hhiLow': { unit: 'count', en: 'Concentration, at least', zh: '集中度下限' },
  'concentration.hhiHigh': { unit: 'count', en: 'Concentration, at most', zh: '集中度上限' },
  'concentration.top3': { unit: 'share', en: 'Three largest customers', zh: '前三大客户' },
  utilisation: { unit: 'share', en: 'Compute in use', zh: '算力使用率' },
  usedToNew: { unit: 'ratio', en: 'Used over new GPU price', zh: '二手 GPU 与新品价格之比' },
  computePrice: { unit: 'perHour', en: 'Price of a GPU hour', zh: 'H100 小时价' },
  returnOnAiCapex: { unit: 'share', en: 'Return on AI capacity', zh: 'AI 产能回报率' },
  'debtRank.r2012': { unit: 'share', en: 'DebtRank (2012)', zh: 'DebtRank（2012）' },
  'debtRank.r2015': { unit: 'share', en: 'DebtRank (2015)', zh: 'DebtRank（2015）' },
  'clearingShortfall.dollars': { unit: 'dollars', en: 'Left unpaid if the worst failed', zh: '最坏者倒下后的未付额' },
  'clearingShortfall.overCapital': { unit: 'ratio', en: 'The same over lenders’ capital', zh: '同上，对贷款人资本之比' },
  fireSaleLoss: { unit: 'dollars', en: 'Fire-sale loss', zh: '抛售损失' },
  'losses.credit': { unit: 'dollars', en: 'Credit losses', zh: '信用损失' },
  'losses.marks': { unit: 'dollars', en: 'Losses of value', zh: '价值损失' },
  'losses.deadweight': { unit: 'dollars', en: 'Lost in bankruptcy', zh: '破产损耗' },
  lenderCapital: { unit: 'share', en: 'Lenders’ equity over loans', zh: '贷款人自有资本与贷款之比' },
  creditSpread: { unit: 'share', en: 'Spread of a high-yield borrower', zh: '高收益借款人的利差' },
  creditMemory: { unit: 'share', en: 'Odds of failure lenders reckon with, of a whole cycle’s', zh: '贷款人心目中的违约概率（占完整周期）' },
  booksResidual: { unit: 'dollars', en: 'Books off balance by', zh: '账目相差' },
} as const satisfies { readonly [path: string]: { readonly unit: FigureUnit; readonly en: string; readonly zh: string } };

/** Its short name; the path itself where a newer recording has a figure that is not known here. */
export function figureName(path: string, language: Language): string {
  return Object.hasOwn(FIGURES, path) ? FIGURES[path as keyof typeof FIGURES][language] : path;
}

export function figureUnit(path: string): FigureUnit {
  return Object.hasOwn(FIGURES, path) ? FIGURES[path as keyof typeof FIGURES].unit : 'ratio';
}
