/**
 * The command, in a process that stays: it is told what was typed where, does what `bin/ouroboros.js` does, and answers
 * with what was printed and the exit code. A new process takes a second to come up to speed; tests ask a hundred times.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const [main, orders, answers] = process.argv.slice(2);
const { main: run } = await import(main);

const printed = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'])
  process[name].write = (text, ...rest) => {
    printed[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    rest.find((each) => typeof each === 'function')?.();
    return true;
  };

/** One order; waits until there is one. Null when nobody will give another. */
function nextOrder() {
  const pipe = openSync(orders, 'r');
  const parts = [];
  const part = Buffer.alloc(65_536);
  for (let size = readSync(pipe, part); size > 0; size = readSync(pipe, part)) parts.push(Buffer.from(part.subarray(0, size)));
  closeSync(pipe);
  return parts.length === 0 ? null : JSON.parse(Buffer.concat(parts).toString('utf8'));
}

for (let order = nextOrder(); order !== null; order = nextOrder()) {
  const { args, cwd, env } = order;
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  Object.assign(printed, { stdout: '', stderr: '' });
  process.exitCode = undefined;
  await run(args);
  const answer = JSON.stringify({ code: process.exitCode ?? 0, out: printed.stdout, err: printed.stderr });
  process.exitCode = undefined;
  process.chdir('/');
  const pipe = openSync(answers, 'w');
  for (let bytes = Buffer.from(answer); bytes.length > 0; ) bytes = bytes.subarray(writeSync(pipe, bytes));
  closeSync(pipe);
}
