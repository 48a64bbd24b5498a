/** 参与者作决定所依据的规则、所看的数据,以及状态机的守卫条件,中文。 */
import type { RuleCatalogue } from './rules.en.ts';

export const rulesZh: RuleCatalogue = {
  plain: (name, value, limit) => `${name}为 ${value}，规则界限 ${limit}`,
  months: (count) => `${count} 个月`,
  unknown: '未知',
  rule: {
    'hyperscaler.capacityGap': (f) => `容量比将来所需少 ${f.of('gap')}；达到 ${f.limit} 就下单`,
    'hyperscaler.chipMargin': (f) => `芯片商留下售价的 ${f.of('margin')}；高于 ${f.limit} 时自研划算`,
    'neocloud.fundOrders': (f) => `现金够用 ${f.of('cashMonths')}，规则要求 ${f.limit}`,
    'reit.preLet': (f) => `项目已预租 ${f.of('preLet')}，要求 ${f.limit}`,
    'aiLab.computeNeed': (f) => `所需算力为已签合同的 ${f.of('need')}`,
    'aiLab.runway': (f) => `现金够用 ${f.of('runway')}，规则要求 ${f.limit}`,
    'vendor.concentration': (f) => `三大客户买走 ${f.of('top3')} 的芯片；高于 ${f.limit} 就为其他客户融资`,
  },
  name: {
    'hyperscaler.capacityGap': '补足容量缺口',
    'hyperscaler.chipMargin': '芯片商的毛利',
    'neocloud.fundOrders': '为订单筹资',
    'reit.preLet': '先租后建',
    'aiLab.computeNeed': '来年所需算力',
    'aiLab.runway': '现金可用月数',
    'vendor.concentration': '客户太少',
  },
  input: {
    gap: '缺少的容量', target: '目标', cashMonths: '现金可用月数', preLet: '预租比例', need: '需求与合同之比', margin: '芯片毛利', top3: '三大客户占比',
    runway: '现金可用月数', cash: '现金', outlays: '每月支出', receipts: '每月收入', cashTarget: '应备现金月数', debt: '债务', equity: '权益', assets: '资产',
    revenueYear: '全年收入', operatingCashYear: '全年经营现金', interestYear: '全年利息', debtServiceCover: '偿债覆盖率', interestCover: '利息覆盖率', maturing: '待续借的债务',
    lines: '未提取额度', arrears: '未付账单', arrearsMonths: '拖欠月数', refused: '被拒信贷比例', equityRoom: '股东还愿投入', sentiment: '股东情绪',
    backlog: '未交订单', stock: '芯片库存', making: '生产中的芯片', ordersRecent: '近三个月订单', ordersBefore: '再前三个月订单', unmet: '无法承诺的订单', capacity: '产能',
    leadTime: '交付月数', listPrice: '标价', launchPrice: '发布价', unitCost: '单片成本', usedToNew: '二手与新品价比', customThreat: '客户自研程度', financeCap: '为客户融资的上限',
    financed: '投给客户的钱', customerDistress: '陷入困境的客户', revenueRecent: '近期收入', revenueBefore: '此前收入', monthsToNext: '距下一代月数', fleet: '现有算力', onOrder: '已订',
    needContracted: '合同所需', utilisation: '使用率', freePower: '空闲电力', comingPower: '将到电力', rentMonth: 'H100 月租', costMonth: 'H100 月成本', aiRevenue: 'AI 收入',
    recentGrowth: '近期增长', consensusGrowth: '预期增长', rivalGap: '对手领先', capexPlan: '计划投资', hurdle: '要求回报', aiMargin: 'AI 毛利', freeCash: '自由现金', return: '回报', rate: '利率',
    loss: '损失', exposure: '敞口', limit: '上限', headroom: '余量', leverage: '负债率', loanToValue: '贷款价值比', vacancy: '空置', growth: '增长', share: '份额', price: '价格', amount: '金额',
    uncovered: '已售未建', gradeShare: '优质客户占比', burn: '每月消耗现金', revenue: '收入', spread: '利差', months: '月数', units: '数量', cover: '覆盖率',
  },
  guard: {},
};
