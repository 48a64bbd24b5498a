/** Writes docs/recording.schema.json from the shapes in src/recording. Run after changing them: node scripts/recording-schema.js */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = new URL('../', import.meta.url);
const { module } = await runnerImport(fileURLToPath(new URL('src/recording/json-schema.ts', root)));
mkdirSync(new URL('docs/', root), { recursive: true });
writeFileSync(new URL('docs/recording.schema.json', root), `${JSON.stringify(module.recordingJsonSchema(), null, 1)}\n`);
