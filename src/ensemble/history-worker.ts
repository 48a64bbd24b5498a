/** The thread that simulates histories by the rules of this program. */
import { createHash } from 'node:crypto';
import type { Event } from '../model/decision.ts';
import { createDigester } from '../model/digest.ts';
import { startBatch } from '../simulation.ts';
import type { Months } from './history.ts';
import { makeWorker, type StartMonths } from './work.ts';

const digester = createDigester((text) => createHash('sha256').update(text).digest('hex'), false);

/** Bare months: what a recording has of them besides is made when a history is replayed. */
const start: StartMonths = (request) => {
  let events: Event[] = [];
  const run = startBatch(request, { onPhase: (report) => void events.push(...report.events) });
  const next: Months['next'] = () => {
    events = [];
    if (!run.next() || run.measures === null) return null;
    return { tick: run.state.tick, measures: run.measures, events };
  };
  return { next, stateDigest: () => digester.state(run.state) };
};

export default makeWorker(start);
