/**
 * Keeps the what-if on the page what the reader decided: simulates it beside the history it stands on and puts it on
 * the second rail when it is complete. What cannot be made is said in words and dropped.
 */
import type { Frame } from '../model/frame.ts';
import { changeProblem } from '../playback/changes.ts';
import type { FrameSource, GrowingSource } from '../playback/source.ts';
import { settingProblem } from '../scenario/set.ts';
import { badParameters, type Choice } from './choice.ts';
import { finishedRuns } from './finished-runs.ts';
import type { Message } from './notice.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session-commands.ts';
import { sharedPast } from './simulate.ts';
import { growingRun, pushSent, type GrowingRun, type ShownRun } from './shown-run.ts';
import { forkOf, parentOf, type WhatIf } from './what-if.ts';

export interface Supposing {
  /** `onPage`: what the run on the page was made from; null while there is none. */
  follow(onPage: Choice | null): void;
  stop(): void;
}

export function createSupposing(session: Session, simulate: Ports['simulateWhatIf']): Supposing {
  let supposed: { readonly run: ShownRun; readonly whatIf: WhatIf } | null = null;
  let cancel: () => void = () => undefined;
  /** The what-if on the page and the one before it. */
  const ended = finishedRuns<{ readonly choice: Choice; readonly whatIf: WhatIf }>(2);

  function follow(onPage: Choice | null): void {
    const { decided, run, branch } = session.store.get();
    const { choice, whatIf } = decided.present;
    if (whatIf === null) {
      if (supposed === null) return;
      supposed = null;
      rest();
      if (branch !== null) session.putBranch(null);
      return;
    }
    if (run === null || !run.source.finished || choice !== onPage || (supposed?.run === run && supposed.whatIf === whatIf)) return;
    supposed = { run, whatIf };
    rest();
    const problem = whatIfProblem(run.source, whatIf);
    if (problem !== null) return give(problem);
    const again = ended.find({ choice, whatIf });
    if (again !== null) return put(again);
    begin(supposed, choice);
  }

  function put(branch: ShownRun): void {
    session.putBranch(branch);
    session.showing(session.store.get().awaited);
  }

  function begin(wanted: NonNullable<typeof supposed>, choice: Choice): void {
    const { run, whatIf } = wanted;
    const { header } = run.source;
    const fork = forkOf(whatIf);
    let other: GrowingRun | null = null;
    session.working({ kind: 'supposing' });
    // months of these very rules need not be made again; what a file says is
    const shared = run.origin.kind === 'simulated' && inMemory(run.source) ? sharedPast(run.source.run.frames, fork) : undefined;
    cancel = simulate(
      { scenario: header.scenario, seed: header.seed, parent: parentOf(whatIf, header, run.timeline.months.at(-1)!.digest), ...(shared === undefined ? {} : { shared }) },
      {
        header(found) {
          if (found.model !== header.model) return give({ key: 'whatIf', problem: { key: 'recording.otherModel', recorded: header.model, here: found.model } });
          other = growingRun(found, { kind: 'simulated' });
        },
        shared(months) {
          if (supposed === wanted) for (const { tick, prev, digest } of months) other!.push({ ...run.source.peek(tick)!, prev, digest });
        },
        months(frames) {
          if (supposed !== wanted) return;
          pushSent(other!, frames);
          const strayed = frames.find((frame) => frame.tick < fork && strays(run.source, frame));
          if (strayed !== undefined) give({ key: 'whatIf', problem: { key: 'branch.diverged', tick: strayed.tick } });
        },
        finished() {
          if (supposed !== wanted) return;
          other!.source.finish();
          ended.keep({ choice, whatIf }, other!);
          session.working({ kind: 'none' });
          put(other!);
        },
        failed: (detail) => give({ key: 'simulation', tick: other?.source.length ?? 0, detail }),
      },
    );
  }

  /** Says why not, and leaves the history as it was. */
  function give(message: Message): void {
    rest();
    session.say(message);
    session.dropChange(null);
  }

  function rest(): void {
    cancel();
    cancel = () => undefined;
    if (session.store.get().work.kind === 'supposing') session.working({ kind: 'none' });
  }

  return { follow, stop: () => cancel() };
}

/** Why a what-if cannot be made; null when it can, or when that shows only while it is made. */
function whatIfProblem(source: FrameSource, whatIf: WhatIf): Message | null {
  for (const { tick, change } of whatIf) {
    if (change.kind === 'set' && outside(source, change.path, change.value)) return { key: 'parameters', names: [change.path] };
    const problem = inMemory(source) ? changeProblem(source.run, tick, change) : null;
    if (problem !== null) return { key: 'whatIf', problem };
  }
  return null;
}

/** A range may be the scenario's own, or that of the parameter whatever the scenario. */
function outside({ header }: FrameSource, path: string, value: number): boolean {
  return settingProblem(path, value)?.key === 'set.outside' || badParameters(header.scenario, { [path]: value }).length > 0;
}

const inMemory = (source: FrameSource): source is GrowingSource => 'run' in source;

/** Before the fork both must be the same, month for month. */
function strays(source: FrameSource, { tick, stateDigest }: Pick<Frame, 'tick' | 'stateDigest'>): boolean {
  const before = source.peek(tick);
  return before !== undefined && before.stateDigest !== stateDigest;
}
