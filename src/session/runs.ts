/**
 * Keeps the run on the page what the reader chose: simulates a scenario, opens a file, and drops what is no longer
 * wanted. A run under other parameters takes the place of the one shown only when it has come to the month shown, so that
 * a slider moves a picture and not a gap.
 */
import type { Scenario } from '../model/scenario.ts';
import type { Written } from '../scenario/load.ts';
import { badParameters, sameRun, withParameters, type Choice } from './choice.ts';
import { finishedRuns } from './finished-runs.ts';
import type { KeptFile, PickedFile, Ports } from './ports.ts';
import type { Place } from './link.ts';
import { readScenario } from './read-scenario.ts';
import type { Session } from './session-commands.ts';
import { growingRun, pushSent, windowedRun, type GrowingRun, type ShownRun } from './shown-run.ts';
import { createSupposing } from './suppose.ts';
import type { Header } from '../model/frame.ts';
import type { MonthSummary } from '../playback/summary.ts';

/** Larger scenario files are not looked at. */
const LARGEST_SCENARIO = 2_000_000;

export interface Runs {
  /** Begins with what the session says, at a place of it. */
  begin(at?: Place): void;
  open(file: PickedFile): Promise<void>;
  /** Opens what is whole of a file that is not. */
  openWhole(): void;
  /** The scenario the run on the page was made from, without moved parameters; null for recordings. */
  scenario(): Scenario | null;
  stop(): void;
}

export function createRuns(session: Session, ports: Ports): Runs {
  let current: Choice | null = null;
  /** What the run on the page was made from; another may be on its way. */
  let onPage: Choice | null = null;
  let scenario: Scenario | null = null;
  let cancel: () => void = () => undefined;
  let cancelBeside: () => void = () => undefined;
  let comparing: string | null = null;
  let whole: (() => void) | null = null;
  const scenarioFiles = new Map<string, { readonly name: string; readonly text: string }>();
  /** The one on the page and the two before it. */
  const ended = finishedRuns<Choice>(3);

  const unsubscribe = session.store.subscribe(() => {
    follow();
    compare();
    supposing.follow(onPage);
  });
  const supposing = createSupposing(session, ports.simulateWhatIf);

  function follow(at?: Place): void {
    const { choice } = session.store.get().decided.present;
    if (choice === current) return;
    const before = current;
    current = choice;
    // the run may already be on the page: it was put there by opening a file
    if (before !== null && sameRun(before, choice) && before.seed === choice.seed && before.set === choice.set) {
      if (onPage === before) onPage = choice;
      return;
    }
    const sameHistory = before !== null && sameRun(before, choice);
    cancel();
    if (choice.run.kind === 'scenario') {
      const text = ports.scenarios.text(choice.run.id);
      if (text === undefined) return fallBack({ key: 'scenarioUnknown', id: choice.run.id });
      simulate(text, `${choice.run.id}.yaml`, choice, sameHistory, at);
      return;
    }
    const known = scenarioFiles.get(choice.run.digest);
    if (known !== undefined) return simulate(known.text, known.name, choice, sameHistory, at);
    session.working({ kind: 'opening', file: '', months: 0, horizon: 0 });
    void ports.shelf.find(choice.run.digest).then(async (file) => {
      if (current !== choice) return;
      if (file === null) return fallBack({ key: 'fileMissing' });
      if (file.kind === 'recording') return openRecording(file, file.digest, at);
      const text = await file.blob.text();
      scenarioFiles.set(file.digest, { name: file.name, text });
      if (current === choice) simulate(text, file.name, choice, false, at);
    });
  }

  /** What was asked for is not to be had: the default takes its place, and a notice says so. */
  function fallBack(message: Parameters<Session['say']>[0]): void {
    session.working({ kind: 'none' });
    session.say(message);
    const id = ports.scenarios.ids[0];
    if (id !== undefined && session.store.get().run === null) session.choose({ run: { kind: 'scenario', id }, set: {} });
  }

  function simulate(text: Written, name: string, choice: Choice, sameHistory: boolean, at?: Place): void {
    const loaded = readScenario(ports.scenarios, text, name);
    if (!loaded.ok) return fallBack({ key: 'scenario', file: name, problems: loaded.problems });
    scenario = loaded.scenario;
    const bad = badParameters(loaded.scenario, choice.set);
    if (bad.length > 0) session.say({ key: 'parameters', names: bad });
    const set = Object.fromEntries(Object.entries(choice.set).filter(([parameter]) => !bad.includes(parameter)));
    const request = { scenario: withParameters(loaded.scenario, set), seed: choice.seed };
    let place = at;
    let run: GrowingRun | null = null;
    let placed = false;
    const wanted = (): Place | undefined => place ?? (sameHistory ? session.store.get().playback : undefined);
    const put = (grown: ShownRun): void => {
      placed = true;
      onPage = choice;
      const to = wanted();
      session.put(grown, to === undefined ? {} : { tick: to.tick, phase: to.phase, u: to.u, fresh: to.tick === 0 && to.u >= 1 });
    };
    const again = ended.find(choice);
    if (again !== null) {
      cancel = () => undefined;
      session.working({ kind: 'none' });
      return put(again);
    }
    /** Under other parameters the picture moves when there is one to move to: the month that is shown, on its own scale. */
    const grew = (): void => {
      if (placed) session.grew();
      else if (!sameHistory || (run!.facts.settled && run!.source.length > wanted()!.tick)) put(run!);
    };
    session.working({ kind: 'simulating' });
    cancel = ports.simulate({ ...request, outlined: true }, {
      header(header) {
        // a second header means that the work began anew elsewhere: it is told from where it was left
        if (placed) place = session.store.get().playback;
        run = growingRun(header, { kind: 'simulated' });
        placed = false;
      },
      months(frames) {
        pushSent(run!, frames);
        grew();
      },
      outline(outline) {
        run!.source.foresee(outline);
        grew();
      },
      finished() {
        run!.source.finish();
        ended.keep(choice, run!);
        session.working({ kind: 'none' });
        if (placed) session.grew();
        else put(run!);
      },
      failed(detail) {
        session.working({ kind: 'none' });
        if (run !== null) {
          run.source.finish();
          if (placed) session.grew();
        }
        session.say({ key: 'simulation', tick: run?.source.length ?? 0, detail });
      },
    });
  }

  /** The other history of a comparison: simulated once the one it is set beside is complete. */
  function compare(): void {
    const { compareWith, run, finished, against } = session.store.get();
    const wanted = compareWith === null || run === null || !finished || against !== null ? null : `${compareWith}/${run.source.header.seed}/${run.source.header.scenarioDigest}`;
    if (wanted === null || wanted === comparing) {
      if (compareWith === null) comparing = null;
      return;
    }
    comparing = wanted;
    cancelBeside();
    const text = ports.scenarios.text(compareWith!);
    const loaded = text === undefined ? null : readScenario(ports.scenarios, text, `${compareWith!}.yaml`);
    if (loaded === null || !loaded.ok) {
      session.compare(null);
      return session.say({ key: 'link', fields: ['compare'] });
    }
    let other: GrowingRun | null = null;
    cancelBeside = ports.simulateBeside(
      { scenario: loaded.scenario, seed: run!.source.header.seed },
      {
        header(header) {
          other = growingRun(header, { kind: 'simulated' });
        },
        months: (frames) => pushSent(other!, frames),
        finished() {
          other!.source.finish();
          if (comparing === wanted) session.putAgainst(other);
        },
        failed: (detail) => session.say({ key: 'simulation', tick: other?.source.length ?? 0, detail }),
      },
    );
  }

  async function open(file: PickedFile): Promise<void> {
    if (/\.ya?ml$/i.test(file.name)) return openScenario(file);
    openRecording(file, null);
    return Promise.resolve();
  }

  async function openScenario(file: PickedFile): Promise<void> {
    if (file.blob.size > LARGEST_SCENARIO) return session.say({ key: 'fileTooLarge', file: file.name, megabytes: LARGEST_SCENARIO / 1_000_000 });
    const text = await file.blob.text();
    const loaded = readScenario(ports.scenarios, text, file.name);
    if (!loaded.ok) {
      const exact = ports.scenarios.exact === undefined ? loaded : readScenario(await ports.scenarios.exact(), text, file.name);
      return session.say({ key: 'scenario', file: file.name, problems: exact.ok ? loaded.problems : exact.problems });
    }
    const digest = ports.sha256(text);
    scenarioFiles.set(digest, { name: file.name, text });
    await keep({ ...file, kind: 'scenario', digest });
    session.choose({ run: { kind: 'file', digest }, set: {} });
  }

  function openRecording(file: PickedFile, expected: string | null, at?: Place): void {
    cancel();
    session.working({ kind: 'opening', file: file.name, months: 0, horizon: 0 });
    let header: Header | null = null;
    let run: GrowingRun | null = null;
    let found = 0;
    const summaries: MonthSummary[] = [];
    // a month that had to be searched for counts half when it is found, and whole when it is read
    const tell = (horizon: number): void => session.working({ kind: 'opening', file: file.name, months: Math.ceil((Math.max(found, summaries.length) + summaries.length) / 2), horizon });
    cancel = ports.openRecording(file.blob, {
      searched(months, horizon) {
        found = months;
        tell(horizon);
      },
      header(read) {
        header = read;
        run = growingRun(read, { kind: 'file', name: file.name, digest: null });
      },
      months(frames, more) {
        pushSent(run!, frames);
        summaries.push(...more);
        tell(header!.horizon);
      },
      done({ digest, ticks, notes, problem, windowed, checked }) {
        session.working({ kind: 'none' });
        const put = async (): Promise<void> => {
          const chosen = current;
          const { title, author, bookmarks = [] } = notes ?? {};
          let shown: ShownRun = { ...run!, origin: { kind: 'file', name: file.name, digest, ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }) } };
          run!.source.finish();
          if (windowed) {
            const source = await ports.window(file.blob, checked);
            if (source !== null) shown = windowedRun(source, { months: summaries, marks: summaries.flatMap((month) => month.marks) }, shown.origin);
          }
          if (shown.source.length === 0) return;
          if (expected === null) await keep({ ...file, kind: 'recording', digest });
          // something else was chosen meanwhile
          if (current !== chosen) return;
          scenario = null;
          current = { run: { kind: 'file', digest }, seed: header!.seed, set: {} };
          if (expected === null) {
            session.choose(current, bookmarks);
            current = session.store.get().decided.present.choice;
          } else {
            // a page that was opened anew has its marks from the file; later ones are the reader's own
            if (session.store.get().run === null) session.bring(bookmarks);
            current = session.store.get().decided.present.choice;
          }
          onPage = current;
          session.put(shown, at === undefined ? {} : { tick: at.tick, phase: at.phase, u: at.u, fresh: at.tick === 0 && at.u >= 1 });
        };
        if (problem === null) return void put();
        const opensAnyway = problem.key === 'recording.notes' || problem.key === 'recording.unclosed' || expected !== null;
        whole = opensAnyway || ticks === 0 ? null : () => void put();
        session.say({ key: 'recording', file: file.name, problem, ticks }, whole === null ? null : { kind: 'openWhole', ticks });
        if (opensAnyway) void put();
        else if (expected !== null && session.store.get().run === null) fallBack({ key: 'fileMissing' });
      },
      failed(problem) {
        session.working({ kind: 'none' });
        session.say({ key: 'recording', file: file.name, problem, ticks: 0 });
        if (session.store.get().run === null) fallBack({ key: 'recording', file: file.name, problem, ticks: 0 });
      },
    });
  }

  /** Before the address names a file, the page has it: a reload then finds it. */
  async function keep(file: KeptFile): Promise<void> {
    if (!(await ports.shelf.keep(file))) session.say({ key: 'storage' });
  }

  return {
    begin: (at) => follow(at),
    open,
    openWhole() {
      whole?.();
      whole = null;
    },
    scenario: () => scenario,
    stop() {
      cancel();
      cancelBeside();
      supposing.stop();
      unsubscribe();
    },
  };
}
