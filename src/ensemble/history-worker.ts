/** The thread that simulates histories by the rules of this program. */
import { createHash } from 'node:crypto';
import { makeWorker } from '../histories/work.ts';
import { startMonths } from '../simulation.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export default makeWorker((request) => startMonths(request, sha256));
