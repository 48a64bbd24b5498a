/**
 * Builds `dist`: the terminal command (dist/cli), the modules for researchers (dist/lib, with their types), the page
 * (dist/page) and the page as one file (dist/offline). `npm ci` runs it with --prepare, so that `npx ouroboros` and
 * `npm start` work right after it. --only=cli,page builds some of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const pageConfig = `${root}vite.config.ts`;
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const preparing = process.argv.includes('--prepare');

let vite;
try {
  vite = await import('vite');
} catch {
  console.error('ouroboros: the build tools are not installed, so nothing was built. To build: npm ci --include=dev');
  // an installation without them is allowed; asking for a build is not
  process.exit(preparing ? 0 : 1);
}

const quiet = { logLevel: 'warn', root };
const steps = {
  async cli() {
    await vite.build({ ...quiet, configFile: `${root}vite.cli.config.ts` });
  },
  async lib() {
    await vite.build({ ...quiet, configFile: `${root}vite.cli.config.ts`, mode: 'lib' });
    const types = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.lib.json`], { stdio: 'inherit' });
    if (types.status !== 0) throw new Error('the types of the modules for researchers could not be written');
  },
  async page() {
    if (existsSync(pageConfig)) await vite.build({ ...quiet, configFile: pageConfig });
  },
  async offline() {
    if (existsSync(pageConfig) && !preparing) await vite.build({ ...quiet, configFile: pageConfig, mode: 'offline' });
  },
};
const unknown = only?.find((name) => !Object.hasOwn(steps, name));
if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(steps).join(', ')}, not ${unknown}`);
for (const [name, step] of Object.entries(steps)) if (only?.includes(name) ?? true) await step();
