/** 情景文件的错误说明（中文）。 */
import type { ProblemData } from '../scenario/problem.ts';
import type { ScenarioWords } from './scenario.en.ts';

const EXPECTED: { readonly [kind: string]: string } = {
  dollars: '整数美元',
  wholeNumber: '整数',
  tick: '整数月份（0 为 2025 年 1 月）',
  number: '数字',
  text: '文字',
  map: '一组字段',
  list: '列表',
  yesNo: 'true 或 false',
  quantity: '带 value、unit、mark 和 source 的数字',
  bilingual: '中英文两种文字（en 与 zh）',
  id: '标识：小写字母、数字和连字符',
};

const WHAT: { readonly [kind: string]: string } = {
  party: '参与者',
  loan: '贷款',
  contract: '算力合同',
  generation: '芯片代次',
  generationOfVendor: '属于该厂商的芯片代次',
  lever: '参数',
};

const SYNTAX: { readonly [code: string]: string } = {
  TAB_AS_INDENT: '请用空格缩进，不要用制表符',
  BAD_INDENT: '这一行缩进有误',
  UNCLOSED: '此处打开的括号没有闭合，或括号内的行没有缩进',
  MISSING_CHAR: '缺少括号、引号或逗号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里字段不能再套字段',
  MULTILINE_IMPLICIT_KEY: '缺少冒号，或断行位置不对',
  KEY_OVER_1024_CHARS: '缺少冒号',
  UNEXPECTED_TOKEN: '此处有多余的内容',
  YAML_VERSION: '请使用 YAML 1.2，不要写 %YAML 行',
};

const got = (data: ProblemData): string => {
  if (data.kind === 'nothing') return '空值';
  if (data.kind === 'map') return '一组字段';
  if (data.kind === 'list') return '列表';
  return ` ${String(data.got)}`;
};
const meant = (data: ProblemData): string => (data.suggestion === undefined ? '' : `是否想写 \`${data.suggestion}\`？`);
const bounds = (data: ProblemData): string => (data.high === 'none' ? `不小于 ${data.low}` : `介于 ${data.low} 与 ${data.high} 之间`);

export const scenarioZh: ScenarioWords = {
  line: (place, text, example) =>
    `${place.file} 第 ${place.line} 行第 ${place.column} 列：${text}${example === undefined ? '' : `示例：${example}`}`,
  tooLarge: (d) => `文件太大：${d.size} 个字符，上限 ${d.limit}。`,
  empty: () => '文件是空的。',
  hiddenCharacter: (d) => `此处有不可见字符（${d.got}），请删除。`,
  syntax: (d) => `不是有效的 YAML：${SYNTAX[String(d.reason)] ?? '这一行无法读取'}。`,
  tooDeep: (d) => `字段嵌套超过 ${d.limit} 层；情景只需要七层。`,
  severalDocuments: () => '此处开始了第二份文档；一个文件只能有一个情景。',
  notAMap: () => '情景应是一组有名字的字段，不能是列表或单个值。',
  alias: (d) => `不允许引用 ${d.got}；请把值写出来。`,
  tag: (d) => `不允许类型标签：${d.got}；请写普通的值。`,
  badKey: () => '字段名必须是普通的词。',
  duplicateKey: (d) => `字段 ${d.got} 出现两次，首次在第 ${d.first} 行。`,
  forbiddenKey: (d) => `不允许使用字段名 ${d.got}。`,
  badNumber: (d) => `${d.got} 不是模型能用的数字。`,
  extendsUnknown: (d) => `没有可供继承的情景 ${d.got}。`,
  extendsCycle: (d) => `情景互相继承成环或层数过多：${d.chain}。`,
  unknownField: (d) => `这里没有字段 ${d.field}。${meant(d)}${d.known === undefined || d.known === '' ? '' : `可用字段：${d.known}。`}`,
  missingField: (d) => `缺少 \`${d.field}\`。`,
  wrongType: (d) => `\`${d.field}\` 必须是${EXPECTED[String(d.expected)]}，实际为${got(d)}。`,
  notInList: (d) => `\`${d.field}\` 必须是 ${d.options} 之一，实际为${got(d)}。${meant(d)}`,
  tooSmall: (d) => `\`${d.field}\` 必须${d.strict === 1 ? '大于' : '不小于'} ${d.limit}，实际为${got(d)}。`,
  tooBig: (d) => `\`${d.field}\` 不得大于 ${d.limit}，实际为${got(d)}。`,
  tooShort: (d) => `\`${d.field}\` 不能为空。`,
  tooLong: (d) => `\`${d.field}\` 超过 ${d.limit} 个字符。`,
  badId: (d) => `\`${d.field}\` 只能用小写字母、数字和连字符，最多 40 个，实际为${got(d)}。`,
  otherwise: (d) => `\`${d.field}\` 无法使用，实际为${got(d)}。`,
  duplicateId: (d) => `标识 ${d.got} 在 ${d.list} 中用了两次，首次在第 ${d.first} 行。`,
  unknownReference: (d) =>
    d.what === 'launched' ? `芯片商 ${d.got} 在开始时没有在售的代次。` : `没有名为 ${d.got} 的${WHAT[String(d.what)]}。${meant(d)}`,
  wrongKind: (d) => `${d.got} 的类型是 ${d.kind}；此处必须是${d.expected === 'actor' ? '参与者，不能是部门' : ` ${d.expected} 之一`}。`,
  unknownTerm: (d) => `${d.kind} 没有条款 ${d.term}。${meant(d)}${d.known === undefined || d.known === '' ? '' : `可用条款：${d.known}。`}`,
  missingTerm: (d) => `${d.party} 的类型是 ${d.kind}，缺少条款 \`${d.term}\`（${d.meaning}）。`,
  unknownParameter: (d) => `没有参数 ${d.parameter}。${meant(d)}`,
  missingParameter: (d) => `缺少参数 \`${d.parameter}\`（${d.meaning}）。`,
  wrongUnit: (d) => `单位必须是 ${d.expected}，实际为 ${d.got}。`,
  outOfRange: (d) => `\`${d.field}\` 必须${bounds(d)}，实际为 ${d.got}。`,
  missingSector: (d) => `缺少 ${d.kind} 部门；没有它账目无法平衡。`,
  severalOfSector: (d) => `${d.kind} 部门出现了第二个；只能有一个。`,
  missingVendor: () => '没有 chipVendor（芯片商）。',
  selfDealing: (d) => `${d.got} 同时出现在交易两边。`,
  badDates: (d) =>
    d.rule === 'range' ? '区间的上下限颠倒了。' : `\`${d.second}\`（${d.got}）必须${d.rule === 'after' ? '晚于' : '不早于'} \`${d.first}\`（${d.limit}）。`,
  lienOfAnother: (d) => `${d.owner} 不能抵押给 ${d.got}：该贷款的借款人是 ${d.borrower}。`,
  contractOfAnother: (d) => `${d.borrower} 不能以 ${d.got} 借款：该合同的卖方是 ${d.seller}。`,
  sharesMismatch: (d) => `${d.issuer} 有 ${d.count} 股，但各方持股合计 ${d.held} 股。`,
  noShares: (d) => `${d.got} 没有 \`shares\`，无法被持股。`,
  lenderUnbalanced: (d) => `${d.lender} 的账不平：现金、贷款（${d.lent}）和其他资产合计 ${d.assets}，负债与资本合计 ${d.funding}。`,
  overLet: (d) => `${d.landlord} 在第 ${d.tick} 个月要出租 ${d.let} kW，但只有 ${d.room} kW。`,
  tooYoungGeneration: (d) => `${d.generation} 的批次不可能已有 ${d.got} 个月：它在第 ${d.launchAt} 个月才上市。`,
  tooMany: (d) => `另外至少还有 ${d.rest} 个问题。`,
};
