/**
 * The tests in groups. Unit tests run side by side, and so do those of the command line, each of which waits for one
 * program; those that start browsers or queues run one after the other, because they share the machine with what they
 * start. `npm test` runs the browser's beside all others, each in a process of its own (scripts/test.js). `LONG=1` adds
 * the long runs.
 */
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ci = process.env.CI === 'true';
const long = process.env.LONG === '1';
const alone = ['tests/browser/**', 'tests/cli/**', 'tests/ensemble/**', 'tests/queue/**', 'tests/house/**'];
const without = [...configDefaults.exclude, ...(long ? [] : ['tests/**/*.long.test.ts'])];

/** Files that take longest: they begin first, so that two workers end together, whether or not anybody measured here before. */
const LONGEST = ['property/conservation', 'recording/damage', 'golden/golden', 'cli/run', 'cli/sweep'].map((name) => `/tests/${name}.test.ts`);
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const first = LONGEST.flatMap((name) => others.filter((file) => file.moduleId.endsWith(name)));
    return [...first, ...others.filter((file) => !first.includes(file))];
  }
}

/** A group that runs when the one before it is over. Its time limits are watchdogs against hanging, not measurements. */
const group = (name: string, folder: string, minutes: number, after: number, more: { readonly fileParallelism?: boolean; readonly isolate?: boolean; readonly globalSetup?: string[] } = {}) => ({
  test: {
    name,
    include: [`tests/${folder}/**/*.test.{ts,tsx}`],
    exclude: without,
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
    sequence: { groupOrder: after },
    fileParallelism: false,
    ...more,
  },
});

export default defineConfig({
  test: {
    reporters: ['default', ...(process.env.TEST_RESULTS === undefined ? [] : [['json', { outputFile: process.env.TEST_RESULTS }] as ['json', object]])],
    // a skipped test in CI would be a promise nobody kept
    allowOnly: !ci,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // one process for many files: modules are loaded and the rules warmed up once, which is a third of the time
      { test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...without, ...alone], isolate: false, testTimeout: long ? 3_600_000 : 120_000, sequence: { groupOrder: 0 } } },
      group('house', 'house', 2, 1),
      group('cli', 'cli', 3, 2, { fileParallelism: true, globalSetup: ['tests/cli/build.ts'] }),
      group('queue', '{queue,ensemble}', 3, 3),
      group('browser', 'browser', 5, 4, { isolate: false }),
    ],
  },
});
