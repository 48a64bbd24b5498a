/** Starts the worker from inside the page: one file opened by double click has no other file to start it from. */
import SimulationWorker from './simulation.worker.ts?worker&inline';

export const spawn = (): Worker => new SimulationWorker();
