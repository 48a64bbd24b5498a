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

/** Each prepares a run of the model and gives what runs it; this engine first: the others are set against it. */
const peers = [
  { name: 'Ouroboros, recording off', note: 'both sides of every payment booked with its origin, statecharts from tables', prepare: () => () => ouroboros(model, false) },
  { name: 'bare loop over arrays', note: 'no books, no statecharts, nothing to ask afterwards', prepare: () => () => bare(model) },
  { name: 'Ouroboros, recording on', note: 'the same by XState itself, every month canonical and digested', prepare: () => () => ouroboros(model, true) },
];
const lesser = 'objects, no books, no statecharts: less work a step';
const absent = [];
try {
  const { agentscript } = await import('./agentscript.js');
  peers.push({ name: 'AgentScript 0.10.27', note: lesser, prepare: () => agentscript(model) });
} catch (error) {
  absent.push(['AgentScript 0.10.27', error.code === 'ERR_MODULE_NOT_FOUND' ? 'not installed: npm install --prefix bench/peers' : String(error)]);
}

/** In turns, a round of all before the next, so that a slow minute slows them all. Seconds of processor time, the median, and the sums. */
async function measured() {
  const results = peers.map((peer) => ({ ...peer, sums: null, seconds: [] }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const result of results) {
      const run = await result.prepare();
      const before = process.cpuUsage();
      result.sums = run();
      const { user, system } = process.cpuUsage(before);
      if (round > 0) result.seconds.push((user + system) / 1e6);
    }
  }
  return results.map(({ name, note, sums, seconds }) => ({ name, note, sums, seconds: seconds.sort((x, y) => x - y)[Math.floor(ROUNDS / 2)] }));
}

/** Mesa measures itself likewise, in Python. */
function mesa() {
  const ran = spawnSync(process.env.PYTHON ?? 'python3', [fileURLToPath(new URL('mesa_model.py', import.meta.url)), ...Object.values(model).map(String)], { encoding: 'utf8' });
  if (ran.status !== 0) {
    absent.push(['Mesa', /No module named 'mesa'|ENOENT/.test(`${ran.stderr} ${ran.error}`) ? 'not here: pip install mesa' : `failed: ${ran.error ?? ran.signal ?? ran.stderr.trim().split('\n').at(-1)}`]);
    return [];
  }
  const { seconds, version, ...sums } = JSON.parse(ran.stdout);
  return [{ name: `Mesa ${version}`, note: lesser, sums, seconds }];
}

const results = [...(await measured()), ...mesa()];
const [own] = results;
const expected = JSON.stringify(own.sums);
console.log(`${model.firms} firms, ${model.months} months, seed ${model.seed}; model.md says what each month is. Processor time; × is against this engine with recording off.`);
for (const { name, note, sums, seconds } of results) {
  console.log(`  ${name.padEnd(26)} ${(steps / seconds / 1e6).toFixed(2).padStart(7)} M agent-steps/s ${`${(own.seconds / seconds).toFixed(2)}×`.padStart(7)}   ${note}`);
  if (JSON.stringify(sums) === expected) continue;
  console.log(`    but it did not run this model: ${JSON.stringify(sums)} instead of ${expected}`);
  process.exitCode = 1;
}
for (const [name, why] of absent) console.log(`  ${name.padEnd(26)} ${why}`);
console.log(`  all of them: ${expected}`);
