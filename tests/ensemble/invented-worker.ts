/** A thread with the invented rules; `OUROBOROS_TEST_SLOW_MS` makes a history take its time, `…_DIE` ends the thread on a seed. */
import { makeWorker } from '../../src/histories/work.ts';
import { startInvented } from './invented.ts';

const slow = Number(process.env['OUROBOROS_TEST_SLOW_MS'] ?? 0);
const die = process.env['OUROBOROS_TEST_DIE'];
const work = makeWorker((request) => {
  if (die !== undefined && request.seed === die) process.exit(3);
  // busy, as simulating is
  for (const until = performance.now() + slow; performance.now() < until; );
  return startInvented(request);
});

export default work;
