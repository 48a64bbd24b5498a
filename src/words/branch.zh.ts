/** Why a change to a history cannot be made, in Chinese. */
import type { BranchWords } from './branch.en.ts';
import { MEANT } from './meant.ts';

const meant = MEANT.zh;

export const branchZh: BranchWords = {
  'branch.tick': ({ at, ticks }) => (ticks === 0 ? '还没有可以分叉的月份。' : `没有第 ${at} 个月可供分叉。请在 0 到 ${ticks} 之间选择。`),
  'branch.nothing': () => '这样不会有任何改变。请至少选择一项改动。',
  'branch.parameter': ({ name, nearest }) => `该情景没有参数 \`${name}\`。${meant(nearest)}参数列在情景文件中。`,
  'branch.value': ({ name, value }) => `\`${name}\` 必须是数字，实际为 ${value}。例如：${name}=0.6`,
  'branch.contract': ({ name, tick, nearest }) => `在此次运行中，第 ${tick} 个月及以后没有合同 \`${name}\`。${meant(nearest)}“详情”里列出每份合同及其标识。`,
  'branch.channel': ({ name, known, nearest }) => `没有传导渠道 \`${name}\`。${meant(nearest)}可用渠道：${known}。`,
  'branch.actor': ({ name, nearest }) => `该情景中没有名为 \`${name}\` 的参与者。${meant(nearest)}部门从不违约，无需救助。`,
  'branch.decision': ({ name, nearest }) => `在此次运行中，从这个月起没有人作出决定 \`${name}\`。${meant(nearest)}“详情”里列出各项决定及其键。`,
  'branch.obligation': ({ name }) => `在此次运行中，从这个月起没有名为 \`${name}\` 的款项到期。`,
  'branch.diverged': ({ tick }) => `重新模拟时，改动之前的第 ${tick} 个月结果不同：它由另一套规则生成。模拟记录完好；请重新运行其情景，再从那里分叉。`,
};
