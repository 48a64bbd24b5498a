/** Makes a folder and those above it, one after the other: Node's own way does not end where the system says "nothing there" of a place it will not write to. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** @throws the system's error, for the first folder that cannot be made. */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  // a file in its place is refused as the system refuses it
  if (missing.length === 0 && !statSync(path).isDirectory()) missing.push(path);
  for (const folder of missing)
    try {
      mkdirSync(folder);
    } catch (error) {
      // somebody else may have made it meanwhile
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder) || !statSync(folder).isDirectory()) throw error;
    }
}
