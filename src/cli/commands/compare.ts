/** `compare`: two histories side by side: where they part, who decided otherwise, what it cost whom. */
import type { Decision } from '../../model/decision.ts';
import type { Run } from '../../model/frame.ts';
import { MICRO } from '../../model/units.ts';
import { changesInForce } from '../../playback/branch.ts';
import { alignOn, beginAlike, BY_TICK, commonEvents, extraLosses, firstDivergentDecision, measureDeltas, partyDifferences, tooSmallToTell, whereTheyPart } from '../../playback/compare.ts';
import { comparedFigures, compareCsv, sharedMonths } from '../../words/compare-csv.ts';
import { figureName, figureUnit } from '../../words/figures.ts';
import type { Format } from '../../words/format.ts';
import { chosenFigure, inputFigure, inputName, ruleSentence } from '../../words/rules.ts';
import { decisionSentence } from '../../words/sentences.ts';
import { makeSpeaker, type Speaker } from '../../words/speaker.ts';
import { changeText } from '../change-text.ts';
import { Failed } from '../failed.ts';
import { wholeRun } from '../recordings.ts';
import type { Report } from '../report.ts';
import { table, type Terminal } from '../terminal.ts';

export interface CompareOptions {
  readonly on?: string;
  readonly csv?: boolean;
}
/** Rows of each table that a person is shown. */
const MOST_ROWS = 12;

export async function compare(terminal: Terminal, first: string, second: string, options: CompareOptions): Promise<Report> {
  const a = await wholeRun(terminal, first, 'A');
  const b = await wholeRun(terminal, second, 'B');
  const alignment = options.on === undefined ? BY_TICK : alignOn(a, b, options.on);
  if (alignment === null) throw new Failed({ key: 'cli.notAligned', event: options.on ?? '', common: commonEvents(a, b).slice(0, MOST_ROWS).map((event) => event.key) });
  const shared = sharedMonths(a, b, alignment);
  const last = shared.at(-1) ?? null;
  if (options.csv === true) return { ok: true, raw: true, text: compareCsv(a, b, alignment), json: { ok: true, series: comparedFigures(a, b, alignment) } };
  const parting = whereTheyPart(a, b);
  const decision = firstDivergentDecision(a, b, beginAlike(a, b) ? BY_TICK : alignment);
  const parties = last === null ? [] : partyDifferences(a.frames[last]!.state, b.frames[last + alignment.offset]!.state);
  const figures = last === null ? [] : measureDeltas(a.frames[last]!.measures, b.frames[last + alignment.offset]!.measures).filter((each) => each.delta !== 0 && (each.a !== null || each.b !== null));
  const losses = last === null ? [] : extraLosses(a, b, last, alignment);
  const same = a.frames.length === b.frames.length && a.frames.at(-1)?.digest === b.frames.at(-1)?.digest;
  const json = {
    ok: true, same, a: summary(first, a), b: summary(second, b), alignment, parting, firstDivergentDecision: decision, lastSharedTick: last, parties, measures: figures, extraLosses: losses,
  };
  return { ok: true, json, text: text() };

  function text(): string {
    const { words, language } = terminal;
    const speaker = makeSpeaker(language, a.header.scenario, terminal.names);
    const { format } = speaker;
    const say = words.compare;
    if (same) return say.same;
    const parts = [[sideText('A', first, a, terminal), sideText('B', second, b, terminal), ...otherOpenings(a, b).map(({ name, a: here, b: there }) => `  ${say.input(name, String(here), String(there))}`)].join('\n')];
    if (a.frames.length !== b.frames.length) parts.push(say.lengths(a.frames.length, b.frames.length));
    if (alignment !== null && alignment.event !== null) parts.push(say.aligned(alignment.event, alignment.offset));
    if (parting === null && decision === null) parts.push(say.noDifference);
    if (parting !== null) parts.push(say.part(format.dateTick(parting.tick), speaker.vocabulary.phase[parting.phase]));
    if (decision !== null)
      parts.push(
        [
          say.decision(speaker.party(decision.actor), format.dateTick(decision.tick)),
          ...(['a', 'b'] as const).map((side) => `  ${side.toUpperCase()}: ${decisionText(decision[side], terminal, speaker)}`),
          ...decision.params.map((param) => `  ${say.input(inputName(speaker, param.name), chosenFigure(speaker, param.name, param.a), chosenFigure(speaker, param.name, param.b))}`),
          ...decision.inputs.map((input) => `  ${say.input(inputName(speaker, input.name), saw(speaker, input.name, input.a), saw(speaker, input.name, input.b))}`),
        ].join('\n'),
      );
    const told = losses.filter((each) => !tooSmallToTell(each, losses));
    if (last !== null) parts.push(say.atEnd(format.dateTick(last)));
    parts.push(
      shortTable(terminal, [say.figure, 'A', 'B', say.difference], figures.map((each) => [speaker.say(figureName(each.path, language)), ...[each.a, each.b].map((value) => measured(each.path, value, format)), figureUnit(each.path) === 'share' && each.delta !== null ? format.points(each.delta) : measured(each.path, each.delta, format)])),
      shortTable(terminal, [say.holder, say.credit, say.deadweight, say.extra, say.marks], told.map((each) => [speaker.party(each.holder), ...[each.b.credit - each.a.credit, each.b.deadweight - each.a.deadweight, each.extra, each.b.marks - each.a.marks].map((amount) => format.dollars(amount))]), losses.length - told.length),
      shortTable(
        terminal,
        [say.who, say.cash, say.debt, say.worth],
        parties.map((each) => [
          speaker.party(each.party) + each.regions.map(({ region, a: here, b: there }) => ` · ${stateText(speaker, region, here)} → ${stateText(speaker, region, there)}`).join(''),
          ...[each.cash, each.debt, each.worth].map((amount) => format.dollars(amount)),
        ]),
      ),
      words.disclaimer,
    );
    return parts.filter((part) => part !== '').join('\n\n');
  }
}

const summary = (file: string, run: Run): object => ({ file, scenario: run.header.scenario.id, seed: run.header.seed, ticks: run.frames.length, digest: run.frames.at(-1)?.digest ?? null, parent: run.header.parent ?? null });

/** Which history stands on a side: its file, its scenario and seed, and what was changed in it. */
function sideText(side: 'A' | 'B', file: string, run: Run, terminal: Terminal): string {
  const { scenario, seed } = run.header;
  const changes = changesInForce(run.header).flatMap((step) => step.changes.map((change) => changeText(change, terminal.words)));
  return terminal.words.compare.side(side, file, scenario.name[terminal.language], scenario.id, seed, changes);
}

/** Parameters with which the two do not begin alike. */
function otherOpenings(a: Run, b: Run): { readonly name: string; readonly a: number | string; readonly b: number | string }[] {
  const [ours, theirs] = [a.header.scenario.parameters, b.header.scenario.parameters];
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map((name) => ({ name, a: ours[name]?.value ?? '–', b: theirs[name]?.value ?? '–' })).filter((each) => each.a !== each.b);
}

const stateText = (speaker: Speaker, region: string, state: string | null): string => (state === null ? '–' : speaker.state(region, state));

/** What was decided and why, in the sentences of the page. */
function decisionText(decision: Decision | null, { words }: Terminal, speaker: Speaker): string {
  return decision === null ? words.compare.not : words.compare.chose(decisionSentence(decision, speaker), ruleSentence(decision.because, speaker));
}

/** What a side saw, in its unit. */
const saw = (speaker: Speaker, input: string, value: number | null): string => (value === null ? '–' : inputFigure(speaker, input, value));

/** A figure of the whole economy in its own unit. */
function measured(path: string, value: number | null, format: Format): string {
  if (value === null) return '–';
  switch (figureUnit(path)) {
    case 'dollars':
      return format.dollars(value);
    case 'share':
      return format.percent(value, 1);
    case 'ratio':
      return format.times(value);
    case 'count':
      return format.count(value);
    case 'perHour':
      return format.price(value / MICRO);
  }
}

/** The first rows; the others, and `untold` ones that were not worth a row, are counted. */
function shortTable({ words }: Terminal, head: readonly string[], rows: readonly (readonly string[])[], untold = 0): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS);
  const drawn = table(head, shown, head.map((_, column) => column).slice(1));
  const left = rows.length - shown.length + untold;
  return left === 0 ? drawn : `${drawn}\n${words.compare.more(left)}`;
}
