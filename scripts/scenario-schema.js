/** Writes docs/scenario.schema.json from the scenario schema. Run after changing src/model/scenario.ts: node scripts/scenario-schema.js */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = new URL('../', import.meta.url);
const { module } = await runnerImport(fileURLToPath(new URL('src/scenario/json-schema.ts', root)));
mkdirSync(new URL('docs/', root), { recursive: true });
writeFileSync(new URL('docs/scenario.schema.json', root), `${JSON.stringify(module.scenarioJsonSchema(), null, 1)}\n`);
