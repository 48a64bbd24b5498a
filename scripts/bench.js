/**
 * `npm run bench`: bundles bench/index.ts as the command is bundled, so that what is measured is what people run, and
 * runs it. Further arguments are passed on.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
// inside node_modules, so that libraries are found from there
const outDir = `${root}node_modules/.cache/ouroboros-bench`;
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: { ssr: true, target: 'node20', outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: { index: `${root}bench/index.ts` }, output: { entryFileNames: '[name].js' } } },
});
process.exitCode = spawnSync(process.execPath, ['--expose-gc', `${outDir}/index.js`, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root, env: { ...process.env, NODE_ENV: 'production' } }).status ?? 1;
