/**
 * Why, what did it break and where did the money go, as a text for the terminal and a value for programs. Pure: who has
 * a recording at hand prints either.
 */
import type { Run } from '../model/frame.ts';
import type { Dollars } from '../model/units.ts';
import { describeExplainProblem, EXPLAIN_WORDS, gapSentence, happeningSentence, lineWords, linkWord, nodeLabel, nodeSentence, trialWords, whyFooter, whyLead, whyNotes, whyTitle } from '../words/explain.ts';
import type { Language } from '../words/language.ts';
import { makeSpeaker, type Speaker } from '../words/speaker.ts';
import { explain, type CauseNode, type Explanation } from './causes.ts';
import { chronicleOf, type Chronicle, type Happening } from './chronicle.ts';
import { consequences, type Broken, type Consequences } from './consequences.ts';
import type { TestOutcome, TestProblem } from './counterfactual.ts';
import { firstTranche, follow, type FollowProblem, type Trail } from './follow.ts';
import { fold, webOf } from './fold.ts';
import { defaultsOf, findTarget, type Question, type QuestionProblem } from './question.ts';
import { followJson, forwardJson, timesRevenue, whyJson, type FollowJson, type ForwardJson, type WhyJson } from './report-json.ts';
import type { Web, WebNode } from './web.ts';

export interface ExplainRequest extends Question {
  /** What it broke, instead of why. */
  readonly forward?: boolean;
  readonly lang?: Language;
  readonly names?: 'real' | 'generic';
  /** What testing the causes came to, to be told as well. */
  readonly tested?: TestOutcome;
}

export interface ExplainFailure {
  readonly ok: false;
  readonly problem: QuestionProblem | FollowProblem | TestProblem;
}
export interface Told<Json> {
  readonly ok: boolean;
  readonly text: string;
  readonly json: Json | ExplainFailure;
}

/** Boxes a text has room for. */
const MOST_TOLD = 16;
const MOST_STEPS = 6;
/** Months of a payment's way that are told unless all are asked for. */
const MOST_MONTHS = 6;

/** Answers why, or what it broke, of a recording at hand. */
export function explainReport(history: Run | Chronicle, request: ExplainRequest = {}): Told<WhyJson | ForwardJson> {
  const chronicle = 'frames' in history ? chronicleOf(history) : history;
  const language = request.lang ?? 'en';
  const found = findTarget(chronicle, request);
  if (!found.ok) return refusal(found.problem, language);
  const speaker = makeSpeaker(language, chronicle.header.scenario, request.names);
  if (request.forward === true) {
    const broken = consequences(chronicle, found.target);
    return { ok: true, text: forwardText(broken, speaker), json: forwardJson(broken, speaker) };
  }
  const explanation = explain(chronicle, found.target);
  if (request.tested?.ok === false) return refusal(request.tested.problem, language);
  const parts = [whyText(explanation, speaker), ...otherFailures(chronicle, explanation, speaker)];
  if (request.tested !== undefined) parts.push(testText(request.tested, speaker));
  return { ok: true, text: parts.join('\n\n'), json: whyJson(explanation, speaker, request.tested) };
}

/** Follows a payment; the chip maker's first tranche where none is named. */
export function followReport(run: Run, flow?: string, { lang = 'en', names, all = false }: Pick<ExplainRequest, 'lang' | 'names'> & { readonly all?: boolean } = {}): Told<FollowJson> {
  const id = flow ?? firstTranche(run)?.id;
  if (id === undefined) return refusal({ key: 'follow.noTranche' }, lang);
  const followed = follow(run, id);
  if (!followed.ok) return refusal(followed.problem, lang);
  const { trail } = followed;
  return { ok: true, text: followText(trail, makeSpeaker(lang, run.header.scenario, names), all ? Infinity : MOST_MONTHS), json: followJson(trail) };
}

function refusal(problem: QuestionProblem | FollowProblem | TestProblem, language: Language): { ok: false; text: string; json: ExplainFailure } {
  return { ok: false, text: describeExplainProblem(problem, language), json: { ok: false, problem } };
}

function whyText(explanation: Explanation, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const { format } = speaker;
  const web = fold(webOf(explanation), MOST_TOLD);
  const amount = (weight: number): string => (explanation.dollars === null ? format.percent(weight / explanation.total, 1) : format.dollars(weight));
  const blocks = [`${whyTitle(explanation, speaker)}\n${whyLead(explanation, speaker)}`];
  if (web.nodes.length > 1) blocks.push(chainText(web, speaker, amount));
  if (explanation.lines.length > 0)
    blocks.push([why.direct, ...columns(explanation.lines.map((line) => [format.dollarsExact(line.share), lineWords(line, speaker)]))].join('\n'));
  if (explanation.roots.length > 0 && web.nodes.length > 1)
    blocks.push(
      [why.roots, ...columns(explanation.roots.slice(0, MOST_TOLD).map((root) => [...(explanation.dollars === null ? [] : [amount(root.root)]), format.percent(root.root / explanation.total, 1), `${format.date(root.tick)}`, rootSentence(root, speaker)]))].join('\n'),
    );
  // the lines above are what a reader adds up
  const footer = explanation.lines.length === 0 || explanation.dollars === null ? whyFooter(explanation, web, speaker) : [why.sum(explanation.lines.map((line) => format.dollarsExact(line.share)), format.dollarsExact(explanation.dollars)), ...whyNotes(explanation, speaker)];
  if (footer.length > 0) blocks.push(footer.join('\n'));
  if (explanation.gaps.length > 0) blocks.push([why.gaps, ...explanation.gaps.slice(0, MOST_TOLD).map((gap) => `  ${gapSentence(gap, speaker)}`)].join('\n'));
  return blocks.join('\n\n');
}

/** The same firm's other defaults, so that nobody takes the one told here for all there was. */
function otherFailures(chronicle: Chronicle, { target }: Explanation, speaker: Speaker): string[] {
  if (target.kind !== 'event' || target.event.type !== 'default' || target.event.actor === undefined) return [];
  const { actor } = target.event;
  const others = defaultsOf(chronicle).filter((each) => each.event.actor === actor && each.id !== target.id);
  return others.length === 0 ? [] : [speaker.words(EXPLAIN_WORDS).why.alsoFailed(speaker.party(actor), others.map(({ tick, id }) => ({ month: speaker.format.date(tick), id })))];
}

const rootSentence = (root: CauseNode, speaker: Speaker): string => nodeSentence({ ...root, dollars: null, count: 1 }, speaker);

/** The chain month by month: what happened, and how much of it went on to what. */
function chainText(web: Web, speaker: Speaker, amount: (weight: number) => string): string {
  const byId = new Map(web.nodes.map((node) => [node.id, node]));
  const months = [...new Set(web.nodes.map((node) => node.tick))].sort((a, b) => a - b);
  const order = (node: { readonly happening: Happening | null }): number => node.happening?.order ?? -1;
  return months
    .map((tick) => {
      const lines = [speaker.format.dateTick(tick)];
      for (const node of web.nodes.filter((each) => each.tick === tick).sort((a, b) => order(a) - order(b))) {
        lines.push(`  ${mark(node)} ${nodeSentence(node, speaker)}`);
        lines.push(...onward(web, node, byId, speaker, amount).map((line) => `      → ${line}`));
      }
      return lines.join('\n');
    })
    .join('\n');
}

/** What went on from a box to others; several of one kind are one line. */
function onward(web: Web, node: WebNode, byId: ReadonlyMap<string, WebNode>, speaker: Speaker, amount: (weight: number) => string): string[] {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const lines = new Map<string, { count: number; weight: number }>();
  for (const edge of web.edges.filter((each) => each.cause === node.id).sort((a, b) => b.weight - a.weight)) {
    const notes = [linkWord(edge.link, speaker), ...(edge.via > 0 ? [why.via(edge.via)] : [])];
    const to = `${why.onto(nodeLabel(byId.get(edge.effect)!, speaker))} (${notes.join(' · ')})`;
    const line = lines.get(to) ?? { count: 0, weight: 0 };
    lines.set(to, { count: line.count + 1, weight: line.weight + (web.direction === 'back' ? edge.weight : (edge.dollars ?? 0)) });
  }
  return [...lines].map(([to, { count, weight }]) => `${weight > 0 ? `${amount(weight)} ` : ''}${to}${count > 1 ? ` ×${count}` : ''}`);
}

function mark({ kind, happening }: WebNode): string {
  if (happening?.kind === 'event' && happening.event.type === 'default') return '✕';
  return kind === 'shock' ? '▼' : kind === 'decision' ? '●' : kind === 'rest' ? '⋯' : kind === 'lost' ? '?' : '■';
}

function testText(outcome: TestOutcome & { readonly ok: true }, speaker: Speaker): string {
  const { test } = speaker.words(EXPLAIN_WORDS);
  const { tested } = outcome;
  const lines = [test.title];
  for (const trial of tested.trials) {
    const { verdict, text } = trialWords(trial, tested, speaker);
    lines.push(`  ${trial.verdict === 'notNecessary' ? '✕' : trial.verdict === 'delayed' ? '~' : '✓'} ${verdict}`, `    ${text}`);
  }
  if (tested.trials.length === 0) lines.push(`  ${test.none}`);
  for (const { node } of tested.untestable) lines.push(`  – ${test.untestable(rootSentence(node, speaker))}`);
  return lines.join('\n');
}

function forwardText(broken: Consequences, speaker: Speaker): string {
  const { forward } = speaker.words(EXPLAIN_WORDS);
  const { format } = speaker;
  const title = forward.title(happeningSentence(broken.cause, speaker));
  if (broken.web.nodes.length === 1) return `${title}\n${forward.nothing}`;
  const list = (head: string, all: readonly Broken[]): string[] =>
    all.length === 0 ? [] : [[head, ...columns(all.map(({ happening, dollars, of }) => [format.date(happening.tick), forward.part(format.dollars(dollars), format.dollars(of)), happeningSentence(happening, speaker)]))].join('\n')];
  const total = broken.defaults.reduce((sum, each) => sum + each.dollars, 0);
  const blocks = [title, chainText(fold(broken.web, MOST_TOLD), speaker, format.dollars), ...list(forward.defaults, broken.defaults), ...list(forward.losses, broken.losses)];
  if (broken.defaults.length > 0) blocks.push(forward.shortfalls(format.dollars(total), broken.defaults.length));
  return blocks.join('\n\n');
}

function followText(trail: Trail, speaker: Speaker, most: number): string {
  const { follow: say } = speaker.words(EXPLAIN_WORDS);
  const { format } = speaker;
  const last = trail.months.at(-1)!;
  const { flow } = trail;
  const sorted = (table: { readonly [party: string]: Dollars }): [string, Dollars][] => Object.entries(table).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const share = (dollars: Dollars): string => format.percent(dollars / flow.amount, 1);
  const home = speaker.party(trail.home);
  const blocks = [say.title(format.dollars(flow.amount), speaker.party(flow.from), speaker.party(flow.to), format.date(trail.tick))];
  blocks.push([say.now(format.dateTick(last.tick)), ...columns(sorted(last.held).map(([party, dollars]) => [format.dollars(dollars), share(dollars), `${speaker.party(party)}${trail.ended(party) ? ` · ${say.ended}` : ''}`]))].join('\n'));
  blocks.push([last.cameHome > 0 ? say.cameHome(format.dollars(last.cameHome), share(last.cameHome), home) : say.neverHome(home), say.revenue(format.number(timesRevenue(trail), 2))].join('\n'));
  const revenue = sorted(last.revenue);
  if (revenue.length > 0) blocks.push([say.revenueOf, ...columns(revenue.map(([party, dollars]) => [format.dollars(dollars), speaker.party(party)]))].join('\n'));
  const moving = trail.months.filter((month) => month.steps.length > 0);
  const path = moving.slice(0, most).flatMap((month) => {
    const steps = [...month.steps].sort((a, b) => b.dollars - a.dollars || (a.flow < b.flow ? -1 : 1));
    const told = steps.slice(0, MOST_STEPS).map((step) => `  ${say.step(speaker.party(step.from), speaker.party(step.to), format.dollars(step.dollars), speaker.vocabulary.purpose[step.purpose])}`);
    return [format.dateTick(month.tick), ...told, ...(steps.length > MOST_STEPS ? [`  ${say.more(steps.length - MOST_STEPS)}`] : [])];
  });
  blocks.push([say.path, ...path, ...(moving.length > most ? [say.moreMonths(moving.length - most)] : [])].join('\n'));
  return blocks.join('\n\n');
}

/** Width of a text on a terminal: a Chinese character takes two places. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1), 0);

/** Lines of columns, all but the last set to the right, indented. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widest: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widest[column] = Math.max(widest[column] ?? 0, widthOf(cell))));
  return rows.map((row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : ' '.repeat(widest[column]! - widthOf(cell)) + cell)).join('  ')}`);
}
