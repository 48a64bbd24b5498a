/** Runs the tests of every mutant, each in a project of its own, and prints which tests failed where: `{ project: failures }`. */
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { CONTROL, MUTANTS } from './mutants.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Replaces one text in one file as it is loaded. */
const breaking = ({ file, from, to }) => ({ name: 'mutant', enforce: 'pre', transform: (code, id) => (id.split('?')[0].endsWith(`/${file}`) ? code.replace(from, () => to) : null) });
const project = (name, include, plugins) => ({ root, plugins, test: { name, include, testTimeout: 60_000 } });

const vitest = await startVitest('test', [], {
  root, config: false, watch: false, reporters: [{}], maxWorkers: 2,
  projects: [project(CONTROL, [...new Set(MUTANTS.map((mutant) => mutant.tests))], []), ...MUTANTS.map((mutant) => project(mutant.name, [mutant.tests], [breaking(mutant)]))],
});
const failures = {};
const count = (tasks) => tasks.reduce((sum, task) => sum + (task.type === 'test' ? Number(task.result?.state === 'fail') : count(task.tasks)), 0);
for (const file of vitest.state.getFiles()) failures[file.projectName] = (failures[file.projectName] ?? 0) + count(file.tasks);
await vitest.close();
// a failing test is what this is about, not a failure
process.exitCode = 0;
console.log(JSON.stringify(failures));
