/** The rules, as the page runs them: in the worker, and on the main thread where there is none. */
export { MODEL, startMonths, startOutline, startRun } from '../simulation.ts';
