/**
 * Reading a whole run for what one month cannot answer: who caused what, what became of a payment, where two histories
 * part. Months at hand are read at once, the others as they are loaded; of each only what is needed is kept.
 */
import { useEffect, useMemo, useState } from 'react';
import { startChronicle, type Chronicle } from '../../explain/chronicle.ts';
import { startTrail, type Followed, type Trail } from '../../explain/follow.ts';
import type { Frame, Run } from '../../model/frame.ts';
import type { World } from '../../model/world.ts';
import type { FrameSource } from '../../playback/index.ts';

/** Calls `take` for each month in order from `next()` on, those at hand first; `again` after a batch of loaded ones. */
function useMonths(run: FrameSource | null, length: number, next: () => number, take: (frame: Frame, before: World) => void, dependencies: readonly unknown[]): void {
  const [, setBatch] = useState(0);
  const readAtHand = (): void => {
    if (run === null) return;
    for (let tick = next(); tick < length; tick = next()) {
      const frame = run.peek(tick);
      const before = tick === 0 ? run.header.opening : run.peek(tick - 1)?.state;
      if (frame === undefined || before === undefined) return;
      take(frame, before);
    }
  };
  readAtHand();
  useEffect(() => {
    let over = false;
    const readOn = async (): Promise<void> => {
      if (run === null) return;
      let loaded = 0;
      while (!over && next() < length) {
        const tick = next();
        const before = tick === 0 ? null : await run.load(tick - 1);
        const frame = await run.load(tick);
        if (over || !frame.ok || before?.ok === false) break;
        // another reader may have gone on meanwhile
        if (next() === tick) take(frame.frame, before === null ? run.header.opening : before.frame.state);
        if (++loaded % 12 === 0) setBatch((count) => count + 1);
      }
      if (loaded > 0 && !over) setBatch((count) => count + 1);
    };
    void readOn();
    return () => {
      over = true;
    };
  }, [run, length, ...dependencies]);
}

const chronicles = new WeakMap<FrameSource, Chronicle>();

/** Everything that happened up to `length` months, as far as it has been read. */
export function useChronicle(run: FrameSource, length: number): Chronicle {
  let chronicle = chronicles.get(run);
  if (chronicle === undefined) chronicles.set(run, (chronicle = startChronicle(run.header)));
  const known = chronicle;
  useMonths(run, length, () => known.length, (frame) => known.add(frame), [known]);
  return known;
}

/** The trail of a payment up to `length` months; null while its own month has not been read. */
export function useTrail(run: FrameSource, flow: string | null, length: number): Followed | null {
  const found = useMemo(() => ({ started: null as Followed | null }), [run, flow]);
  const tick = flow === null ? null : Number.parseInt(flow, 10);
  const first = tick === null || !Number.isInteger(tick) || tick < 0 ? length : tick;
  const next = (): number => (found.started === null ? first : found.started.ok ? found.started.trail.tick + found.started.trail.months.length : length);
  const take = (frame: Frame, before: World): void => {
    found.started ??= startTrail(run.header, frame, flow!);
    if (found.started.ok) (found.started.trail as Trail).add(frame, before);
  };
  useMonths(run, length, next, take, [found]);
  return found.started;
}

const slimRuns = new WeakMap<FrameSource, { readonly header: Run['header']; readonly frames: Frame[] }>();

/** A run with what comparing needs of each month: books, states, decisions, events and measures, without payments and contracts. */
export function useSlimRun(source: FrameSource | null, length: number): Run | null {
  let run = source === null ? undefined : slimRuns.get(source);
  if (run === undefined && source !== null) slimRuns.set(source, (run = { header: source.header, frames: [] }));
  useMonths(source, length, () => run?.frames.length ?? length, (frame) => run?.frames.push(slim(frame)), [run]);
  return run ?? null;
}

function slim(frame: Frame): Frame {
  const { tick, accounts, machines } = frame.state;
  const state: World = { ...frame.state, tick, accounts, machines, dye: {}, trailing: {}, minds: {}, budgets: {}, loans: {}, lots: {}, sites: {}, leases: {}, contracts: {}, orders: {}, commitments: {}, backstops: {}, issuers: {}, holdings: {}, obligations: {}, signals: {} };
  return { ...frame, state, phases: frame.phases.map((record) => ({ ...record, flows: [], changes: [] })) };
}
