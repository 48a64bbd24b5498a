/** The folder of the program, whether it runs from source or built: the nearest above with its package.json. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function find(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}

export const ROOT = find(dirname(fileURLToPath(import.meta.url)));
export const PAGE = join(ROOT, 'dist', 'page');
