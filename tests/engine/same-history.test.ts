import { produce } from 'immer';
import { beforeAll, describe, expect, it } from 'vitest';
import { MACHINES } from '../../agents/index.ts';
import { compiledStep } from '../../src/engine/compile.ts';
import type { Steps } from '../../src/engine/decide.ts';
import { openingWorld } from '../../src/engine/opening.ts';
import { startBareRun } from '../../src/engine/run.ts';
import { liveStep } from '../../src/engine/statechart.ts';
import { stepMonth, type StepOptions } from '../../src/engine/step.ts';
import { buildSetting } from '../../src/ledger/setting.ts';
import { sha256 } from '../../src/cli/sha256.ts';
import { canonical } from '../../src/model/canonical.ts';
import { createDigester } from '../../src/model/digest.ts';
import type { Frame, Header, Run } from '../../src/model/frame.ts';
import type { MachineSet } from '../../src/model/machine.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import type { World } from '../../src/model/world.ts';
import { outlineOf, type OutlinedMonth } from '../../src/playback/outline.ts';
import { sharedPast } from '../../src/session/simulate.ts';
import { bytesSource, loadRun, openRecording } from '../../src/recording/index.ts';
import { MODEL, portableSha256, runToEnd, startBatch, startOutline, startRun } from '../../src/simulation.ts';
import { recorded } from '../fixtures/recorded.ts';
import { backwards, dearer, hardTimes } from '../fixtures/hard-times.ts';

const scenario = hardTimes();
const request = { scenario, seed: '42' };
const stateDigest = (state: World): string => createDigester(sha256).state(state);

let run: Run;
let states: readonly string[];
beforeAll(() => {
  run = runToEnd(request, { sha256 });
  states = run.frames.map((frame) => frame.stateDigest);
}, 120_000);

/** Digests of the states of a run that nobody records, month by month. */
function bare(step: 'live' | 'compiled', options = {}): string[] {
  const input = { ...request, model: MODEL, machines: MACHINES, step: (kind: keyof MachineSet, set: MachineSet) => (step === 'live' ? liveStep : compiledStep)(set[kind].machine) };
  const months = startBareRun(input, options);
  const digests: string[] = [];
  while (months.next()) digests.push(stateDigest(months.state));
  return digests;
}

const defaultsOf = (frames: readonly Frame[]): string[] => frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.events.filter((event) => event.type === 'default').map((event) => `${event.actor} at ${frame.tick}`)));

describe('the same scenario and seed', () => {
  it('are a history in which much happens, so that sameness means something', () => {
    const types = new Set(run.frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.events.map((event) => event.type))));
    expect([...types]).toEqual(expect.arrayContaining(['missedPayment', 'coverBreach', 'accelerated', 'default', 'seizure', 'restructured', 'usedPriceFell', 'ordersFell', 'rentFell', 'lenderLoss', 'creditTightened']));
  });

  it('give the same history twice, to the last digest', () => {
    expect(runToEnd(request, { sha256 }).frames.map((frame) => frame.digest)).toEqual(run.frames.map((frame) => frame.digest));
  });

  it('give the same digests whatever computes them', () => {
    const months = startRun({ scenario: { ...scenario, horizon: 2 }, seed: '42' }, { sha256: portableSha256 });
    const native = startRun({ scenario: { ...scenario, horizon: 2 }, seed: '42' }, { sha256 });
    expect([months.next()!.digest, months.next()!.digest]).toEqual([native.next()!.digest, native.next()!.digest]);
  });

  it('give the same states recorded and not, on a draft and on a plain object, by XState and by tables', () => {
    expect(bare('compiled')).toEqual(states);
    expect(bare('live')).toEqual(states);
  });

  it('give the same states with the books checked everywhere or only at the close, and with somebody listening or nobody', () => {
    const heard: string[] = [];
    expect(bare('compiled', { checkAll: true, onPhase: ({ phase }: { phase: string }) => heard.push(phase) })).toEqual(states);
    expect(heard.length).toBe(14 * scenario.horizon);
  });

  it('give the same economy with measures and without: they look at it and touch nothing', () => {
    const months = startBatch(request, { measured: false });
    while (months.next());
    const without = (world: World): World => ({ ...world, markets: { ...world.markets, measures: {} } });
    expect(stateDigest(without(months.state))).toBe(stateDigest(without(run.frames.at(-1)!.state)));
  });

  it('have the outline of the recorded history: the scales of its picture and its marks, in every what-if too', () => {
    const parent: NonNullable<Header['parent']> = { digest: run.frames.at(-1)!.digest, tick: 9, changes: [{ kind: 'rescue', actor: 'openai' }] };
    for (const [each, whole] of [[request, run], [{ ...request, parent }, runToEnd({ ...request, parent }, { sha256 })]] as const) {
      const months: OutlinedMonth[] = [];
      const outline = startOutline(each);
      for (let month = outline.next(); month !== null; month = outline.next()) months.push(month);
      expect(outlineOf(whole.header, months)).toEqual(outlineOf(whole.header, whole.frames));
      expect(outlineOf(whole.header, months)).toMatchObject({ months: scenario.horizon, scale: { settled: true } });
    }
  });

  it('another seed gives another history, and no volatility the same for every seed', () => {
    const end = (seed: string, calm: boolean): string => {
      const parameters = calm ? { ...scenario.parameters, volatility: { ...scenario.parameters['volatility']!, value: 0 } } : scenario.parameters;
      const months = startBatch({ scenario: { ...scenario, parameters, horizon: 6 }, seed });
      while (months.next());
      return stateDigest(months.state);
    };
    expect(end('1', false)).not.toBe(end('2', false));
    expect(end('1', true)).toBe(end('2', true));
  });

  it('are the same what-if whether the months before it are made again or taken over', () => {
    const parent: NonNullable<Header['parent']> = { digest: run.frames.at(-1)!.digest, tick: 9, changes: [{ kind: 'rescue', actor: 'openai' }, { kind: 'channelOff', channel: 'rent' }] };
    const again = runToEnd({ ...request, parent }, { sha256 });
    const shared = structuredClone(sharedPast(run.frames, 9)!);
    const months = startRun({ ...request, parent, shared }, { sha256 });
    expect(months.shared).toEqual(again.frames.slice(0, 9).map(({ tick, prev, digest }) => ({ tick, prev, digest })));
    const rest: Frame[] = [];
    for (let frame = months.next(); frame !== null; frame = months.next()) rest.push(frame);
    expect(rest.map((frame) => frame.digest)).toEqual(again.frames.slice(9).map((frame) => frame.digest));
    expect(rest.at(-1)!.stateDigest).not.toBe(states.at(-1));
  });

  it('a longer horizon changes nothing before it', () => {
    const shorter = runToEnd({ scenario: { ...scenario, horizon: 5 }, seed: '42' }, { sha256 });
    expect(shorter.frames.map((frame) => frame.stateDigest)).toEqual(states.slice(0, 5));
  });
});

describe('a state', () => {
  const steps = Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, compiledStep(MACHINES[kind].machine)])) as unknown as Steps;
  const options: StepOptions = { setting: buildSetting(scenario, '42'), rules: { machines: MACHINES, steps, changes: [] }, removed: new Set(), checkAll: true, measured: true };

  it('written down and read again goes on as if nothing had been', () => {
    for (const tick of [-1, 0, 3, 8, 16]) {
      const before = tick === -1 ? openingWorld(scenario, MACHINES) : run.frames[tick]!.state;
      const state = JSON.parse(JSON.stringify(before)) as World;
      stepMonth(state, options);
      expect([tick, stateDigest(state)]).toEqual([tick, states[tick + 1]]);
    }
  });

  it('is stepped on a draft as on a plain object, and the one before it is left as it was', () => {
    const before = run.frames[7]!.state;
    const named = stateDigest(before);
    const drafted = produce(before, (draft: World) => {
      stepMonth(draft, options);
    });
    const plain = structuredClone(before);
    stepMonth(plain, options);
    expect([stateDigest(drafted), stateDigest(plain), stateDigest(before)]).toEqual([states[8], states[8], named]);
    expect(drafted).not.toBe(before);
  });
});

describe('a recording', () => {
  it('is written from the texts its digests were taken of: of the last month, and of any other', () => {
    const months = startRun({ scenario: { ...scenario, horizon: 3 }, seed: '42' }, { sha256 });
    const frames = [months.next()!, months.next()!, months.next()!];
    for (const frame of [...frames].reverse()) expect(months.text(frame) === canonical({ type: 'tick', ...frame })).toBe(true);
    // what is not quite the month that was made is written as it is
    const other = { ...frames[2]!, digest: frames[1]!.digest };
    expect(months.text(other) === canonical({ type: 'tick', ...other })).toBe(true);
  });

  it('written and read is the same run, and any month of it the one that a fresh run comes to', async () => {
    const opened = await openRecording(bytesSource(await recorded(run)), { sha256 });
    if (!opened.ok) throw new Error(opened.problem.key);
    const { run: loaded } = await loadRun(opened.recording);
    expect(loaded.frames.map((frame) => frame.digest)).toEqual(run.frames.map((frame) => frame.digest));
    expect(loaded.frames.map((frame) => stateDigest(frame.state))).toEqual(states);
    for (const tick of [17, 0, 9, 4]) {
      const read = await opened.recording.frame(tick);
      const fresh = startBatch({ scenario: { ...scenario, horizon: tick + 1 }, seed: '42' });
      while (fresh.next());
      expect([tick, read.ok && stateDigest(read.frame.state)]).toEqual([tick, stateDigest(fresh.state)]);
    }
  });
});

describe('a scenario', () => {
  it('may be written in any order: whoever comes first in the file is not first in anything', () => {
    const months = startBatch({ scenario: backwards(scenario), seed: '42' });
    const digests: string[] = [];
    while (months.next()) digests.push(stateDigest(months.state));
    expect(digests.findIndex((digest, tick) => digest !== states[tick])).toBe(-1);
  });

  it('may count in dimes: with every price and amount tenfold the same firms fail in the same months', () => {
    const tenfold = runToEnd({ scenario: dearer(scenario, 10), seed: '42' }, { sha256 });
    expect(defaultsOf(tenfold.frames)).toEqual(defaultsOf(run.frames));
    expect(defaultsOf(run.frames).length).toBeGreaterThan(2);
  });
});
