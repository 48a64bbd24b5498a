/** 网络计算的输入有什么问题：在哪里、写了什么、应当是什么。 */
import type { NetworkProblem } from '../contagion/problem.ts';
import type { NetworkWords } from './network.en.ts';

const place = ({ path }: NetworkProblem): string => (path === '' ? '该案例' : `\`${path}\``);
const got = (problem: NetworkProblem): string => (problem.got === undefined ? '' : `，实际为 ${problem.got}`);

export const networkZh: NetworkWords = {
  notObject: (problem) => `${place(problem)} 应为由字段组成的对象，例如 {"means": [1, 2]}${got(problem)}。`,
  missing: (problem) => `缺少 ${place(problem)}。`,
  unknown: (problem) => `该计算没有 ${place(problem)} 这个字段。可用字段：${problem.expected}。`,
  notList: (problem) => `${place(problem)} 应为列表${got(problem)}。`,
  notSquare: (problem) => `矩阵必须是方阵：行 ${place(problem)} 应有 ${problem.expected} 项${got(problem)}。`,
  length: (problem) => `${place(problem)} 应有 ${problem.expected} 项，每个节点一项${got(problem)}。`,
  notNumber: (problem) => `${place(problem)} 应为数字${got(problem)}。`,
  notWhole: (problem) => `${place(problem)} 应为整数美元${got(problem)}。`,
  negative: (problem) => `${place(problem)} 不能为负${got(problem)}。`,
  tooLarge: (problem) => `${place(problem)} 过大，无法精确到每一美元${got(problem)}。总和最大为 9,007,199,254,740,991。`,
  diagonal: (problem) => `${place(problem)} 必须为 0：任何节点都不能欠自己、借给自己或持有自己${got(problem)}。`,
  notShare: (problem) => `${place(problem)} 应在 0 与 1 之间${got(problem)}。`,
  sharesOverOne: (problem) => `${place(problem)} 中的份额合计超过 1${got(problem)}。`,
  closedOwnership: (problem) => `${place(problem)} 处在一圈彼此全资持有的公司之中。必须有圈外的人持有其中一部分。`,
  excludes: (problem) => `${place(problem)} 与 \`${problem.expected}\` 不能同时给出。`,
  needs: (problem) => `${place(problem)} 只能与 \`${problem.expected}\` 一起给出。`,
  notInList: (problem) => `${place(problem)} 应为以下之一：${problem.expected}${got(problem)}。`,
  notText: (problem) => `${place(problem)} 应为名称${got(problem)}。`,
  repeated: (problem) => `${place(problem)} 的名称重复${got(problem)}。`,
  notFlag: (problem) => `${place(problem)} 应为 true 或 false${got(problem)}。`,
  unknownNode: (problem) => `${place(problem)} 指向 \`nodes\` 中没有的节点${got(problem)}。`,
  selfFlow: (problem) => `${place(problem)} 从一个节点流向它自己${got(problem)}。`,
  unbalanced: (problem) => `${place(problem)}（${problem.expected}）收支不平：流入比流出多 ${problem.got}。请在 \`externalIn\` 或 \`externalOut\` 中补上缺少的部分。`,
  notPositive: (problem) => `${place(problem)} 应大于 0${got(problem)}。`,
  trap: (problem) => `${place(problem)}：资金在若干节点之间循环而从不流出，无法追溯来源。`,
  unknownKind: (problem) => `没有名为 ${problem.got} 的计算。可用的有：${problem.expected}。`,
};
