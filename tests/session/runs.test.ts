import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Frame, Header } from '../../src/model/frame.ts';
import { outlineOf } from '../../src/playback/outline.ts';
import { readFile } from '../../src/scenario/read.ts';
import { memorySink } from '../../src/recording/source.ts';
import { createRuns } from '../../src/session/runs.ts';
import { saveRun } from '../../src/session/save-run.ts';
import { createSession } from '../../src/session/session.ts';
import type { Session } from '../../src/session/session-commands.ts';
import type { KeptFile, OpeningListener, Ports, ScenarioTexts } from '../../src/session/ports.ts';
import { sent, type SimulationListener, type SimulationRequest } from '../../src/session/simulate.ts';
import { readRecording } from '../../src/worker/work.ts';
import { recorded } from '../fixtures/recorded.ts';
import { startSyntheticRun, syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const text = (id: string): string | undefined => (['base', 'demand-shortfall', 'no-backstop'].includes(id) ? readFileSync(new URL(`../../scenarios/${id}.yaml`, import.meta.url), 'utf8') : undefined);

const scenarios = { ids: ['base', 'no-backstop'], text };

/** A simulator that is told when to go on. */
class Simulator {
  readonly requests: SimulationRequest[] = [];
  readonly stopped: number[] = [];
  private listeners: (SimulationListener | null)[] = [];
  private runs: { header: Header; next(): Frame | null }[] = [];

  readonly simulate = (request: SimulationRequest, listener: SimulationListener): (() => void) => {
    const nth = this.requests.length;
    this.requests.push(request);
    this.listeners.push(listener);
    this.runs.push(startSyntheticRun({ seed: request.seed, horizon: 12 }));
    return () => {
      this.stopped.push(nth);
      this.listeners[nth] = null;
    };
  };

  /** From the header on; a second time, everything anew, as when the worker died. */
  begin(nth: number, months: number): void {
    this.runs[nth] = startSyntheticRun({ seed: this.requests[nth]!.seed, horizon: 12 });
    this.listeners[nth]?.header(this.runs[nth]!.header);
    this.more(nth, months);
  }
  more(nth: number, months: number): void {
    for (let month = 0; month < months; month++) {
      const frame = this.runs[nth]!.next();
      if (frame !== null) this.listeners[nth]?.months([sent(frame)]);
    }
  }
  foresee(nth: number): void {
    const { header, frames } = syntheticRun({ seed: this.requests[nth]!.seed, horizon: 12 });
    this.listeners[nth]?.outline?.(outlineOf(header, frames));
  }
  finish(nth: number): void {
    this.listeners[nth]?.finished();
  }
  fail(nth: number): void {
    this.listeners[nth]?.failed('books off by $1');
  }
}

function assembled(shelf = new Map<string, KeptFile>(), scenarioTexts: ScenarioTexts = scenarios): { session: Session; simulator: Simulator; runs: ReturnType<typeof createRuns>; shelf: Map<string, KeptFile> } {
  const session = createSession();
  const simulator = new Simulator();
  const ports: Ports = {
    sha256: testSha256,
    simulate: simulator.simulate,
    simulateBeside: simulator.simulate,
    simulateWhatIf: simulator.simulate,
    openRecording: (file, listener) => {
      let wanted = true;
      void readRecording(file, listener, { wanted: () => wanted, pause: () => Promise.resolve(wanted) });
      return () => (wanted = false);
    },
    window: () => Promise.resolve(null),
    scenarios: scenarioTexts,
    shelf: {
      keep: (file) => (shelf.set(file.digest, file), slow ?? Promise.resolve(true)),
      find: (digest) => Promise.resolve(shelf.get(digest) ?? null),
    },
  };
  return { session, simulator, runs: createRuns(session, ports), shelf };
}

/** What a slow shelf promises; null where it keeps at once. */
let slow: Promise<boolean> | null = null;

/** Waits until something holds; promises of files come in their own time. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it never came to that');
}
const state = ({ session }: { session: Session }) => session.store.get();
const keysOf = ({ session }: { session: Session }): string[] => session.store.get().notices.map((notice) => notice.message.key);

describe('runs on the page', () => {
  it('shows the first month at once and grows to the horizon', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 1);
    expect(state(page)).toMatchObject({ months: 1, finished: false, work: { kind: 'simulating' } });
    page.simulator.more(0, 11);
    page.simulator.finish(0);
    expect(state(page)).toMatchObject({ months: 12, finished: true, work: { kind: 'none' } });
  });

  it('replaces a run under other parameters when its outline is known and it has come to the month shown, or is complete', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 12);
    page.simulator.finish(0);
    page.session.command({ type: 'seek', tick: 7 });
    const before = state(page).run;
    page.session.choose({ set: { 'demand.level': 0.6 } });
    expect(page.simulator.requests[1]!.scenario.parameters['demand.level']!.value).toBe(0.6);
    page.simulator.begin(1, 6);
    expect(state(page).run).toBe(before);
    page.simulator.more(1, 6);
    page.simulator.finish(1);
    expect(state(page).run).not.toBe(before);
    expect(state(page).playback.tick).toBe(7);
    const second = state(page).run;
    page.session.choose({ set: { 'demand.level': 0.7 } });
    page.simulator.begin(2, 1);
    page.simulator.foresee(2);
    page.simulator.more(2, 6);
    expect(state(page).run).toBe(second);
    // where the reader went meanwhile is where the other history is shown
    page.session.command({ type: 'seek', tick: 6 });
    page.simulator.more(2, 1);
    expect(state(page).run).not.toBe(second);
    expect(state(page)).toMatchObject({ months: 8, finished: false, playback: { tick: 6 } });
    page.simulator.more(2, 4);
    page.simulator.finish(2);
    expect(state(page)).toMatchObject({ months: 12, finished: true, playback: { tick: 6 } });
  });

  it('has the last histories at once again, at the same month, without simulating: taken back, undone, and after another scenario', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 12);
    page.simulator.finish(0);
    const first = state(page).run;
    page.session.command({ type: 'seek', tick: 7 });
    page.session.choose({ set: { 'demand.level': 0.6 } });
    page.simulator.begin(1, 12);
    page.simulator.finish(1);
    const second = state(page).run;
    page.session.choose({ set: {} });
    expect(state(page)).toMatchObject({ months: 12, finished: true, work: { kind: 'none' }, playback: { tick: 7 } });
    expect(state(page).run).toBe(first);
    page.session.undo();
    expect(state(page).run).toBe(second);
    page.session.choose({ run: { kind: 'scenario', id: 'no-backstop' }, set: {} });
    expect(page.simulator.requests).toHaveLength(3);
    page.simulator.begin(2, 4);
    // left before its end, it is simulated anew the next time
    page.session.undo();
    expect(state(page).run).toBe(second);
    page.session.redo();
    expect(page.simulator.requests).toHaveLength(4);
    page.simulator.begin(3, 12);
    page.simulator.finish(3);
    // a fourth takes the place of the one that was looked at longest ago
    page.session.choose({ seed: '43' });
    page.simulator.begin(4, 12);
    page.simulator.finish(4);
    page.session.choose({ run: { kind: 'scenario', id: 'base' }, seed: '42' });
    expect(page.simulator.requests).toHaveLength(6);
  });

  it('drops a run that is no longer wanted', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 2);
    page.session.choose({ seed: '43' });
    expect(page.simulator.stopped).toContain(0);
    page.simulator.begin(1, 12);
    page.simulator.finish(1);
    expect(state(page).run!.source.header.seed).toBe('43');
  });

  it('begins anew without a gap when the worker dies in the middle', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 5);
    page.session.command({ type: 'seek', tick: 3 });
    page.simulator.begin(0, 7);
    expect(state(page)).toMatchObject({ months: 7, playback: { tick: 3 } });
    page.simulator.more(0, 5);
    page.simulator.finish(0);
    expect(state(page)).toMatchObject({ months: 12, finished: true, playback: { tick: 3 } });
  });

  it('says where a run was stopped by its rules and keeps what came before', () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 5);
    page.simulator.fail(0);
    expect(state(page)).toMatchObject({ months: 5, finished: true });
    expect(state(page).notices[0]!.message).toEqual({ key: 'simulation', tick: 5, detail: 'books off by $1' });
  });

  it('falls back to the base scenario when the address names one that is not here', () => {
    const page = assembled();
    page.session.choose({ run: { kind: 'scenario', id: 'mars' } });
    expect(keysOf(page)).toEqual(['scenarioUnknown']);
    expect(state(page).decided.present.choice.run).toEqual({ kind: 'scenario', id: 'base' });
    expect(page.simulator.requests.length).toBe(1);
  });

  it('leaves parameters of the address that the scenario does not have as they are, with one notice', () => {
    const page = assembled();
    page.session.choose({ set: { 'demand.level': 99, 'no.such': 1 } });
    expect(keysOf(page)).toEqual(['parameters']);
    expect(page.simulator.requests[0]!.scenario.parameters['demand.level']!.value).toBe(1);
  });
});

describe('a comparison', () => {
  it('waits for the run on the page, has its seed, and goes when another run comes', () => {
    const page = assembled();
    page.runs.begin();
    page.session.compare('no-backstop');
    page.simulator.begin(0, 12);
    expect(page.simulator.requests.length).toBe(1);
    page.simulator.finish(0);
    expect(page.simulator.requests[1]).toMatchObject({ scenario: { id: 'no-backstop' }, seed: '42' });
    page.simulator.begin(1, 12);
    expect(state(page).against).toBeNull();
    page.simulator.finish(1);
    expect(state(page).against!.source.length).toBe(12);
    page.session.choose({ seed: '43' });
    page.simulator.begin(2, 12);
    page.simulator.finish(2);
    expect(state(page).against).toBeNull();
    expect(page.simulator.requests[3]).toMatchObject({ scenario: { id: 'no-backstop' }, seed: '43' });
  });
});

describe('files on the page', () => {
  const run = syntheticRun({ ticks: 12 });
  const blobOf = (bytes: Uint8Array): Blob => new Blob([bytes as BlobPart]);

  it('opens a recording, keeps it, and finds it again by its digest', async () => {
    const page = assembled();
    await page.runs.open({ name: 'mine.ndjson.gz', blob: blobOf(await recorded(run)) });
    await until(() => state(page).run !== null);
    const { digest } = run.frames.at(-1)!;
    expect(state(page)).toMatchObject({ months: 12, finished: true });
    expect(state(page).decided.present.choice.run).toEqual({ kind: 'file', digest });

    const again = assembled(page.shelf);
    again.session.choose({ run: { kind: 'file', digest } });
    await until(() => state(again).run !== null);
    expect(state(again).run!.source.peek(11)!.digest).toBe(digest);
    expect(again.simulator.requests.length).toBe(0);
  });

  it('names a recording in the address only once it is kept, and puts it nowhere when something else was chosen meanwhile', async () => {
    const page = assembled();
    page.runs.begin();
    const bytes = blobOf(await recorded(run));
    const { digest } = run.frames.at(-1)!;
    let keep = (): void => undefined;
    page.shelf.set = (name, file) => {
      // the shelf takes its time
      slow = new Promise((resolve) => (keep = () => resolve(Map.prototype.set.call(page.shelf, name, file) !== undefined)));
      return page.shelf;
    };
    await page.runs.open({ name: 'mine.ndjson.gz', blob: bytes });
    await until(() => slow !== null);
    expect(state(page).decided.present.choice.run).toEqual({ kind: 'scenario', id: 'base' });
    keep();
    await until(() => state(page).decided.present.choice.run.kind === 'file');
    expect(page.shelf.has(digest)).toBe(true);

    slow = null;
    await page.runs.open({ name: 'again.ndjson.gz', blob: bytes });
    await until(() => slow !== null);
    page.session.choose({ run: { kind: 'scenario', id: 'no-backstop' } });
    keep();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state(page).decided.present.choice.run).toEqual({ kind: 'scenario', id: 'no-backstop' });
    slow = null;
  });

  it('brings along the bookmarks of a recording, and leaves those of another run behind', async () => {
    const page = assembled();
    page.session.bookmark();
    await page.runs.open({ name: 'mine.ndjson.gz', blob: blobOf(await recorded(run, { title: '', author: '', bookmarks: [{ tick: 4, text: 'look here' }] })) });
    await until(() => state(page).run !== null);
    expect(state(page).decided.present.bookmarks).toEqual([{ tick: 4, text: 'look here' }]);
    page.session.choose({ run: { kind: 'scenario', id: 'base' } });
    expect(state(page).decided.present.bookmarks).toEqual([]);
  });

  it('saves the bookmarks, the title and the author of a recording, and finds them in what it saved', async () => {
    const page = assembled();
    const notes = { title: 'For Monday', author: '李', bookmarks: [{ tick: 4, text: '看这里' }] };
    await page.runs.open({ name: 'mine.ndjson.gz', blob: blobOf(await recorded(run, notes)) });
    await until(() => state(page).run !== null);
    page.session.command({ type: 'seek', tick: 7 });
    page.session.bookmark();
    const sink = memorySink();
    await saveRun(sink, state(page).run!, state(page).decided.present.bookmarks, testSha256);

    const again = assembled();
    await again.runs.open({ name: 'saved.ndjson.gz', blob: blobOf(sink.bytes()!) });
    await until(() => state(again).run !== null);
    expect(state(again).decided.present.bookmarks).toEqual([{ tick: 4, text: '看这里' }, { tick: 7, text: '' }]);
    expect(state(again).run!.origin).toMatchObject({ title: 'For Monday', author: '李' });
    expect(state(again).run!.source.peek(11)!.digest).toBe(run.frames[11]!.digest);

    // a reload finds them as well, and has nothing to take back
    const { digest } = state(again).run!.origin as { readonly digest: string };
    const reloaded = assembled(again.shelf);
    reloaded.session.choose({ run: { kind: 'file', digest } });
    await until(() => state(reloaded).run !== null);
    expect(state(reloaded).decided.present.bookmarks.map((mark) => mark.tick)).toEqual([4, 7]);
  });

  it('offers what is whole of a recording that was cut, and changes nothing until it is asked to', async () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 12);
    page.simulator.finish(0);
    const before = state(page).run;
    const bytes = await recorded(run);
    await page.runs.open({ name: 'cut.ndjson.gz', blob: blobOf(bytes.slice(0, Math.floor(bytes.length * 0.6))) });
    await until(() => keysOf(page).includes('recording'));
    const notice = state(page).notices.at(-1)!;
    expect(notice.message).toMatchObject({ key: 'recording', problem: { key: 'recording.torn' } });
    expect(state(page).run).toBe(before);
    page.runs.openWhole();
    await until(() => state(page).run !== before);
    expect(state(page).months).toBe(notice.action!.ticks);
  });

  it('counts months from the start while a cut file is searched, and never backwards', async () => {
    const page = assembled();
    const counts: number[] = [];
    page.session.store.subscribe(() => {
      const { work } = state(page);
      if (work.kind === 'opening' && work.months !== counts.at(-1)) counts.push(work.months);
    });
    const bytes = await recorded(run);
    await page.runs.open({ name: 'cut.ndjson.gz', blob: blobOf(bytes.slice(0, Math.floor(bytes.length * 0.6))) });
    await until(() => keysOf(page).includes('recording'));
    const { ticks } = state(page).notices.at(-1)!.message as { readonly ticks: number };
    // the first month is counted when it is found, before any is read
    expect(counts.find((months) => months > 0)).toBe(1);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(ticks);
  });

  it('lets go of a file that is searched when another is opened', async () => {
    const bytes = await recorded(run);
    const heard: string[] = [];
    let wanted = true;
    const listener: OpeningListener = {
      searched(months) {
        heard.push(`searched ${months}`);
        wanted = false;
      },
      header: () => heard.push('header'), months: () => heard.push('months'), done: () => heard.push('done'), failed: () => heard.push('failed'),
    };
    await readRecording(blobOf(bytes.slice(0, -40)), listener, { wanted: () => wanted, pause: () => Promise.resolve(wanted) });
    expect(heard).toEqual(['searched 1']);
  });

  it('opens the months before one that was changed', async () => {
    const page = assembled();
    const other = syntheticRun({ ticks: 12, demand: { from: 5, level: 0.5 } });
    // a month of another history signed by nobody: its digest does not follow
    const bytes = await recorded(run);
    const foreign = await recorded(other);
    const spliced = new Uint8Array(bytes);
    const at = Math.floor(bytes.length * 0.7);
    spliced.set(foreign.slice(at, at + 40), at);
    await page.runs.open({ name: 'spliced.ndjson.gz', blob: blobOf(spliced) });
    await until(() => keysOf(page).includes('recording'));
    const { message, action } = state(page).notices.at(-1)!;
    expect(message).toMatchObject({ key: 'recording', problem: { key: 'recording.changed' } });
    expect(action!.ticks).toBeGreaterThan(0);
  });

  it('names what a file is that is no recording, and keeps the page as it is', async () => {
    const page = assembled();
    page.runs.begin();
    page.simulator.begin(0, 12);
    page.simulator.finish(0);
    const before = state(page).run;
    for (const content of ['', '{"hello":1}', '\u001f\u008b junk', '<html>']) {
      await page.runs.open({ name: 'thing', blob: new Blob([content]) });
      await until(() => keysOf(page).includes('recording'));
      expect(state(page).run).toBe(before);
      page.session.dismiss(state(page).notices.at(-1)!.id);
      await until(() => keysOf(page).length === 0);
    }
  });

  it('runs a scenario from a file, and names line and column of one that is wrong', async () => {
    const page = assembled();
    const good = 'format: 1\nid: mine\nextends: base\nname: { en: Mine, zh: 我的 }\nabout: { what: { en: a, zh: a }, how: { en: a, zh: a }, notice: { en: a, zh: a }, try: { en: a, zh: a }, limits: { en: a, zh: a } }\n';
    await page.runs.open({ name: 'mine.yaml', blob: new Blob([good]) });
    await until(() => page.simulator.requests.length > 0);
    expect(page.simulator.requests.at(-1)!.scenario.id).toBe('mine');
    await page.runs.open({ name: 'bad.yaml', blob: new Blob([`${good}horizon: many\n`]) });
    await until(() => keysOf(page).includes('scenario'));
    expect(state(page).notices.at(-1)!.message).toMatchObject({ key: 'scenario', file: 'bad.yaml', problems: [{ line: 6 }] });
  });

  it('names the line of what a file breaks in one it extends, although that was read when the page was built', async () => {
    const read = readFile(text('base')!, 'base.yaml', new WeakMap(), [])!;
    const page = assembled(new Map(), { ids: ['base'], text: (id) => (id === 'base' ? read : undefined), exact: () => Promise.resolve(scenarios) });
    const about = 'about: { what: { en: a, zh: a }, how: { en: a, zh: a }, notice: { en: a, zh: a }, try: { en: a, zh: a }, limits: { en: a, zh: a } }';
    // a loan of base has another lender, so the books of the one who gave it there no longer balance
    await page.runs.open({ name: 'bad.yaml', blob: new Blob([`format: 1\nid: mine\nextends: base\nname: { en: Mine, zh: 我的 }\n${about}\nloans:\n  - { id: coreweave-ddtl-1, lender: nvidia }\n`]) });
    await until(() => keysOf(page).includes('scenario'));
    const { message } = state(page).notices.at(-1)!;
    const inBase = message.key === 'scenario' ? message.problems.filter((problem) => problem.file === 'base.yaml') : [];
    expect(inBase.length).toBeGreaterThan(0);
    for (const { line } of inBase) expect(line).toBeGreaterThan(1);
  });

  it('says so when a link names a file that is not on this device', async () => {
    const page = assembled();
    page.session.choose({ run: { kind: 'file', digest: 'f'.repeat(64) } });
    await until(() => keysOf(page).includes('fileMissing'));
    expect(state(page).decided.present.choice.run).toEqual({ kind: 'scenario', id: 'base' });
  });
});
