/**
 * `npm test`: everything a change has to pass, the quick checks first and side by side, all of them even when one fails,
 * so that one run shows everything that is wrong. The last line counts checks and tests; a skipped test counts as failed
 * in CI.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ouroboros-test-'));
const results = join(scratch, 'results.json');
const ci = process.env.CI === 'true';

/** Runs a command in the tree and returns whether it succeeded. */
function succeeds(command, args, env = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** The same beside others: what it says is shown when it is over. */
function succeedsBeside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const over = (succeeded) => {
      console.log(`\n> ${command} ${args.join(' ')}\n${said.trimEnd()}`);
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

/** Tests passed, failed and skipped, from the reporter's own file. */
function countTests(succeeded) {
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

const checks = [
  succeeds('sh', ['scripts/test-tools']),
  ...(await Promise.all(['types', 'lint', 'deps', 'build'].map((name) => succeedsBeside('npm', ['run', '--silent', name])))),
];
const tests = countTests(succeeds('npx', ['vitest', 'run', ...process.argv.slice(2)], { TEST_RESULTS: results }));
rmSync(scratch, { recursive: true, force: true });

const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.length - checks.filter(Boolean).length + tests.failed + (ci ? tests.skipped : 0);
if (tests.skipped > 0) console.log(`\n${tests.skipped} skipped${ci ? ', which counts as failed here' : ''}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
