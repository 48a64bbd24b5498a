/** 画面上图形旁的文字，中文。 */
import type { StageCatalogue } from './stage.en.ts';

export const stageZh: StageCatalogue = {
  condition: {
    none: '', hedge: '对冲型', speculative: '投机型', ponzi: '庞氏型', equityBurner: '烧股东的钱', distressed: '陷入困境', inDefault: '违约', resolved: '已处置',
  },
  lane: { cash: '现金', debt: '债务', equity: '股权', rent: '租金', gpu: 'GPU', promised: '承诺或未付', river: '多家合计' },
  column: { payers: '谁付钱', labs: 'AI 实验室', clouds: '云', vendors: '芯片商', lenders: '贷款人与机房出租方' },
  amount: { cash: (a) => a, debt: (a) => `债务 ${a}`, equity: (a) => `股权 ${a}`, rent: (a) => `租金 ${a}`, gpu: (a) => `GPU ${a}` },
  chips: (count) => `${count}块 GPU`,
  partPaid: (paid, due) => `应付 ${due}，实付 ${paid}`,
  followed: (amount) => `其中 ${amount}`,
  partOf: (part, whole) => `${whole}中的 ${part}`,
  unpaid: (due) => `${due} 未付`,
  promise: { commitment: (a) => `承诺 ${a}`, backstop: (a) => `兜底 ${a}`, undrawn: (a) => `可再借 ${a}` },
  hidden: (count, share) => `另有 ${count} 笔较小付款未画出，占 ${share}`,
  quantum: (amount) => `每个标记 ${amount}`,
  gathered: (count, amount) => `${count} 家共 ${amount}`,
  spread: (count, amount) => `共 ${amount}，给 ${count} 家`,
  bundle: (count, amount) => `另 ${count} 条，${amount}`,
  nothing: '这里没有付款',
  more: (count) => `另有 ${count} 项`,
  assets: (amount) => `资产 ${amount}`,
  equity: (amount) => `权益 ${amount}`,
  runway: (months) => `现金可撑 ${months} 个月`,
  noRunway: '现金没有减少',
  covenant: (lender, principal, state) => `${lender} ${principal}：${state}`,
  better: (amount) => `▲ +${amount}`,
  worse: (amount) => `▼ −${amount}`,
  lost: (amount) => `亏损 ${amount}`,
  stage: (date) => `${date}的资金网络。表格视图用文字说明同样的内容。`,
};
