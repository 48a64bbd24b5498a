/**
 * Simulating and opening files away from the main thread. Where there are no workers, or the worker does not answer or
 * dies, the same work is done on this thread between two pictures.
 */
import * as Comlink from 'comlink';
import type { OpenRecording } from '../session/ports.ts';
import type { Simulate } from '../session/simulate.ts';
import { spawn } from './spawn.ts';
import type { WorkerApi } from './simulation.worker.ts';
import { readRecording, simulate, type Breath } from './work.ts';

/** A worker greeted so often without an answer is dead. Counted, not timed: a page that stood still itself proves nothing. */
const PATIENCE = 16;
const GREETING_MS = 500;

/** After these an order is done. */
const LAST_WORDS: ReadonlySet<string> = new Set(['finished', 'done', 'failed']);

export interface OffThread {
  /** Starts the worker before there is an order for it. */
  prepare(): void;
  readonly simulate: Simulate;
  readonly openRecording: OpenRecording;
}

export function offThread(onDied: () => void, useWorker = true): OffThread {
  let worker: { readonly thread: Worker; readonly api: Comlink.Remote<WorkerApi> } | null = null;
  let broken = !useWorker || typeof Worker === 'undefined';
  /** What must begin anew on this thread when the worker dies. */
  let again: (() => void) | null = null;

  const giveUp = (): void => {
    if (broken) return;
    broken = true;
    worker?.thread.terminate();
    worker = null;
    onDied();
    again?.();
  };
  const start = (): typeof worker => {
    if (broken) return null;
    if (worker !== null) return worker;
    try {
      const thread = spawn();
      thread.addEventListener('error', giveUp);
      thread.addEventListener('messageerror', giveUp);
      worker = { thread, api: Comlink.wrap<WorkerApi>(thread) };
    } catch {
      broken = true;
    }
    return worker;
  };

  /** However busy, a worker lets messages in several times a second; how long its work takes says nothing about it. */
  const greet = (api: Comlink.Remote<WorkerApi>): void => {
    let answered = false;
    api.hello().then(() => (answered = true), giveUp);
    let left = PATIENCE;
    const look = (): void => {
      if (answered || broken) return;
      left -= 1;
      if (left === 0) giveUp();
      else setTimeout(look, GREETING_MS);
    };
    setTimeout(look, GREETING_MS);
  };

  /** Runs an order in the worker, or here; answers are passed on only while it is wanted. */
  const order = <Listener extends object>(listener: Listener, inWorker: (api: Comlink.Remote<WorkerApi>, listener: Listener) => Promise<unknown>, here: (listener: Listener, breath: Breath) => Promise<void>): (() => void) => {
    let wanted = true;
    const hear = (attempt: { live: boolean }): Listener =>
      Object.fromEntries(
        Object.entries(listener).map(([name, tell]) => [
          name,
          (...args: unknown[]) => {
            if (!wanted || !attempt.live) return;
            if (LAST_WORDS.has(name)) wanted = false;
            (tell as (...args: unknown[]) => void).apply(listener, args);
          },
        ]),
      ) as Listener;
    const runHere = (): void => {
      const breath: Breath = {
        wanted: () => wanted,
        async pause() {
          await new Promise((resolve) => setTimeout(resolve, 0));
          return wanted;
        },
      };
      void here(hear({ live: true }), breath);
    };
    const off = start();
    if (off === null) runHere();
    else {
      const attempt = { live: true };
      again = () => {
        attempt.live = false;
        if (wanted) runHere();
      };
      greet(off.api);
      inWorker(off.api, Comlink.proxy(hear(attempt))).catch(giveUp);
    }
    return () => {
      wanted = false;
      if (worker !== null) void worker.api.stop();
    };
  };

  return {
    prepare: () => void start(),
    simulate: (request, listener) => order(listener, (api, told) => api.simulate(request, told), (told, breath) => simulate(request, told, breath)),
    openRecording: (blob, listener) => order(listener, (api, told) => api.open(blob, told), (told, breath) => readRecording(blob, told, breath)),
  };
}
