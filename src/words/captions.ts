/**
 * The caption of a month: the most telling thing that happened, in at most twelve words or 24 characters. A month in
 * which nothing is marked is told by its largest payment.
 */
import type { Decision, Event } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Frame } from '../model/frame.ts';
import { PHASES, type Phase } from '../model/phase.ts';
import { WEIGHT } from '../playback/events.ts';
import { captionsEn, type CaptionCatalogue } from './captions.en.ts';
import { captionsZh } from './captions.zh.ts';
import type { Language } from './language.ts';
import { agree } from './sentences.ts';
import type { Speaker } from './speaker.ts';

export const CAPTIONS: { readonly [language in Language]: CaptionCatalogue } = { en: captionsEn, zh: captionsZh };
export const MOST_WORDS = 12;
export const MOST_CHARACTERS = 24;

export interface Caption {
  readonly text: string;
  /** What it is about, so that a click can lead there. */
  readonly about: { readonly event: string } | { readonly decision: string } | { readonly flow: string } | null;
}

/** Words of an English text, or characters other than spaces of a Chinese one. */
export function captionLength(text: string, language: Language): number {
  return language === 'en' ? text.split(/\s+/).filter((word) => word !== '').length : [...text.replace(/\s/g, '')].length;
}

export function captionFits(text: string, language: Language): boolean {
  return captionLength(text, language) <= (language === 'en' ? MOST_WORDS : MOST_CHARACTERS);
}

/** Among events of one weight, those that turn the story come first. */
const RANK: readonly Event['type'][] = [
  'default', 'liquidated', 'restructured', 'shock', 'missedPayment', 'seizure', 'fireSale', 'coverBreach', 'accelerated', 'marginCall', 'backstopCalled', 'lenderLoss', 'tranchePaid', 'generationLaunched',
  'customChipDeployed', 'cashTrap', 'ordersFell', 'rentFell', 'usedPriceFell', 'refused', 'backstopSigned', 'stakeBought', 'roundClosed', 'contractSigned', 'revenueFell', 'creditTightened', 'listPriceCut', 'vacancy',
  'covenantWaived', 'contractEnded', 'decisionTaken',
];
const rank = (event: Event): number => {
  const place = RANK.indexOf(event.type);
  return place < 0 ? RANK.length : place;
};

/** Money at stake in an event, to tell two of a kind apart. */
function stake(event: Event): number {
  let largest = event.shortfall?.total ?? 0;
  for (const value of Object.values(event.data)) if (typeof value === 'number') largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Decisions that are news even when no event marks them. */
const TELLING: readonly Decision['type'][] = ['stopFinancing', 'customChip', 'cut', 'default', 'restructure', 'backstop', 'launch'];

/** The most telling thing of a month. */
export function captionOf(frame: Frame, speaker: Speaker): string {
  return captionFor(frame, speaker).text;
}

/**
 * The caption while a month is being told: of what its first `told` phases hold. Until one of them brings news, the news
 * of the month before stays, so that there is time to read it.
 */
export function captionSoFar(frame: Frame, before: Frame | null, told: number, speaker: Speaker): string {
  if (told >= PHASES.length) return captionOf(frame, speaker);
  const begun = new Set<Phase>(PHASES.slice(0, told));
  const now = captionFor({ ...frame, phases: frame.phases.filter((record) => begun.has(record.phase)) }, speaker);
  if (isNews(now) || before === null) return now.text;
  const last = captionFor(before, speaker);
  return isNews(last) || now.about === null ? last.text : now.text;
}

/** The caption of one phase, while one steps through a month: what it brought, or what it is for and that it brought nothing. */
export function captionOfPhase(frame: Frame, phase: Phase, speaker: Speaker): string {
  const { text, about } = captionFor({ ...frame, phases: frame.phases.filter((record) => record.phase === phase) }, speaker);
  return about === null ? speaker.words(CAPTIONS).uneventful[phase] : text;
}

const isNews = ({ about }: Caption): boolean => about !== null && !('flow' in about);

export function captionFor(frame: Frame, speaker: Speaker): Caption {
  const { text, about } = captionOfMonth(frame, speaker);
  return { text: agree(text, speaker), about };
}

function captionOfMonth(frame: Frame, speaker: Speaker): Caption {
  const words = speaker.words(CAPTIONS);
  const events = frame.phases.flatMap((record) => record.events).filter((event) => WEIGHT[event.type] > 0 && event.data['announced'] !== true);
  events.sort((a, b) => WEIGHT[b.type] - WEIGHT[a.type] || rank(a) - rank(b) || stake(b) - stake(a) || (a.id < b.id ? -1 : 1));
  const home = homecoming(frame);
  for (const event of events) {
    if (home !== null && WEIGHT[event.type] < 3 && event.type === 'tranchePaid') {
      const text = firstFit(words.homecoming(home, speaker), speaker.language);
      if (text !== null) return { text, about: { event: event.id } };
    }
    const text = firstFit(words.event[event.type](event, speaker), speaker.language);
    if (text !== null) return { text, about: { event: event.id } };
  }
  const decision = frame.phases.flatMap((record) => record.decisions).find((each) => TELLING.includes(each.type));
  if (decision !== undefined) {
    const text = firstFit(words.decision(decision, speaker), speaker.language);
    if (text !== null) return { text, about: { decision: decision.id } };
  }
  const flow = largestFlow(frame);
  const text = flow === null ? null : firstFit(words.flow(flow, speaker), speaker.language);
  return text === null || flow === null ? { text: words.quiet, about: null } : { text, about: { flow: flow.id } };
}

function firstFit(candidates: readonly string[], language: Language): string | null {
  return candidates.find((text) => captionFits(text, language)) ?? null;
}

/** The largest payment of a month that says something about the loop. */
function largestFlow(frame: Frame): Flow | null {
  const sums = new Map<string, { flow: Flow; amount: number }>();
  for (const { flows } of frame.phases)
    for (const flow of flows) {
      if (flow.lane === 'accrual' || flow.lane === 'gpu' || OUTSIDE.has(flow.purpose)) continue;
      const key = `${flow.from}/${flow.purpose}/${flow.to}`;
      const known = sums.get(key);
      if (known === undefined) sums.set(key, { flow, amount: flow.amount });
      else known.amount += flow.amount;
    }
  let best: { flow: Flow; amount: number } | null = null;
  for (const each of sums.values()) if (best === null || each.amount > best.amount) best = each;
  return best === null ? null : { ...best.flow, amount: best.amount };
}
/** Payments that are large every month and tell nothing of the loop. */
const OUTSIDE: ReadonlySet<string> = new Set(['coreSales', 'coreInvestment', 'otherChips', 'running', 'tax', 'dividend', 'production', 'depositPlaced', 'depositWithdrawn', 'depositInterest']);

/** The chip maker's own money, paid into a customer and paid back for chips in the same month. */
export interface Homecoming {
  readonly vendor: string;
  readonly customer: string;
  readonly amount: number;
  readonly back: number;
}
function homecoming(frame: Frame): Homecoming | null {
  const flows = frame.phases.flatMap((record) => record.flows);
  for (const out of flows) {
    if (out.purpose !== 'vendorShareIssue') continue;
    let back = 0;
    for (const flow of flows) if (flow.purpose === 'chipPurchase' && flow.to === out.from && flow.from === out.to) back += flow.amount;
    if (back > 0) return { vendor: out.from, customer: out.to, amount: out.amount, back };
  }
  return null;
}
