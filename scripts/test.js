/**
 * `npm test`: everything a change has to pass, the quick checks first and side by side, then the tests, all of them even
 * when one fails, so that one run shows everything that is wrong. The last line counts checks and tests; a skipped test
 * counts as failed in CI.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ouroboros-test-'));
const ci = process.env.CI === 'true';

/** Runs a command in the tree, perhaps beside others. What it says is shown when it is over, or at once. @returns whether it succeeded. */
function succeeds(command, args, { env = {}, atOnce = false } = {}) {
  const heading = `\n> ${command} ${args.join(' ')}`;
  if (atOnce) console.log(heading);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (atOnce ? process.stdout.write(text) : (said += text)));
    const over = (succeeded) => {
      console.log(atOnce ? said : `${heading}\n${said.trimEnd()}`);
      resolve(succeeded);
    };
    child.once('error', (error) => {
      said += error.message;
      child.removeAllListeners('close');
      over(false);
    });
    child.once('close', (status) => over(status === 0));
  });
}

/** Runs the tests of some projects, and counts those that passed, failed and were skipped from the reporter's own file. */
async function tests(projects, { args = [], atOnce = true } = {}) {
  const results = join(scratch, `${projects.join('-')}.json`);
  // a choice of files may leave a project without any; all of them may not
  const some = filters.length > 0 ? ['--passWithNoTests', ...filters] : [];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const succeeded = await succeeds('npx', ['vitest', 'run', ...chosen, ...args, ...some], { env: { TEST_RESULTS: results }, atOnce });
  let report;
  try {
    report = JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // a file that cannot even be loaded has no tests to fail
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = report.numFailedTests + unloadable;
  return { passed: report.numPassedTests, failed: failed === 0 && !succeeded ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** What follows `npm test --` chooses files by parts of their names, as vitest takes them. */
const filters = process.argv.slice(2);

const checks = [
  spawnSync('sh', ['scripts/test-tools'], { cwd: root, stdio: 'inherit' }).status === 0,
  ...(await Promise.all(['types', 'lint', 'deps', 'build'].map((name) => succeeds('npm', ['run', '--silent', name])))),
];
// a page and its worker leave about a core free between them, which tests that only calculate fill; what is left of both
// is shared out behind them
const beside = `--maxWorkers=${Math.max(1, Math.min(2, availableParallelism() - 1))}`;
const inTurn = async (...groups) => {
  const counts = [];
  for (const group of groups) counts.push(await group());
  return counts;
};
const counted = (
  await Promise.all([
    inTurn(() => tests(['browser'], { atOnce: false }), () => tests(['cli'], { atOnce: false })),
    inTurn(() => tests(['unit'], { args: [beside] }), () => tests(['house', 'queue'])),
  ])
).flat();
rmSync(scratch, { recursive: true, force: true });

const sum = (what) => counted.reduce((total, each) => total + each[what], 0);
const skipped = sum('skipped');
if (filters.length > 0 && sum('passed') + sum('failed') + skipped === 0) {
  console.error(`\nNo test file has ${filters.map((filter) => `"${filter}"`).join(' or ')} in its name.`);
  checks.push(false);
}
const passed = checks.filter(Boolean).length + sum('passed');
const failed = checks.length - checks.filter(Boolean).length + sum('failed') + (ci ? skipped : 0);
if (skipped > 0) console.log(`\n${skipped} skipped${ci ? ', which counts as failed here' : ''}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
