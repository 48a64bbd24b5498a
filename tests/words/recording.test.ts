import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/recording/problem.ts';
import { REASONS } from '../../src/recording/shape.ts';
import { describeRecordingProblem, RECORDING_WORDS } from '../../src/words/recording.ts';

const looks = ['text', 'unpacked', 'repacked', 'gzip', 'other'] as const;
const digest = 'a'.repeat(64);
/** One of each, with the turns a sentence takes. */
const problems: readonly Problem[] = [
  { key: 'recording.empty' }, ...looks.map((each) => ({ key: 'recording.foreign', looks: each }) as const), { key: 'recording.newer', format: 7, known: 1 }, { key: 'recording.older', format: 0, known: 1 }, { key: 'recording.olderPart', format: 0, known: 1 },
  { key: 'recording.headerTorn' }, { key: 'recording.headerChanged' }, ...REASONS.map((reason) => ({ key: 'recording.headerShape', path: 'opening.tick', reason }) as const),
  { key: 'recording.torn', ticks: 41, horizon: 72 }, { key: 'recording.torn', ticks: 0, horizon: 72 }, { key: 'recording.unclosed', ticks: 72 },
  ...[0, 1, 12].map((tick) => ({ key: 'recording.changed', tick }) as const), { key: 'recording.shape', tick: 12, path: 'phases[1].flows[0].amount', reason: 'number' },
  { key: 'recording.fold', tick: 12, table: 'accounts', id: 'openai' }, { key: 'recording.fold', tick: 12, table: '', id: 'x' }, { key: 'recording.tooLarge', tick: null, megabytes: 8 }, { key: 'recording.tooLarge', tick: 12, megabytes: 8 },
  { key: 'recording.tooLong', ticks: 250, megabytes: 64 }, { key: 'recording.notes' }, { key: 'recording.unreadable', detail: 'EIO' }, { key: 'recording.unreadable', detail: '' }, { key: 'recording.finished', ticks: 72 },
  { key: 'recording.otherModel', recorded: '1.2', here: '1.3' }, { key: 'recording.diverged', tick: 12, recorded: digest, here: digest }, { key: 'recording.diverged', tick: 0, recorded: digest, here: '' },
];

describe('words for a damaged recording', () => {
  test('exist for everything that can be wrong, in both languages, as whole sentences', () => {
    expect(new Set(problems.map((problem) => problem.key))).toEqual(new Set(Object.keys(RECORDING_WORDS.en).filter((key) => key.startsWith('recording.'))));
    for (const problem of problems) {
      expect(describeRecordingProblem(problem, 'en')).toMatch(/^[A-Z`].*\.$/s);
      expect(describeRecordingProblem(problem, 'zh')).toMatch(/[\u4e00-\u9fff].*。$/s);
      for (const language of ['en', 'zh'] as const) expect(describeRecordingProblem(problem, language)).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('say where it stops, what was changed and what is safe', () => {
    expect(describeRecordingProblem({ key: 'recording.torn', ticks: 41, horizon: 72 }, 'en')).toBe('This recording stops at tick 41 of 72 (the file was cut). Everything before is intact.');
    expect(describeRecordingProblem({ key: 'recording.changed', tick: 12 }, 'en')).toBe('Tick 12 was changed after recording. Ticks 0–11 are intact.');
    expect(describeRecordingProblem({ key: 'recording.changed', tick: 12 }, 'zh')).toBe('第 12 个月在保存之后被改动。第 0–11 个月完好。');
    expect(RECORDING_WORDS.en.open(41)).toBe('Open 41 ticks');
  });
});
