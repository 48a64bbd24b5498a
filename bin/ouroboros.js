#!/usr/bin/env node
/** The command `ouroboros`: runs what was built, and builds it first where it was not. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const main = new URL('dist/cli/main.js', root);

if (!existsSync(main)) {
  // before anything is built there are no catalogues to say this from
  const builder = fileURLToPath(new URL('scripts/build.js', root));
  if (existsSync(builder)) {
    process.stderr.write('ouroboros: building, once … / 首次使用，正在构建……\n');
    spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2], cwd: fileURLToPath(root) });
  }
  if (!existsSync(main)) {
    process.stderr.write('ouroboros: not built. Run: npm ci && npm run build / 尚未构建。请运行：npm ci && npm run build\n');
    process.exit(1);
  }
}
await (await import(main.href)).main(process.argv.slice(2));
