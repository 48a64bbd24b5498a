/** Builds TypeScript entries for Node as the command is built, so that threads and programs of a test can be started. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Folder with one `name.js` for each entry; libraries are found in the project's own modules. */
export async function bundle(entries: { readonly [name: string]: string }): Promise<string> {
  // within the tree, where libraries are found
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'ouroboros-bundle-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { ssr: true, target: 'node20', outDir, minify: false, rolldownOptions: { input: { ...entries }, output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } } },
    ssr: { noExternal: true, external: ['piscina', 'bullmq', 'ioredis'] },
  });
  return outDir;
}
