/** Starts the worker from its own file. The offline page replaces this module by spawn-inline.ts. */
import SimulationWorker from './simulation.worker.ts?worker';

export const spawn = (): Worker => new SimulationWorker();
