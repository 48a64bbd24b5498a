/** Builds the terminal command and the modules for researchers once before its tests, so that they drive what is in the tree and not an older build. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function build(): void {
  const script = fileURLToPath(new URL('../../scripts/build.js', import.meta.url));
  const built = spawnSync(process.execPath, [script, '--only=cli,lib'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the command could not be built:\n${built.stderr}`);
}
