/** The rules, as the page runs them: in the worker, and on the main thread where there is none. */
export { MODEL, startMonths, startRun } from '../simulation.ts';
