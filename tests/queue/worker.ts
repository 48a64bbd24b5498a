/** A worker process with the invented rules: address of the broker, file of the thread, milliseconds of the lock. */
import { workOnQueue } from '../../src/ensemble/queue-worker.ts';
import { INVENTED_MODEL } from '../ensemble/invented.ts';
import { QUICK } from './timing.ts';

const [address, file] = process.argv.slice(2);
let asked = false;
process.on('SIGTERM', () => (asked = true));
process.stdout.write('working\n');
const done = await workOnQueue(
  { address: address!, file: file!, model: INVENTED_MODEL, threads: 1, timing: QUICK },
  { finished: (count) => process.stdout.write(`${count}\n`), stop: { get asked() { return asked; } } },
);
process.stdout.write(`ended after ${done}\n`);
