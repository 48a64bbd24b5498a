/** Where the built threads of sweeps and facts lie: beside the built command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failed } from './failed.ts';
import { ROOT } from './root.ts';

export function threadFile(name: 'history-worker' | 'trace-worker' = 'history-worker'): string {
  const file = join(ROOT, 'dist', 'cli', `${name}.js`);
  if (!existsSync(file)) throw new Failed({ key: 'cli.notBuilt' });
  return file;
}
