import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Change, Frame, Header } from '../../src/model/frame.ts';
import { changesInForce } from '../../src/playback/index.ts';
import { readLink, writeLink } from '../../src/session/link.ts';
import { createRuns } from '../../src/session/runs.ts';
import { createSession } from '../../src/session/session.ts';
import type { Session } from '../../src/session/session-commands.ts';
import type { SessionStart } from '../../src/session/state.ts';
import type { GrowingSource } from '../../src/playback/source.ts';
import { sent, type Simulate, type SimulationListener, type SimulationRequest } from '../../src/session/simulate.ts';
import { forkOf, parentOf, withChange, withoutChange, type WhatIf } from '../../src/session/what-if.ts';
import { describeMessage } from '../../src/words/ui.ts';
import { startSyntheticRun, syntheticRun, testSha256, type SyntheticOptions } from '../fixtures/synthetic-run.ts';

const RESCUE: Change = { kind: 'rescue', actor: 'openai' };
const CUT: Change = { kind: 'channelOff', channel: 'credit' };
const base = readFileSync(new URL('../../scenarios/base.yaml', import.meta.url), 'utf8');

interface Order {
  readonly request: SimulationRequest;
  readonly listener: SimulationListener;
  stopped: boolean;
}

const scenarios = { ids: ['base'], text: () => base };

/** A page on which simulations wait to be let go; `play` runs one to its end. */
class Page {
  readonly session: Session;
  readonly main: Order[] = [];
  readonly beside: Order[] = [];
  constructor(start: SessionStart = {}) {
    this.session = createSession(start);
    const into = (orders: Order[]): Simulate => (request, listener) => {
      const order: Order = { request, listener, stopped: false };
      orders.push(order);
      return () => (order.stopped = true);
    };
    createRuns(this.session, {
      sha256: testSha256,
      simulate: into(this.main),
      simulateBeside: () => () => undefined,
      simulateWhatIf: into(this.beside),
      openRecording: () => () => undefined,
      window: () => Promise.resolve(null),
      scenarios,
      shelf: { keep: () => Promise.resolve(true), find: () => Promise.resolve(null) },
    }).begin();
    this.play(this.main[0]!);
  }
  play({ request, listener }: Order, options: SyntheticOptions & { readonly model?: string } = {}): void {
    const run: { header: Header; next(): Frame | null } = startSyntheticRun({ seed: request.seed, horizon: 12, ...(request.parent === undefined ? {} : { parent: request.parent }), ...options });
    listener.header(options.model === undefined ? run.header : { ...run.header, model: options.model });
    for (let frame = run.next(); frame !== null; frame = run.next()) listener.months([sent(frame)]);
    listener.finished();
  }
  get state() {
    return this.session.store.get();
  }
  suppose(tick: number, change: Change): void {
    this.session.command({ type: 'seek', tick });
    this.session.suppose(change);
  }
}

describe('a what-if on the page', () => {
  it('is made by one change at the month shown: beside the run, with its seed, and shown when it is complete', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    const { request } = page.beside[0]!;
    expect([request.seed, request.parent]).toEqual([page.state.run!.source.header.seed, { digest: page.state.run!.timeline.months.at(-1)!.digest, tick: 7, changes: [RESCUE] }]);
    expect([page.state.showing, page.state.branch, page.state.work.kind]).toEqual(['run', null, 'supposing']);
    page.play(page.beside[0]!, { demand: { from: 7, level: 2 } });
    expect([page.state.showing, page.state.work.kind, page.state.playback.tick]).toEqual(['branch', 'none', 7]);
    expect(page.state.branch!.source.length).toBe(12);
    page.session.showing('run');
    expect(page.state.branch).not.toBeNull();
  });

  it('comes back from its address as it was left: told, or beside the history that is told', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    page.play(page.beside[0]!, { demand: { from: 7, level: 2 } });
    const [told, whatIf] = [writeLink(page.session.link()), page.state.decided.present.whatIf];
    page.session.showing('run');
    const unchanged = writeLink(page.session.link());
    const reopened = (link: string): string => {
      const { link: read, bad } = readLink(link);
      expect([bad, read.whatIf]).toEqual([[], whatIf]);
      const again = new Page({ whatIf: read.whatIf!, awaited: read.unchanged === true ? 'run' : 'branch' });
      again.play(again.beside[0]!, { demand: { from: 7, level: 2 } });
      expect(again.state.branch).not.toBeNull();
      return again.state.showing;
    };
    expect([reopened(told), reopened(unchanged)]).toEqual(['branch', 'run']);
    // one change more is told at once
    page.suppose(9, CUT);
    page.play(page.beside[1]!, { demand: { from: 9, level: 2 } });
    expect(page.state.showing).toBe('branch');
  });

  it('takes over the months before it, under the names they have in it, from a history that was simulated here', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    const { request, listener } = page.beside[0]!;
    const { frames } = (page.state.run!.source as GrowingSource).run;
    expect(request.shared!.months.map((month) => month.stateDigest)).toEqual(frames.slice(0, 7).map((frame) => frame.stateDigest));
    expect(request.shared!.state).toBe(frames[6]!.state);
    const again = startSyntheticRun({ seed: request.seed, horizon: 12, parent: request.parent!, demand: { from: 7, level: 2 } });
    listener.header(again.header);
    listener.shared!(request.shared!.months.map(({ tick }) => ({ tick, prev: `before ${tick}`, digest: `name ${tick}` })));
    for (let frame = again.next(); frame !== null; frame = again.next()) if (frame.tick >= 7) listener.months([sent(frame)]);
    listener.finished();
    const branch = page.state.branch!.source;
    expect([branch.length, branch.peek(6)!.digest, branch.peek(6)!.prev]).toEqual([12, 'name 6', 'before 6']);
    expect(branch.peek(6)!.phases).toBe(frames[6]!.phases);
    expect(branch.peek(7)!.state.tick).toBe(7);
  });

  it('takes more changes, each from its own month, and another of the same in its place', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    page.play(page.beside[0]!);
    page.suppose(9, CUT);
    expect(page.beside[1]!.request.parent).toMatchObject({ tick: 9, changes: [CUT], earlier: [{ tick: 7, changes: [RESCUE] }] });
    page.suppose(3, { kind: 'set', path: 'demand.level', value: 0.8 });
    page.suppose(5, { kind: 'set', path: 'demand.level', value: 0.9 });
    expect(page.state.decided.present.whatIf!.map(({ tick, change }) => [tick, change.kind])).toEqual([[7, 'rescue'], [9, 'channelOff'], [3, 'set']]);
    expect(page.beside.at(-1)!.request.parent).toMatchObject({ tick: 9, earlier: [{ tick: 3, changes: [{ kind: 'set', path: 'demand.level', value: 0.9 }] }, { tick: 7 }] });
    expect(forkOf(page.state.decided.present.whatIf!)).toBe(3);
  });

  it('is forked anew from the recording when that is shown', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    page.play(page.beside[0]!);
    page.session.showing('run');
    page.suppose(4, CUT);
    expect(page.state.decided.present.whatIf).toEqual([{ tick: 4, change: CUT }]);
  });

  it('is undone and done again change by change, the branch itself last', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    page.play(page.beside[0]!);
    page.suppose(9, CUT);
    page.play(page.beside[1]!);
    const [one, two] = [page.state.branch, (page.session.undo(), page.state.branch)];
    // what was simulated a moment ago is there at once
    expect([page.state.showing, page.state.work.kind, two === one, page.beside.length]).toEqual(['branch', 'none', false, 2]);
    expect(page.state.decided.present.whatIf).toEqual([{ tick: 7, change: RESCUE }]);
    page.session.undo();
    expect([page.state.showing, page.state.branch, page.state.decided.present.whatIf]).toEqual(['run', null, null]);
    page.session.redo();
    expect([page.state.showing, page.state.branch === two]).toEqual(['branch', true]);
    page.session.redo();
    expect([page.state.showing, page.state.branch === one, page.beside.length]).toEqual(['branch', true, 2]);
    page.session.dropChange(RESCUE);
    expect(page.beside[2]!.request.parent).toMatchObject({ tick: 9, changes: [CUT] });
    page.session.dropChange(CUT);
    expect(page.state.decided.present.whatIf).toBeNull();
    page.session.undo();
    expect(page.state.decided.present.whatIf).toEqual([{ tick: 9, change: CUT }]);
  });

  it('comes back when another run that took its place is undone, once that run is whole', () => {
    const page = new Page();
    page.suppose(7, RESCUE);
    page.play(page.beside[0]!);
    page.session.choose({ seed: 'other' });
    page.play(page.main[1]!);
    expect([page.state.branch, page.state.decided.present.whatIf]).toEqual([null, null]);
    page.session.undo();
    expect([page.state.showing, page.state.run!.source.header.seed, page.beside.length]).toEqual(['branch', '42', 1]);
    // three more take the place of the first, which then waits for its run and is simulated anew
    for (const seed of ['second', 'third', 'fourth']) {
      page.session.choose({ seed });
      page.play(page.main.at(-1)!);
      page.suppose(3, CUT);
      page.play(page.beside.at(-1)!);
    }
    while (page.state.decided.present.choice.seed !== '42') page.session.undo();
    const orders = page.beside.length;
    expect([page.main.at(-1)!.request.seed, page.state.branch]).toEqual(['42', null]);
    page.play(page.main.at(-1)!);
    expect(page.beside.length).toBe(orders + 1);
    page.play(page.beside.at(-1)!);
    expect(page.state.showing).toBe('branch');
  });

  it('counts a drag of a slider as one step, and runs only the last of it to its end', () => {
    const page = new Page();
    page.session.command({ type: 'seek', tick: 7 });
    for (const value of [0.9, 0.8, 0.7]) page.session.suppose({ kind: 'set', path: 'demand.level', value }, true);
    page.session.suppose({ kind: 'set', path: 'demand.level', value: 0.6 });
    expect(page.beside.map((order) => order.stopped)).toEqual([true, true, true, false]);
    page.session.undo();
    expect(page.state.decided.present.whatIf).toBeNull();
  });

  it.each<[string, (page: Page) => void, RegExp]>([
    ['other rules made the run', (page) => page.play(page.beside[0]!, { model: 'other-2' }), /made by model version synthetic-1; this is version other-2.*only version synthetic-1 can repeat it/],
    ['its past comes out otherwise', (page) => page.play(page.beside[0]!, { demand: { from: 3, level: 2 } }), /Tick 3, before the change, comes out differently/],
  ])('is dropped in words when %s', (_why, run, says) => {
    const page = new Page();
    page.suppose(7, RESCUE);
    run(page);
    expect([page.state.branch, page.state.showing, page.state.decided.present.whatIf, page.state.work.kind]).toEqual([null, 'run', null, 'none']);
    expect(page.state.notices.map(({ message }) => describeMessage(message, 'en')).join()).toMatch(says);
    expect(page.state.notices.map(({ message }) => describeMessage(message, 'zh')).join()).toMatch(/模拟记录/);
  });

  it.each<[Change, RegExp]>([
    [{ kind: 'rescue', actor: 'nobody' }, /No actor is called `nobody`/],
    [{ kind: 'removeContract', contract: '__proto__' }, /no contract `__proto__`/],
    [{ kind: 'set', path: 'demand.level', value: -1 }, /outside their range/],
  ])('is refused in words: %j', (change, says) => {
    const page = new Page();
    page.suppose(7, change);
    expect([page.beside.length, page.state.decided.present.whatIf]).toEqual([0, null]);
    expect(page.state.notices.map(({ message }) => describeMessage(message, 'en')).join()).toMatch(says);
  });
});

describe('the steps of a what-if', () => {
  const steps: WhatIf = [{ tick: 9, change: CUT }, { tick: 7, change: RESCUE }, { tick: 9, change: { kind: 'set', path: 'demand.level', value: 0.8 } }];

  it('are put in order of months behind those of the run itself', () => {
    const { header } = syntheticRun({ parent: { digest: 'p', tick: 2, changes: [CUT] } });
    const parent = parentOf(steps, header, 'd');
    expect(parent).toEqual({ digest: 'd', tick: 9, changes: [steps[0]!.change, steps[2]!.change], earlier: [{ tick: 2, changes: [CUT] }, { tick: 7, changes: [RESCUE] }] });
    expect(changesInForce({ ...header, parent }).flatMap((step) => step.changes)).toEqual([CUT, RESCUE, CUT, steps[2]!.change]);
  });

  it('are added and taken out by what they are about', () => {
    expect(withoutChange(steps, RESCUE)!.length).toBe(2);
    expect(withoutChange([steps[1]!], RESCUE)).toBeNull();
    expect(withChange(steps, { tick: 1, change: { kind: 'set', path: 'demand.level', value: 0.5 } })[2]).toEqual({ tick: 9, change: { kind: 'set', path: 'demand.level', value: 0.5 } });
  });

  it('go through an address and come back; what is none is named', () => {
    const every: WhatIf = [...steps, { tick: 0, change: { kind: 'hold', key: 'openai/commit/oracle' } }, { tick: 3, change: { kind: 'removeContract', contract: 'openai-oracle' } }, { tick: 4, change: { kind: 'payInstead', obligation: 'openai/compute/oracle/-' } }];
    expect(readLink(writeLink({ whatIf: every }))).toEqual({ link: { whatIf: every }, bad: [] });
    for (const bad of ['24', '24~rescue', '24~rescue~openai~3', '24~set~demand.level', '24~eat~openai', '24~set~demand.level~1e9', 'x~rescue~openai', '24~rescue~<b>', `${'1~rescue~a;'.repeat(30)}1~rescue~a`])
      expect(readLink(`#v=1&if=${encodeURIComponent(bad)}`), bad).toEqual({ link: {}, bad: ['if'] });
  });
});
