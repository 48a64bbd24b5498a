/**
 * Builds `dist`: the page (dist/page), the terminal command (dist/cli) and the modules for researchers (dist/lib, with
 * their types). `npm ci` runs it with --prepare, so that `npx ouroboros` and `npm start` work right after it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
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
    if (existsSync(`${root}vite.config.ts`)) await vite.build({ ...quiet, configFile: `${root}vite.config.ts`, build: { outDir: `${root}dist/page`, emptyOutDir: true } });
  },
};
for (const [name, step] of Object.entries(steps)) if (only === undefined || only === name) await step();
