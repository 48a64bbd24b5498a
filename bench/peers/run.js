/**
 * `npm start` in bench/peers: the same small credit market (model.md) on this engine and on its peers, in one run.
 * AgentScript is measured where it was installed here (`npm ci` in this folder), Mesa where Python has it; PYTHON names
 * another Python than `python3`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bare } from './bare.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const model = { firms: 1000, months: 200, seed: 1 };
const steps = model.firms * model.months;
const ROUNDS = 5;

const { build } = await import(createRequire(`${root}package.json`).resolve('vite').replace(/index\.cjs$/, 'dist/node/index.js'));
const outDir = `${root}node_modules/.cache/ouroboros-peers`;
await build({ root, configFile: false, publicDir: false, logLevel: 'warn', build: { ssr: true, target: 'node20', outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: { ouroboros: `${root}bench/peers/ouroboros.ts` }, output: { entryFileNames: '[name].js' } } } });
const { ouroboros } = await import(`${outDir}/ouroboros.js`);

/** Seconds of processor time, the median, and the sums. */
async function measure(prepare) {
  const seconds = [];
  let sums = null;
  for (let round = 0; round <= ROUNDS; round++) {
    const run = await prepare();
    const before = process.cpuUsage();
    sums = run();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) seconds.push((user + system) / 1e6);
  }
  seconds.sort((a, b) => a - b);
  return { sums, seconds: seconds[Math.floor(ROUNDS / 2)] };
}

/** This engine first: the others are set against it. */
const peers = [
  ['Ouroboros, recording off', 'both sides of every payment booked with its origin, statecharts from tables', () => measure(() => () => ouroboros(model, false))],
  ['bare loop over arrays', 'no books, no statecharts, nothing to ask afterwards', () => measure(() => () => bare(model))],
  ['Ouroboros, recording on', 'the same by XState itself, every month canonical and digested', () => measure(() => () => ouroboros(model, true))],
  [
    'AgentScript 0.10.27',
    'objects, no books, no statecharts: less work a step',
    async () => {
      try {
        const { agentscript } = await import('./agentscript.js');
        return await measure(() => agentscript(model));
      } catch (error) {
        return error.code === 'ERR_MODULE_NOT_FOUND' ? 'not installed: npm install --prefix bench/peers' : String(error);
      }
    },
  ],
  [
    'Mesa',
    'objects, no books, no statecharts: less work a step',
    () => {
      const ran = spawnSync(process.env.PYTHON ?? 'python3', [fileURLToPath(new URL('mesa_model.py', import.meta.url)), ...Object.values(model).map(String)], { encoding: 'utf8' });
      if (ran.status !== 0) return /No module named 'mesa'|ENOENT/.test(`${ran.stderr} ${ran.error}`) ? 'not here: pip install mesa' : `failed: ${ran.error ?? ran.signal ?? ran.stderr.trim().split('\n').at(-1)}`;
      const { seconds, version, ...sums } = JSON.parse(ran.stdout);
      return { sums, seconds, version };
    },
  ],
];

console.log(`${model.firms} firms, ${model.months} months, seed ${model.seed}; model.md says what each month is. Processor time; × is against this engine with recording off.`);
let expected = null;
let own = null;
for (const [name, note, run] of peers) {
  const result = await run();
  if (typeof result === 'string') {
    console.log(`  ${name.padEnd(26)} ${result}`);
    continue;
  }
  const sums = JSON.stringify(result.sums);
  expected ??= sums;
  own ??= result.seconds;
  console.log(`  ${`${name} ${result.version ?? ''}`.padEnd(26)} ${(steps / result.seconds / 1e6).toFixed(2).padStart(7)} M agent-steps/s ${`${(own / result.seconds).toFixed(2)}×`.padStart(7)}   ${note}`);
  if (sums !== expected) {
    console.log(`    but it did not run this model: ${sums} instead of ${expected}`);
    process.exitCode = 1;
  }
}
console.log(`  all of them: ${expected}`);
