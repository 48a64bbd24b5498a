/** `npm run golden`: writes the digests of tests/golden anew, after a change of rules that was meant. Say why in the commit. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../tests/golden/golden.ts', import.meta.url)));
module.regenerate(console.log);
