/** 经济中各种事物的中文名称：参与者种类、科目、用途、步骤、状态、合同。 */
import type { Vocabulary } from './vocabulary.en.ts';

export const vocabularyZh: Vocabulary = {
  kind: {
    chipVendor: '芯片商', hyperscaler: '云巨头', neocloud: '新云', aiLab: 'AI 实验室', lender: '贷款人', reit: '机房出租方', endCustomers: '付费的人与企业', otherChipBuyers: '其他芯片买家', suppliers: '供应商与员工',
    outsideInvestors: '外部投资者', government: '政府', monetary: '货币列',
  },
  kinds: {
    chipVendor: '芯片商', hyperscaler: '云巨头', neocloud: '新云', aiLab: 'AI 实验室', lender: '贷款人', reit: '机房出租方', endCustomers: '最终客户', otherChipBuyers: '其他芯片买家', suppliers: '供应商', outsideInvestors: '外部投资者',
    government: '政府', monetary: '货币',
  },
  account: {
    cash: '现金', receivables: '应收账款', prepaid: '预付款', loans: '放出贷款', deposits: '存款', stakes: '持有股份', gpus: 'GPU', inventory: '芯片库存', buildings: '机房', construction: '在建工程', other: '核心业务',
    payables: '应付账款', customerDeposits: '客户定金', debt: '债务', depositsTaken: '吸收资金', equityIssued: '已发行股份', money: '已发行货币', netWorth: '权益', revenue: '收入', costOfSales: '销售成本', operatingCost: '运营成本', rentCost: '租金',
    nonCashCost: '股权薪酬', depreciation: '折旧', interestIncome: '利息收入', interestExpense: '利息支出', tax: '税', dividendsPaid: '支付股利', dividendsReceived: '收到股利', revaluation: '重估', creditLoss: '信用损失', deadweight: '破产损耗',
  },
  purpose: {
    aiService: 'AI 服务', spotCompute: '按小时租算力', coreSales: '核心产品', otherChips: '循环之外的芯片', loanDraw: '放款', depositPlaced: '存入', depositWithdrawn: '提取存款', shareIssue: '发行新股', vendorShareIssue: '芯片商认购新股',
    prepayment: '预付算力', orderDeposit: '订单定金', chipPurchase: '购买 GPU', depositApplied: '定金抵价', depositForfeited: '没收定金', depositReturned: '退还定金', chipDelivery: '交付 GPU', usedChipPurchase: '购买二手 GPU',
    usedChipDelivery: '交付二手 GPU', production: '芯片生产', construction: '机房建设', coreInvestment: 'AI 以外投资', computeAccrual: '交付算力', creditUsed: '预付款抵算力', rentAccrual: '应计租金', stockPay: '股权薪酬', compute: '算力费',
    vendorCloudCompute: '芯片商回租算力', rent: '租金', interest: '利息', principal: '偿还本金', running: '工资、电力与运营', revenueShare: '收入分成', backstop: '兜底付款', tax: '税', depositInterest: '存款利息', dividend: '向股东分配',
    damages: '违约赔偿', deficiency: '破产财产清偿', estateFee: '破产费用', rescue: '救助',
  },
  phase: {
    shock: '冲击', demand: '客户付款', perceive: '各方观察', decide: '各方决策', credit: '贷款', equity: '股权', chips: 'GPU', compute: '算力与机房', fund: '最后筹资', settle: '结算', covenants: '契约', resolve: '违约处置', mark: '估值', close: '核账',
  },
  beat: { income: '资金流入', decide: '决策', finance: '融资', goods: '货物', settle: '结算' },
  channel: {
    clearing: '欠付', collateral: '抵押品贬值', orders: '订单减少', credit: '信贷收紧', equity: '股权枯竭', rent: '算力降价', vacancy: '机房空置', backstop: '兜底启动', rollover: '续贷被拒',
  },
  origin: {
    endCustomers: 'AI 客户', coreBusiness: '核心业务', vendor: '芯片商自己的钱', vendorCloud: '芯片商回租算力', lenders: '贷款人', outsideEquity: '外部投资者', otherBuyers: '循环外买家', opening: '开始前的现金',
  },
  loan: { term: '定期贷款', delayedDraw: 'GPU 贷款', construction: '建设贷款', bond: '债券', vendor: '芯片商贷款', revolver: '循环额度' },
  lot: { idle: '闲置', installed: '运行', seized: '被扣押' },
  covenant: { none: '无契约', debtServiceCover: '偿债覆盖率', loanToValue: '贷款价值比', interestCover: '利息覆盖率' },
  covenantState: { pass: '达标', trap: '现金被锁', cure: '补救中', waived: '已豁免', accelerated: '提前到期' },
  obligation: {
    interest: '利息', principal: '本金', compute: '算力费', rent: '租金', running: '运营成本', tax: '税', backstop: '兜底', revenueShare: '收入分成', depositInterest: '存款利息', damages: '赔偿', deficiency: '差额',
  },
  event: {
    shock: '冲击', stateChanged: '状态变化', decisionTaken: '决策', contractSigned: '签约', contractEnded: '合同终止', tranchePaid: '支付一期投资', stakeBought: '入股', backstopSigned: '签兜底', backstopCalled: '兜底启动',
    generationLaunched: '新一代芯片', customChipDeployed: '自研芯片', refused: '被拒', missedPayment: '未能付款', coverBreach: '违反契约', covenantWaived: '豁免契约', cashTrap: '现金被锁', accelerated: '贷款提前到期', marginCall: '追加保证金',
    default: '违约', restructured: '重组', liquidated: '清算', seizure: 'GPU 被扣押', fireSale: 'GPU 抛售', usedPriceFell: '二手价下跌', rentFell: '算力降价', ordersFell: '订单下降', revenueFell: '收入下降', stakeMarked: '股权减值',
    creditTightened: '信贷收紧', lenderLoss: '贷款人亏损', vacancy: '机房空置', roundClosed: '完成融资', listPriceCut: '下调标价',
  },
  decision: {
    buy: '买 GPU', borrow: '借款', build: '建机房', lease: '租机房', commit: '签算力合同', customChip: '自研芯片', produce: '投产芯片', setPrice: '定价', launch: '发布新芯片', invest: '投资', financeCustomers: '为客户融资', stopFinancing: '停止融资',
    backstop: '提供兜底', lend: '放贷', raiseEquity: '股权融资', cut: '削减', sellChips: '卖 GPU', offer: '出租算力', default: '违约', restructure: '重组', hold: '不动',
  },
  region: { market: '市场', stance: '对客户的姿态', capex: '投资', customChip: '自研芯片', solvency: '偿付能力', growth: '增长', lending: '放贷', credit: '放贷', building: '建设', cadence: '新芯片', product: '新芯片' },
  state: {
    supplyConstrained: '供不应求', balanced: '平衡', glut: '过剩', armsLength: '公平交易', sellerFinancing: '为客户融资', retrenching: '收缩', racing: '竞赛', sustaining: '维持', cutting: '削减', buying: '外购', designing: '设计', tapingOut: '流片',
    deploying: '部署', hedge: '对冲型', speculative: '投机型', ponzi: '庞氏型', distressed: '陷入困境', inDefault: '违约', resolved: '已处置', scaling: '扩张', pausing: '暂停', shrinking: '缩减', commercialising: '商业化', loose: '宽松', normal: '正常',
    tight: '收紧', frozen: '冻结', failed: '倒闭', building: '建设', leasing: '招租', stalled: '停滞', equityBurner: '烧股东的钱', none: '',
  },
};
