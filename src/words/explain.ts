/** Answers to “why?”, “what did it break?” and “where did the money go?”, sentence by sentence, in either language. */
import type { Explanation, Gap } from '../explain/causes.ts';
import type { Candidate } from '../explain/candidates.ts';
import type { Happening } from '../explain/chronicle.ts';
import type { Tested, TestProblem, Trial } from '../explain/counterfactual.ts';
import type { FollowProblem } from '../explain/follow.ts';
import type { QuestionProblem } from '../explain/question.ts';
import type { Web, WebEdge, WebNode } from '../explain/web.ts';
import type { Decision, ShortfallLine } from '../model/decision.ts';
import type { Purpose } from '../model/flow.ts';
import type { Link } from '../model/phase.ts';
import { describeBranchProblem } from './branch.ts';
import { explainEn, type ExplainWords } from './explain.en.ts';
import { explainZh } from './explain.zh.ts';
import type { Language } from './language.ts';
import { agree, decisionSentence, eventSentence } from './sentences.ts';
import { figure, word, type Speaker } from './speaker.ts';

export const EXPLAIN_WORDS: { readonly [language in Language]: ExplainWords } = { en: explainEn, zh: explainZh };

export function describeExplainProblem(problem: QuestionProblem | FollowProblem | TestProblem, language: Language): string {
  if (isBranchProblem(problem)) return describeBranchProblem(problem, language);
  const say = EXPLAIN_WORDS[language].problem[problem.key] as (problem: QuestionProblem | FollowProblem | TestProblem) => string;
  return say(problem);
}
type Any = QuestionProblem | FollowProblem | TestProblem;
function isBranchProblem(problem: Any): problem is Extract<Any, { readonly key: `branch.${string}` }> {
  return problem.key.startsWith('branch.');
}

/** What happened or was chosen, as a whole sentence. */
export function happeningSentence(happening: Happening, speaker: Speaker): string {
  if (happening.kind === 'event') return eventSentence(happening.event, speaker);
  const stop = speaker.language === 'en' ? '.' : '。';
  const colon = speaker.language === 'en' ? ': ' : '\uff1a';
  return `${speaker.party(happening.decision.actor)}${colon}${decisionSentence(happening.decision, speaker)}${gotPart(happening.decision, speaker)}${stop}`;
}

/** Of money asked for, what came, where it was less. */
function gotPart({ type, outcome }: Decision, speaker: Speaker): string {
  if ((type !== 'borrow' && type !== 'raiseEquity') || outcome === null || outcome.filled >= outcome.asked) return '';
  return speaker.words(EXPLAIN_WORDS).why.got(speaker.format.dollars(outcome.filled));
}

/** The same for a box of a web, which may also stand for several things or for one nobody recorded. */
export function nodeSentence(node: WebNode, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  if (node.happening !== null) return happeningSentence(node.happening, speaker);
  return node.kind === 'rest' ? `${why.rest(node.count)}${speaker.language === 'en' ? '.' : '。'}` : why.nobodyRecorded;
}

/** A few words for a box: who and what. */
export function nodeLabel(node: WebNode, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const { happening } = node;
  if (happening === null) return node.kind === 'rest' ? why.rest(node.count) : why.lost;
  if (happening.kind === 'event' && happening.event.type === 'shock') return eventSentence(happening.event, speaker).replace(/[.。]$/, '');
  const what = happening.kind === 'event' ? speaker.vocabulary.event[happening.event.type] : speaker.vocabulary.decision[happening.decision.type];
  return node.actor === null ? what : speaker.language === 'en' ? `${speaker.party(node.actor)}: ${what.toLowerCase().replaceAll('gpu', 'GPU')}` : `${speaker.party(node.actor)}\uff1a${what}`;
}

/** The second line of a box: its figures; empty where it has none. */
export function nodeDetail(node: WebNode, speaker: Speaker): string {
  const { happening } = node;
  if (happening === null) return node.dollars === null ? '' : speaker.format.dollars(node.dollars);
  if (happening.kind === 'decision') return decisionSentence(happening.decision, speaker) + gotPart(happening.decision, speaker);
  const { box } = speaker.words(EXPLAIN_WORDS);
  const { event } = happening;
  const { format } = speaker;
  const money = (...names: string[]): string | null => said(figure(event.data, ...names), format.dollars);
  const share = (...names: string[]): string | null => said(figure(event.data, ...names), (part) => format.percent(Math.abs(part)));
  switch (event.type) {
    case 'shock':
      return '';
    case 'default':
      return said(event.shortfall?.total ?? null, (total) => box.short(format.dollars(total))) ?? '';
    case 'missedPayment': {
      const [due, paid] = [figure(event.data, 'due'), figure(event.data, 'paid')];
      if (due === null || due <= 0 || paid === null) return '';
      return paid <= 0 ? box.nothingPaid(format.dollars(due)) : box.paid(format.percent(paid / due), format.dollars(due));
    }
    case 'refused':
      return said(money('asked', 'amount', 'missing', 'dollars'), box.asked) ?? '';
    case 'coverBreach': {
      const [cover, needed] = [figure(event.data, 'cover'), figure(event.data, 'covenant', 'threshold', 'needed')];
      return cover === null ? '' : needed === null ? format.times(cover) : box.cover(format.times(cover), format.times(needed));
    }
    case 'usedPriceFell':
    case 'rentFell':
    case 'ordersFell':
    case 'revenueFell':
    case 'listPriceCut':
      return said(share('by', 'share', 'fall', 'change'), box.down) ?? money('amount', 'missing', 'dollars') ?? '';
    case 'seizure':
    case 'fireSale':
      return said(figure(event.data, 'units', 'gpus', 'sold'), (count) => box.units(format.count(count))) ?? '';
    case 'lenderLoss':
      return said(money('loss', 'amount', 'dollars'), box.loss) ?? '';
    case 'contractEnded':
      return said(word(event.data, 'with', 'vendor'), (party) => box.with(speaker.party(party))) ?? '';
    case 'stateChanged':
      return said(word(event.data, 'to'), (to) => box.to(speaker.state(word(event.data, 'region') ?? '', to))) ?? '';
    default:
      return money('amount', 'dollars', 'value', 'cap', 'principal') ?? '';
  }
}

function said<Value>(value: Value | null, say: (value: Value) => string): string | null {
  return value === null ? null : say(value);
}

/** How a cause reaches its effect: by which channel. */
export function linkWord(link: Link, speaker: Speaker): string {
  const own: { readonly [link: string]: string } = speaker.words(EXPLAIN_WORDS).link;
  const channels: { readonly [channel: string]: string } = speaker.vocabulary.channel;
  return own[link] ?? channels[link] ?? link;
}

/** One hop: a cause, and what it did. */
export function hopSentence(edge: WebEdge, web: Web, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const at = (id: string): string => {
    const node = web.nodes.find((each) => each.id === id);
    return node === undefined ? '' : nodeSentence(node, speaker);
  };
  const [cause, effect] = [spaced(at(edge.cause), speaker), at(edge.effect)];
  if (edge.dollars !== null) return why.hop(cause, speaker.format.dollars(edge.dollars), effect);
  const whole = web.nodes.find((node) => node.id === web.focus)!;
  return edge.weight > 0 && whole.dollars === null && web.direction === 'back' ? why.share(cause, speaker.format.percent(edge.weight / whole.weight), effect) : why.context(cause, effect);
}

/** A sentence that another one follows. */
function spaced(text: string, speaker: Speaker): string {
  return speaker.language === 'en' ? (/[.!?]$/.test(text) ? text : `${text}.`) : /[。\uff01\uff1f]$/.test(text) ? text : `${text}。`;
}

export function whyTitle({ target }: Explanation, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  if (target.kind === 'event' && target.event.type === 'default' && target.event.actor !== undefined) return why.defaultTitle(speaker.party(target.event.actor), speaker.format.date(target.tick));
  return why.title(happeningSentence(target, speaker));
}

export function whyLead(explanation: Explanation, speaker: Speaker): string {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const { target, dollars, nodes } = explanation;
  if (dollars === null) return nodes.length === 1 ? why.beginning : why.noMoney;
  const amount = speaker.format.dollars(dollars);
  return target.kind === 'event' && target.event.shortfall !== undefined ? why.short(amount) : why.cost(amount);
}

/** The dollars on the edges into the focus (and what begins there) as a sum, and what cushions took off. */
export function whyFooter(explanation: Explanation, web: Web, speaker: Speaker): string[] {
  const { why } = speaker.words(EXPLAIN_WORDS);
  if (explanation.dollars === null) return [];
  const exact = speaker.format.dollarsExact;
  const parts = web.edges.flatMap((edge) => (edge.effect === web.focus && edge.dollars !== null ? [exact(edge.dollars)] : []));
  const own = web.nodes.find((node) => node.id === web.focus)!.root;
  if (own > 0) parts.push(exact(own));
  return [why.sum(parts, exact(explanation.dollars)), ...whyNotes(explanation, speaker)];
}

/** What has to be said about the sum: what was absorbed, how shares without dollars are split, and circles. */
export function whyNotes(explanation: Explanation, speaker: Speaker): string[] {
  const { why } = speaker.words(EXPLAIN_WORDS);
  const footer: string[] = [];
  if (explanation.target.kind === 'event' && explanation.target.event.shortfall !== undefined) footer.push(explanation.absorbed > 0 ? why.absorbed(speaker.format.dollars(explanation.absorbed)) : why.absorbedNothing);
  const bare = explanation.edges.filter((edge) => edge.weight > 0 && edge.recorded === null && edge.lines.length === 0).map((edge) => edge.effect);
  if (new Set(bare).size < bare.length) footer.push(why.equally);
  if (explanation.edges.some((edge) => edge.circular && edge.weight > 0)) footer.push(why.circle);
  return footer;
}

/** A line of a budget in words: `compute/openai` is what was counted on for compute from OpenAI. */
export function lineWords(line: ShortfallLine, speaker: Speaker): string {
  const [purpose = '', ...rest] = line.line.split('/');
  const names: { readonly [purpose: string]: string } = speaker.vocabulary.purpose;
  const said = Object.hasOwn(speaker.vocabulary.purpose, purpose) ? names[purpose as Purpose]! : purpose;
  return speaker.words(EXPLAIN_WORDS).why.line(said, rest.map((id) => speaker.party(id)).join(' '));
}

export function gapSentence({ kind, id, detail }: Gap, speaker: Speaker): string {
  return speaker.words(EXPLAIN_WORDS).why.gap[kind](`\`${id}\``, typeof detail === 'number' ? speaker.format.dollarsExact(detail) : (detail ?? ''));
}

/** A cause that is taken out, as the rest of “Without …”. */
export function candidateWords({ kind, node, at }: Candidate, speaker: Speaker): string {
  const { test } = speaker.words(EXPLAIN_WORDS);
  const happening = node.happening!;
  if (happening.kind === 'decision') return test.decision(speaker.party(happening.decision.actor), decisionSentence(happening.decision, speaker), at < node.tick ? speaker.format.date(at) : null);
  if (kind === 'shock') return test.shock(eventSentence(happening.event, speaker));
  const to = word(happening.event.data, 'creditor', 'counterparty', 'to');
  return test.payment(node.actor === null ? '' : speaker.party(node.actor), to === null ? '' : speaker.party(to));
}

/** What came of taking a cause out: the verdict in two words, and what changed instead. */
export function trialWords(trial: Trial, { actor, failedAt, isAgain }: Pick<Tested, 'actor' | 'failedAt' | 'isAgain'>, speaker: Speaker): { readonly verdict: string; readonly text: string } {
  const { test } = speaker.words(EXPLAIN_WORDS);
  const { format, language } = speaker;
  const who = speaker.party(actor);
  const parts: string[] = [];
  if (trial.failsAt === null) {
    parts.push(isAgain ? test.notAgain(who) : test.survives(who));
    // of firms that burn equity and owe little, cover tells nothing
    if (trial.lowestCover !== null && trial.lowestCover >= 1) parts.push(test.cover(format.times(trial.lowestCover)));
    if (trial.lastRunway !== null) parts.push(test.runway(format.number(trial.lastRunway, 0)));
  } else {
    const later = trial.failsAt - failedAt;
    const month = format.date(trial.failsAt);
    parts.push(later === 0 ? test.fails(who, month) : later > 0 ? test.later(who, later, month) : test.earlier(who, -later, month));
  }
  const without = test.without(trial.without.map((candidate) => candidateWords(candidate, speaker)));
  const sentences = [language === 'en' ? `${without}, ${parts.join('; ')}.` : `${without}\uff0c${parts.join('\uff1b')}。`];
  if (trial.cutShort) sentences.push(test.cutShort);
  const stands = trial.verdict !== 'notNecessary';
  if (trial.spared.length > 0) sentences.push(test.spared(trial.spared.map((id) => speaker.party(id)), stands));
  if (trial.failedInstead.length > 0) sentences.push(test.instead(trial.failedInstead.map((id) => speaker.party(id)), stands));
  return { verdict: test.verdict[trial.verdict], text: agree(sentences.join(language === 'en' ? ' ' : ''), speaker) };
}
