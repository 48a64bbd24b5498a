/** What can be wrong with a recording, in Chinese. */
import type { RecordingWords } from './recording.en.ts';

const before = (tick: number): string => (tick === 0 ? '它之前没有可以挽回的月份。' : tick === 1 ? '第 0 个月完好。' : `第 0–${tick - 1} 个月完好。`);
const reasons: RecordingWords['reasons'] = {
  type: '类型不对',
  missing: '缺失',
  unknown: '不属于该格式',
  value: '的值不被格式允许',
  number: '不是账目能容纳的数字',
  reserved: '是不允许使用的名称',
  length: '长度不对',
  depth: '嵌套过深',
  json: '不是 JSON',
  party: '指向不存在的参与方',
  order: '顺序不对',
};
const place = (path: string): string => (path === '' ? '该记录' : `\`${path}\` `);

export const recordingZh: RecordingWords = {
  'recording.empty': () => '这个文件是空的。如果它正在下载或复制，请重做一次。',
  'recording.foreign': ({ looks }) =>
    ({
      text: '这个文件里是文本，不是模拟记录。模拟记录是由本页面或命令行程序保存的压缩文件（.ndjson.gz）；情景文件以 .yaml 结尾。',
      unpacked: '这是解压后的模拟记录。请打开原来的 .ndjson.gz 文件。',
      repacked: '这份模拟记录被其他程序解压后重新压缩，各月之间的边界已丢失。请打开当初保存的文件。',
      gzip: '这是压缩文件，但不是模拟记录。模拟记录由本页面或命令行程序保存。',
      other: '这不是模拟记录。模拟记录文件以 .ndjson.gz 结尾，由本页面或命令行程序保存。',
    })[looks],
  'recording.newer': ({ format, known }) => `这份模拟记录的格式是 ${format}，此版本最多能读格式 ${known}。文件完好。请用更新版本的 Ouroboros 打开。`,
  'recording.olderPart': ({ format, known }) => `这份模拟记录的格式是 ${format}，此版本写的是格式 ${known}；一份文件只能有一种格式，因此不能继续写入。文件完好，可以打开。请重新模拟并保存，或用当初写它的版本继续。`,
  'recording.older': ({ format, known }) => `这份模拟记录的格式是 ${format}，无法转换为格式 ${known}。文件完好。请用当初写它的版本打开。`,
  'recording.headerTorn': () => '这份模拟记录在开头就被截断，没有留下任何月份。请重新复制文件，或重新运行该情景。',
  'recording.headerChanged': () => '这份模拟记录的开头在保存后被改动，后面的内容都不可信。请重新复制文件，或重新运行该情景。',
  'recording.headerShape': ({ path, reason }) => `这份模拟记录的开头不符合格式：${place(path)}${reasons[reason]}。没有打开任何内容；正确的写法见 docs/recording-format.md。`,
  'recording.torn': ({ ticks, horizon }) =>
    ticks === 0 ? '这份模拟记录在第一个月完成之前就被截断。只剩下情景，可由此重新运行。' : `这份模拟记录在第 ${ticks} 个月处中断（共 ${horizon} 个月，文件被截断）。之前的内容全部完好。`,
  'recording.unclosed': ({ ticks }) => `这份模拟记录的结尾缺失或损坏。全部 ${ticks} 个月完好。重新保存即可修复。`,
  'recording.changed': ({ tick }) => `第 ${tick} 个月在保存之后被改动。${before(tick)}`,
  'recording.shape': ({ tick, path, reason }) => `第 ${tick} 个月不符合格式：${place(path)}${reasons[reason]}。${before(tick)}`,
  'recording.fold': ({ tick, table, id }) => `第 ${tick} 个月对不上：各步骤记录的内容得不出它的状态${table === '' ? '' : `（\`${table}.${id}\`）`}。${before(tick)}`,
  'recording.tooLarge': ({ tick, megabytes }) =>
    tick === null ? `这份模拟记录的开头解压后超过 ${megabytes} MB，因此没有打开。` : `第 ${tick} 个月解压后超过 ${megabytes} MB，超出单条记录的上限。${before(tick)}`,
  'recording.tooLong': ({ ticks, megabytes }) => `这份模拟记录一次需要超过 ${megabytes} MB 内存。已打开前 ${ticks} 个月。`,
  'recording.notes': () => '这份模拟记录的书签在保存后被改动，已略去。所有月份完好。',
  'recording.unreadable': ({ detail }) => `无法读取该文件${detail === '' ? '' : `（${detail}）`}。没有改动任何内容。请确认文件还在且允许读取，然后重新打开。`,
  'recording.finished': ({ ticks }) => `这份模拟记录已完整，共 ${ticks} 个月，没有可以继续的内容。`,
  'recording.otherModel': ({ recorded, here }) => `这份模拟记录由模型版本 ${recorded} 生成，当前版本是 ${here}。可以播放和比较，但只有版本 ${recorded} 能重新模拟它。`,
  'recording.diverged': ({ tick }) => `重新模拟时，第 ${tick} 个月的结果不同。${tick === 0 ? '没有任何月份得到确认。' : `第 0–${tick - 1} 个月与模拟记录一致。`}`,
  reasons,
  open: (ticks) => `打开 ${ticks} 个月`,
};
