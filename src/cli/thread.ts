/** Where the built thread of a sweep lies: beside the built command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failed } from './failed.ts';
import { ROOT } from './root.ts';

export function threadFile(): string {
  const file = join(ROOT, 'dist', 'cli', 'history-worker.js');
  if (!existsSync(file)) throw new Failed({ key: 'cli.notBuilt' });
  return file;
}
