/** How the simulated economy compares with the article, and how much demand it needs, in words. */
import type { Criterion } from '../calibration/break-even.ts';
import type { Language } from './language.ts';

export interface CalibrationWords {
  /** By id of the target. */
  readonly targets: { readonly [id: string]: string };
  readonly head: { readonly what: string; readonly article: string; readonly simulated: string; readonly ratio: string; readonly met: string; readonly fitted: string; readonly source: string };
  readonly yes: string;
  readonly no: string;
  readonly met: (met: number, of: number, seed: string) => string;
  readonly fitted: string;
  readonly breakEven: {
    readonly head: { readonly demand: string; readonly defaults: string; readonly returns: string; readonly coverage: string };
    readonly criterion: { readonly [criterion in Criterion]: string };
    readonly from: (demand: string) => string;
    readonly atMost: (demand: string) => string;
    readonly never: (demand: string) => string;
    readonly severalTimes: string;
    readonly meaning: (name: string, months: number, seed: string) => string;
  };
}

const en: CalibrationWords = {
  targets: {
    capexBigFour2025: 'Capital spending of the big four, 2025',
    capexFive2026: 'Capital spending of the five, 2026',
    vendorProfitYear: 'Nvidia’s profit, four quarters',
    vendorGrossMargin: 'Nvidia’s gross margin',
    vendorTopThree: 'Share of its three largest customers',
    coreweaveBacklog: 'CoreWeave’s contracts in hand',
    coreweaveRate: 'Rate CoreWeave borrows at',
    openaiRevenueHalf: 'OpenAI’s revenue, first half of 2025',
    openaiBurnHalf: 'OpenAI’s cash burn, first half of 2025',
    openaiLossHalf: 'OpenAI’s operating loss, first half of 2025',
    openaiLoss2028: 'OpenAI’s operating loss, 2028',
    openaiBreakEven: 'Year in which OpenAI breaks even',
    stageTraced: 'Nvidia’s part of a stage’s cost',
    stageEarmarked: 'Nvidia’s part of what comes back',
    stageEnabled: 'What comes back and hangs on the deal',
    returnNeeded: 'Profit a year that the capacity must earn',
  },
  head: { what: 'Target', article: 'Article', simulated: 'Simulated', ratio: 'Ratio', met: 'Met', fitted: 'Fitted', source: 'Source' },
  yes: 'yes',
  no: 'no',
  met: (met, of, seed) => `${met} of ${of} targets are met in the history of seed ${seed} (within a tenth, or inside the range given). Chance moves figures: another --seed shows by how much.`,
  fitted: 'Fitted: a parameter was chosen so that it comes out; the others are the model’s own results. No rule knows a target.',
  breakEven: {
    head: { demand: 'Demand', defaults: 'Defaults', returns: 'Return on AI capacity', coverage: 'Outside money over dues' },
    criterion: { nobodyFails: 'Nobody fails', capacityEarns: 'AI capacity earns something' },
    from: (demand) => `from ${demand} of the path on`,
    atMost: (demand) => `at ${demand} of the path already, the least that was tried`,
    never: (demand) => `not even at ${demand} of the path`,
    severalTimes: 'It also holds somewhere below and fails again in between: see the table.',
    meaning: (name, months, seed) => `“${name}” over ${months} months, seed ${seed}, under more or less of its own demand:`,
  },
};

const zh: CalibrationWords = {
  targets: {
    capexBigFour2025: '四大云巨头 2025 年资本开支',
    capexFive2026: '五大云巨头 2026 年资本开支',
    vendorProfitYear: '英伟达四个季度利润',
    vendorGrossMargin: '英伟达毛利率',
    vendorTopThree: '其前三大客户份额',
    coreweaveBacklog: 'CoreWeave 在手合同',
    coreweaveRate: 'CoreWeave 借款利率',
    openaiRevenueHalf: 'OpenAI 2025 年上半年收入',
    openaiBurnHalf: 'OpenAI 2025 年上半年现金消耗',
    openaiLossHalf: 'OpenAI 2025 年上半年经营亏损',
    openaiLoss2028: 'OpenAI 2028 年经营亏损',
    openaiBreakEven: 'OpenAI 盈亏平衡的年份',
    stageTraced: '每期成本中英伟达出资的份额',
    stageEarmarked: '回流款项中英伟达自有资金的份额',
    stageEnabled: '回流款项中取决于该交易的份额',
    returnNeeded: '产能每年须赚的利润',
  },
  head: { what: '目标', article: '文章', simulated: '模拟', ratio: '比值', met: '达到', fitted: '拟合', source: '来源' },
  yes: '是',
  no: '否',
  met: (met, of, seed) => `种子 ${seed} 的历史里，${of} 个目标达到 ${met} 个（相差一成以内，或在所给范围内）。运气会改变数字：换一个 --seed 可以看到变化多大。`,
  fitted: '拟合：选取某个参数使结果如此；其余是模型自己的结果。没有任何规则知道目标。',
  breakEven: {
    head: { demand: '需求', defaults: '违约数', returns: 'AI 产能回报率', coverage: '外来资金对到期债务之比' },
    criterion: { nobodyFails: '无人违约', capacityEarns: 'AI 产能有盈利' },
    from: (demand) => `自路径的 ${demand} 起`,
    atMost: (demand) => `在所试的最低值，即路径的 ${demand} 时已经如此`,
    never: (demand) => `即使达到路径的 ${demand} 也不成立`,
    severalTimes: '在更低处也曾成立，其间又不成立：见表。',
    meaning: (name, months, seed) => `“${name}”，${months} 个月，种子 ${seed}，在更多或更少的自身需求之下：`,
  },
};

export const CALIBRATION_WORDS: { readonly [language in Language]: CalibrationWords } = { en, zh };
