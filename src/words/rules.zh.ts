/** 参与者做决定所依据的规则、所看的数据，以及状态机的守卫条件，中文。 */
import { cashReason } from './cash-reason.ts';
import type { RuleCatalogue, RuleFigures } from './rules.en.ts';

function cash(f: RuleFigures): string {
  switch (cashReason(f)) {
    case 'burn':
      return `${runway(f)}，规则要求 ${f.limit}`;
    case 'outlays':
      return `手头现金 ${f.of('cash')}，要留足两个月的支出，每月 ${f.of('outlays')}`;
    case 'maturing':
      return `有 ${f.of('maturing')} 债务到期要续借`;
    case 'kept':
      return `手头现金 ${f.of('cash')}，少于想留的数额`;
  }
}

/** 现金够用几个月，或者五年以上。 */
function runway(f: RuleFigures): string {
  const told = f.of('runway');
  return `现金够用${/^\d/.test(told) ? ' ' : ''}${told}`;
}

/** 芯片多久回本：月数、“五年以上”，或者不知道。 */
function payback(f: RuleFigures): string {
  const told = f.of('payback');
  return told === rulesZh.unknown ? '芯片何时回本未知' : `芯片要${/^\d/.test(told) ? ' ' : ''}${told}才回本`;
}

/** 小于此数的份额读来等于没有。 */
const TOLD = 0.005;

export const rulesZh: RuleCatalogue = {
  plain: (name, value, limit) => `${name}：${value}，对比 ${limit}`,
  months: (count) => `${count} 个月`,
  long: '五年以上',
  unknown: '未知',
  rule: {
    'chipVendor.produceAhead': (f) => `已订 ${f.of('backlog')} 块，预计每月 ${f.of('expected')} 块；每月最多投产 ${f.limit} 块`,
    'chipVendor.priceByScarcity': (f) => `买家需求中 ${f.of('unmet')} 无法供货，库存 ${f.of('stock')} 块`,
    'chipVendor.cadence': () => '下一代芯片已就绪',
    'chipVendor.stakeInCustomer': (f) => `三大客户买走 ${f.of('top3')} 的芯片（超过 ${f.limit} 就担心）；入股让别家也来买`,
    'chipVendor.stageDue': () => '所承诺投资的一期已到期',
    'chipVendor.demandElsewhere': (f) => `三大客户买走 ${f.of('top3')} 的芯片，高于 ${f.limit}；兜底让另一个买家活下去`,
    'chipVendor.rentBack': (f) => `向买芯片的客户回租算力，每月 ${f.of('amount')}`,
    'chipVendor.financeRivalsOfTheBig': (f) => `三大客户买走 ${f.of('top3')} 的芯片，高于 ${f.limit}，于是为它们的对手融资`,
    'chipVendor.customersFail': (f) => `${f.of('customerDistress')} 的客户陷入困境（界限 ${f.limit}）；销售从 ${f.of('revenueBefore')} 变为 ${f.of('revenueRecent')}`,
    'hyperscaler.capacityGap': (f) => `将需要 ${f.of('needed')} 个 H100 当量，连同在途共有 ${f.limit}`,
    'hyperscaler.shellGap': (f) => `空闲与将到的电力共 ${f.limit} 千瓦，要容纳 ${f.of('needed')} 个 H100 当量`,
    'hyperscaler.returnBelowHurdle': (f) => `预期回报 ${f.of('return')}，门槛 ${f.limit}`,
    'hyperscaler.rentWhenShort': (f) => `缺 ${f.of('short')} 个 H100 当量；达到 ${f.limit} 就租`,
    'hyperscaler.ownChip': (f) => `自研芯片承担 ${f.of('share')}，目标 ${f.limit}`,
    'hyperscaler.cashRule': cash,
    'hyperscaler.sharesLast': (f) => `${cash(f)}，而贷方拒绝了它所求的大部分`,
    'hyperscaler.strategicStake': (f) => `现金 ${f.of('cash')}，须留 ${f.limit}；其余可用于入股`,
    'neocloud.buyForContracts': (f) => `已售未到 ${f.of('uncovered')} 个 H100 当量；${payback(f)}，最多容许 ${f.limit}`,
    'neocloud.facility': (f) => `要付 ${f.of('cost')} 的芯片款，贷款人垫付其中 ${f.limit}`,
    'neocloud.valueLoan': (f) => `要付 ${f.of('cost')} 的芯片款，尚无人签约；只凭芯片价值，贷款人垫付 ${f.limit}`,
    'neocloud.buyAhead': (f) => `预计比已签的多卖 ${f.of('speculation')}；${payback(f)}，最多容许 ${f.limit}`,
    'neocloud.sellerCredit': (f) => `要付 ${f.of('cost')} 的芯片款，其中 ${f.limit} 须自出；卖方已答应赊 ${f.of('sellerLine')}`,
    'neocloud.spaceForChips': (f) => `芯片所需电力超过空闲的 ${f.of('freePower')} 千瓦与将到的 ${f.of('comingPower')} 千瓦`,
    'neocloud.signWhilePaying': (f) => `按今天的租价，${payback(f)}；不超过 ${f.limit}就签约`,
    'neocloud.cashRule': cash,
    'neocloud.shareIssue': cash,
    'neocloud.sellIdle': (f) => `只有 ${f.of('utilisation')} 的芯片在用，低于 ${f.limit}`,
    'neocloud.stopBuying': (f) => {
      const hindered = [(f.value('arrears') ?? 0) > 0 && `逾期账单 ${f.of('arrears')}`, (f.value('refused') ?? 0) >= TOLD && `上次申请被拒 ${f.of('refused')}`];
      return `无法扩张：${[...hindered.filter((each) => each !== false), `${payback(f)}`, runway(f)].join('，')}`;
    },
    'neocloud.askForTerms': (f) => `逾期账单 ${f.of('arrears')}`,
    'aiLab.computeShort': (f) => `想用 ${f.of('wanted')} 个 H100 当量，合同只有 ${f.limit}`,
    'aiLab.fundRaise': cash,
    'aiLab.debtAfterEquity': (f) => `${cash(f)}，而股东只愿再给 ${f.of('equityRoom')}`,
    'aiLab.cashTooShort': (f) =>
      (f.value('runway') ?? 0) < f.threshold
        ? `${runway(f)}；低于 ${f.limit}就削减`
        : (f.value('arrears') ?? 0) > 0
          ? `逾期账单 ${f.of('arrears')}；付清之前一直削减`
          : '现金曾经吃紧，在现金更宽裕之前一直削减',
    'aiLab.ownFleet': (f) => `${runway(f)}，多于所需的 ${f.limit}，且有空闲电力`,
    'aiLab.nextStage': (f) => `手头有 ${f.of('means')}，下一期须自出 ${f.limit}`,
    'aiLab.ownChip': (f) => `年销售 ${f.of('revenueYear')}；达到 ${f.limit} 自研就划算`,
    'aiLab.askForTerms': (f) => `逾期账单 ${f.of('arrears')}`,
    'lender.quote': (f) => `已放出 ${f.of('book')}，上限 ${f.limit}；损失占资本 ${f.of('lossShare')}`,
    'lender.sellSeized': (f) => `持有 ${f.of('seized')} 块扣押的 GPU；抛售压价 ${f.of('usedImpact')}，高于 ${f.limit} 就慢慢卖`,
    'reit.constructionLoan': (f) => `建设费 ${f.of('cost')}，贷款人出其中 ${f.limit}`,
    'reit.preLet': (f) => `租户要求 ${f.of('wanted')} 千瓦；项目须先租出 ${f.limit} 才开工`,
    'reit.cashRule': cash,
    'reit.shareIssue': cash,
    'reit.letAtMarket': (f) => `${f.of('vacancy')} 的机房空置`,
  },
  name: {
    'chipVendor.produceAhead': '先于需求投产', 'chipVendor.priceByScarcity': '按稀缺定价', 'chipVendor.cadence': '按期推出新一代', 'chipVendor.stakeInCustomer': '入股客户', 'chipVendor.stageDue': '一期投资到期', 'chipVendor.demandElsewhere': '为需求另找去处', 'chipVendor.rentBack': '向客户回租', 'chipVendor.financeRivalsOfTheBig': '为大客户的对手融资', 'chipVendor.customersFail': '客户陷入困境',
    'hyperscaler.capacityGap': '补足容量缺口', 'hyperscaler.shellGap': '补足机房缺口', 'hyperscaler.returnBelowHurdle': '回报低于门槛', 'hyperscaler.rentWhenShort': '不够就租', 'hyperscaler.ownChip': '自研芯片', 'hyperscaler.cashRule': '现金可撑月数', 'hyperscaler.sharesLast': '最后才发新股', 'hyperscaler.strategicStake': '战略入股',
    'neocloud.buyForContracts': '按已签合同购买', 'neocloud.facility': '以合同借款', 'neocloud.valueLoan': '以芯片借款', 'neocloud.buyAhead': '先于合同购买', 'neocloud.sellerCredit': '卖方赊账', 'neocloud.spaceForChips': '为芯片找机房', 'neocloud.signWhilePaying': '划算就签', 'neocloud.cashRule': '现金可撑月数', 'neocloud.shareIssue': '现金可撑月数', 'neocloud.sellIdle': '卖掉闲置', 'neocloud.stopBuying': '停止购买', 'neocloud.askForTerms': '请求重订条款',
    'aiLab.computeShort': '算力不足', 'aiLab.fundRaise': '现金可撑月数', 'aiLab.debtAfterEquity': '先股后债', 'aiLab.cashTooShort': '现金太少', 'aiLab.ownFleet': '自有算力', 'aiLab.nextStage': '下一期', 'aiLab.ownChip': '自研芯片', 'aiLab.askForTerms': '请求重订条款',
    'lender.quote': '本月报价', 'lender.sellSeized': '出售扣押物', 'reit.constructionLoan': '建设贷款', 'reit.preLet': '先租后建', 'reit.cashRule': '现金可撑月数', 'reit.shareIssue': '现金可撑月数', 'reit.letAtMarket': '按市价出租',
  },
  input: {
    advanceRate: '贷款人垫付', ahead: '空闲与将到电力（千瓦）', amount: '金额', arrears: '逾期账单', backlog: '已订 GPU', book: 'AI 贷款', bookLimit: '贷款上限', building: '在建（千瓦）', cap: '最多支付', capital: '自有资本', cash: '现金',
    chips: '该期芯片', comingPower: '将到电力（千瓦）', committed: '合同算力', cost: '成本', customThreat: '客户自研程度', customerDistress: '陷入困境的客户', debt: '债务', distressed: '借给陷入困境的公司的', equityRoom: '股东还愿投入',
    expected: '预计每月订单', financed: '投给客户的钱', fleet: '现有算力（H100 当量）', freePower: '空闲电力（千瓦）', hosted: '已售、用租户自研芯片（H100 当量）', remembered: '心目中的违约概率与完整周期之比', gradeShare: '优质客户占比', growth: '计划增长', loanToCost: '贷款占成本', lossShare: '损失占资本',
    lossYear: '全年亏损', making: '生产中', maturing: '待续借的债务', means: '手头资金', monthsToNext: '距下一代', needed: '所需算力（H100 当量）', onOrder: '在途（H100 当量）', ordersRecent: '近期每月订单', outlays: '每月支出',
    own: '自出部分', payback: '芯片回本', plan: '每月投资', preLet: '预租比例', priceOverLaunch: '标价与发布价之比', quotedRate: '报价利率', sellerLine: '卖方已答应', rate: '利率', receipts: '每月收入', refused: '上次申请被拒', rent: 'H100 月租',
    return: '预期回报', revenueBefore: '此前销售', revenueRecent: '近期销售', revenueYear: '全年销售', room: '还可融资', runway: '现金可撑', scarcity: '资本稀缺加价', seized: '扣押的 GPU', sentiment: '股东情绪', share: '份额', short: '缺少（H100 当量）',
    spaceRent: '每千瓦月租', speculation: '先于合同购买', stock: '库存', top3: '三大客户', uncovered: '已售未到', undrawn: '未提取额度', unmet: '无法供货', usedImpact: '抛售压价', usedToNew: '二手价与新品价之比',
    direct: '每月直接售出', kept: '留作消耗的现金', ownUse: '自用算力', utilisation: '使用率', vacancy: '空置', wanted: '想要',
    // 其他来源的情景与模拟记录中的数据
    cashMonths: '现金可撑', gap: '缺口', target: '目标', need: '需求与合同之比', margin: '毛利', cover: '覆盖率', debtServiceCover: '偿债覆盖率', interestCover: '利息覆盖率', leverage: '负债率', loanToValue: '贷款价值比', limit: '上限', headroom: '余量', exposure: '敞口', loss: '损失', price: '价格', units: '数量', months: '月数', revenue: '销售', burn: '每月消耗现金', spread: '利差', equity: '权益',
  },
  guard: {
    hasDefaulted: '已违约', isSettled: '破产财产已处置', isInTrouble: '账单逾期或违反契约', paysAll: '全年收入够付本息', paysInterest: '收入够付利息，不够还本', paysLess: '收入连利息也不够付',
    isRehabilitated: '重订条款后正常付款一年', isSoldOut: '买家所需有 5% 以上无法供货', isNotSoldOut: '订单三个月内可满足', hasTooMuch: '库存超过三个月订单，且订单下降', hasSoldOff: '库存降到两个月订单',
    fearsCustomers: '三大客户占 45% 以上，或自研芯片', customersFail: '客户陷入困境，或销售跌两成', customersAreSound: '客户正常付款，销售稳定', growthIsFast: '增长高于 25%，回报高于门槛', growthIsSlow: '增长低于 25%，或回报低于门槛',
    returnIsTooLow: '回报低于门槛的六成', returnIsBack: '回报重回门槛之上', designIsDone: '项目完成三分之二', chipHasFailed: '芯片不成功',
    'hyperscaler.wantsOwnChip': '想要更多自研芯片', chipIsReady: '项目完成且芯片成功', programmeEndsEarly: '付不出账，项目中止', 'aiLab.wantsOwnChip': '项目费用不到一年销售的 6%',
    cannotGrow: '违反契约、账单逾期、信贷被拒、回本太慢或现金不足两个月', canGrow: '正常付款、借得到钱、现金够四个月', mustShrink: '账单逾期，或芯片闲置而现金不多', isSteady: '账单付清，六成芯片在用',
    moneyIsDear: '现金不足规则的四分之三，或增长失望', moneyIsShort: '账单逾期，或现金不足规则的三分之一', moneyIsPlenty: '现金达标，增长如愿', isSafe: '账单付清，现金达到规则的六成',
    hasNoCapital: '资本耗尽', isPanicking: '损失超过资本 15%，或 35% 的贷款陷入困境', isWorried: '损失超过 3%，10% 的贷款陷入困境，或没有余量', isCalm: '损失低于 3%，陷入困境的贷款很少', isConfident: '没有损失，余量充足', isLessPanicked: '损失低于资本 10%',
    isAskedFor: '租户要求机房，且空置很少', hasEnough: '无人要求，或空置 12%', isEmptying: '空置四分之一、账单逾期或违反契约', isFilling: '空置低于 18%，账单付清',
  },
};
