/**
 * The tests in groups. Unit tests run side by side; those that start browsers, queues or programs run one after the
 * other, because they share the machine with what they start. `LONG=1` adds the long runs.
 */
import { configDefaults, defineConfig } from 'vitest/config';

const ci = process.env.CI === 'true';
const long = process.env.LONG === '1';
const alone = ['tests/browser/**', 'tests/cli/**', 'tests/ensemble/**', 'tests/queue/**', 'tests/house/**'];
const without = [...configDefaults.exclude, ...(long ? [] : ['tests/**/*.long.test.ts'])];

/** A group whose files run one at a time. Its time limits are watchdogs against hanging, not measurements. */
const serial = (name: string, folder: string, minutes: number, after: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`tests/${folder}/**/*.test.{ts,tsx}`],
    exclude: without,
    fileParallelism: false,
    globalSetup,
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
    sequence: { groupOrder: after },
  },
});

export default defineConfig({
  test: {
    reporters: ['default', ...(process.env.TEST_RESULTS === undefined ? [] : [['json', { outputFile: process.env.TEST_RESULTS }] as ['json', object]])],
    // a skipped test in CI would be a promise nobody kept
    allowOnly: !ci,
    maxWorkers: 2,
    projects: [
      // one process for many files: modules are loaded and the rules warmed up once, which is a third of the time
      { test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...without, ...alone], isolate: false, testTimeout: long ? 3_600_000 : 120_000, sequence: { groupOrder: 0 } } },
      serial('house', 'house', 2, 1),
      serial('cli', 'cli', 3, 2, ['tests/cli/build.ts']),
      serial('queue', '{queue,ensemble}', 3, 3),
      serial('browser', 'browser', 5, 4),
    ],
  },
});
