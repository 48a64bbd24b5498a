/** Why, what did it break, was it necessary, and where did the money go, in English. Amounts, names and months come in as words. */
import type { Gap } from '../explain/causes.ts';
import type { FollowProblem } from '../explain/follow.ts';
import type { QuestionProblem } from '../explain/question.ts';
import type { Link } from '../model/phase.ts';
import { MEANT } from './meant.ts';

type Said<Problem extends { readonly key: string }> = { readonly [key in Problem['key']]: (problem: Extract<Problem, { key: key }>) => string };

export interface ExplainWords {
  readonly problem: Said<QuestionProblem | FollowProblem | { readonly key: 'explain.notADefault'; readonly event: string }>;
  /** How a cause reaches its effect, where it is none of the nine channels. */
  readonly link: { readonly [link in Exclude<Link, 'clearing' | 'collateral' | 'orders' | 'credit' | 'equity' | 'rent' | 'vacancy' | 'backstop' | 'rollover'>]: string };
  readonly why: {
    readonly defaultTitle: (who: string, month: string) => string;
    readonly title: (sentence: string) => string;
    readonly short: (amount: string) => string;
    readonly cost: (amount: string) => string;
    readonly noMoney: string;
    /** Nothing behind it: a shock or a decision is where chains begin. */
    readonly beginning: string;
    readonly direct: string;
    readonly line: (purpose: string, who: string) => string;
    readonly roots: string;
    readonly rest: (count: number) => string;
    readonly lost: string;
    readonly got: (amount: string) => string;
    readonly nobodyRecorded: string;
    /** A hop: what happened, and what that did; with the dollars it carried, or as context. */
    readonly hop: (cause: string, amount: string, effect: string) => string;
    readonly share: (cause: string, share: string, effect: string) => string;
    readonly context: (cause: string, effect: string) => string;
    readonly onto: (effect: string) => string;
    readonly via: (count: number) => string;
    readonly sum: (parts: readonly string[], total: string) => string;
    readonly absorbed: (amount: string) => string;
    readonly absorbedNothing: string;
    /** Causes that are no sums of money. */
    readonly equally: string;
    /** The firm failed in other months too: those, and how to ask. */
    readonly alsoFailed: (who: string, failures: readonly { readonly month: string; readonly id: string }[]) => string;
    readonly circle: string;
    readonly gaps: string;
    readonly gap: { readonly [kind in Gap['kind']]: (what: string, detail: string) => string };
  };
  readonly forward: {
    readonly title: (sentence: string) => string;
    readonly nothing: string;
    readonly defaults: string;
    readonly losses: string;
    readonly part: (dollars: string, of: string) => string;
    readonly shortfalls: (dollars: string, count: number) => string;
  };
  readonly legend: { readonly shock: string; readonly decision: string; readonly event: string; readonly edge: (who: string) => string; readonly context: string; readonly rest: string };
  readonly box: {
    readonly short: (amount: string) => string;
    readonly paid: (share: string, due: string) => string;
    readonly nothingPaid: (due: string) => string;
    readonly asked: (amount: string) => string;
    readonly cover: (cover: string, needed: string) => string;
    readonly down: (share: string) => string;
    readonly units: (count: string) => string;
    /** Who the other side of a contract is. */
    readonly with: (party: string) => string;
    readonly loss: (amount: string) => string;
    readonly to: (state: string) => string;
  };
  readonly test: {
    readonly title: string;
    readonly verdict: { readonly necessary: string; readonly delayed: string; readonly notNecessary: string; readonly jointlyNecessary: string };
    readonly without: (causes: readonly string[]) => string;
    readonly shock: (text: string) => string;
    /** `since`: the month from which on the same was decided again and again. */
    readonly decision: (who: string, what: string, since: string | null) => string;
    readonly payment: (who: string, to: string) => string;
    readonly survives: (who: string) => string;
    readonly notAgain: (who: string) => string;
    readonly fails: (who: string, month: string) => string;
    readonly later: (who: string, months: number, month: string) => string;
    readonly earlier: (who: string, months: number, month: string) => string;
    readonly cover: (lowest: string) => string;
    readonly runway: (months: string) => string;
    readonly cutShort: string;
    /** `stands`: the firm that is asked about does, too. */
    readonly spared: (who: readonly string[], stands: boolean) => string;
    /** Firms that fail only here: instead of the one that is asked about, or besides it. */
    readonly instead: (who: readonly string[], stands: boolean) => string;
    readonly untestable: (what: string) => string;
    readonly none: string;
  };
  readonly follow: {
    readonly title: (amount: string, from: string, to: string, month: string) => string;
    readonly now: (month: string) => string;
    readonly ended: string;
    readonly cameHome: (amount: string, share: string, who: string) => string;
    readonly neverHome: (who: string) => string;
    readonly revenue: (times: string) => string;
    readonly revenueOf: string;
    readonly path: string;
    readonly more: (count: number) => string;
    /** Months of its way that are not told here. */
    readonly moreMonths: (count: number) => string;
    readonly step: (from: string, to: string, amount: string, purpose: string) => string;
  };
  readonly and: (parts: readonly string[]) => string;
}

const and = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`);
const months = (count: number): string => (count === 1 ? 'one month' : `${count} months`);

export const explainEn: ExplainWords = {
  problem: {
    'explain.nobody': ({ actor, nearest }) => `Nobody is called \`${actor}\` in this recording. The inspector and \`info\` list everybody with their ids.${MEANT.en(nearest)}`,
    'explain.noDefault': ({ actor, others }) =>
      `\`${actor}\` does not default in this recording.${others.length === 0 ? ' Nothing worth a mark happens to it.' : ` Ask about something else that happened to it with --event, for example:\n${others.map((id) => `  ${id}`).join('\n')}`}`,
    'explain.noEvent': ({ event, nearest }) => `This recording has no event and no decision \`${event}\`. The timeline and \`export\` list all of them with their ids.${MEANT.en(nearest)}`,
    'explain.notTheirs': ({ event, actor, whose }) => `\`${event}\` happened ${whose === null ? 'to nobody in particular' : `to \`${whose}\``}, not to \`${actor}\`. Leave out --actor, or name an event of \`${actor}\`.`,
    'explain.quiet': () => 'Nobody defaults in this recording. Name an event to ask about with --event; the timeline and `export` list all of them with their ids.',
    'explain.notADefault': ({ event }) => `Only the causes of a default can be tested, and \`${event}\` is none. Name an actor that defaults.`,
    'follow.unknown': ({ flow }) => `This recording has no payment \`${flow}\`. The transactions table and \`export\` list all of them with their ids.`,
    'follow.noCash': ({ flow }) => `No money moves in \`${flow}\`: it carries chips or a claim. Choose a payment in cash.`,
    'follow.noTranche': () => 'The chip maker pays no tranche in this recording. Name a payment to follow with --flow; the transactions table and `export` list all of them with their ids.',
  },
  link: { shock: 'shock', decision: 'decision', budget: 'against its budget', state: 'as things stood' },
  why: {
    defaultTitle: (who, month) => `Why did ${who} default in ${month}?`,
    title: (sentence) => `Why? ${sentence}`,
    short: (amount) => `It was ${amount} short of what was due. This picture accounts for every dollar of it.`,
    cost: (amount) => `It came to ${amount}. This picture accounts for every dollar of it.`,
    noMoney: 'It is no amount of money, so its causes are weighed as shares.',
    beginning: 'Nothing in the model stands behind it: chains of causes begin with shocks and decisions.',
    direct: 'What was missing, line by line',
    line: (purpose, who) => (who === '' ? purpose : `${purpose}, ${who}`),
    roots: 'Where it began',
    rest: (count) => `${count} smaller causes`,
    lost: 'cause unknown',
    got: (amount) => `, of which it gets ${amount}`,
    nobodyRecorded: 'Something that is not in the recording.',
    hop: (cause, amount, effect) => `${cause} That is behind ${amount} of this: ${effect}`,
    share: (cause, share, effect) => `${cause} That is behind ${share} of this: ${effect}`,
    context: (cause, effect) => `${cause} That led to this: ${effect}`,
    onto: (effect) => `to ${effect}`,
    via: (count) => (count === 1 ? 'by one step more' : `by ${count} steps more`),
    sum: (parts, total) => `Accounted for: ${parts.length < 2 ? total : `${parts.join(' + ')} = ${total}`}.`,
    absorbed: (amount) => `Cushions and good news absorbed another ${amount}.`,
    absorbedNothing: 'No cushion absorbed any of it.',
    equally: 'Causes that are no sums of money pass their part on in equal shares.',
    alsoFailed: (who, failures) => failures.map(({ month, id }) => `${who} also defaulted in ${month}: --event ${id}`).join('\n'),
    circle: 'Some of them failed in the same month because each failed to pay the other. That circle is counted through, and only the difference is shown.',
    gaps: 'The recording leaves something open',
    gap: {
      unknownCause: (what, detail) => `${what} names a cause that is not recorded: \`${detail}\`.`,
      laterCause: (what, detail) => `${what} names a cause that came later: \`${detail}\`.`,
      noCause: (what) => `${what} names no cause.`,
      closedCircle: (what) => `${what} is part of a circle that nothing from outside sets going.`,
      shares: (what, detail) => (detail === '' ? `${what} has no account of its shortfall.` : `The lines of ${what} miss its shortfall by ${detail}.`),
      cushions: (what, detail) => `What ${what} says was absorbed is off by ${detail}.`,
    },
  },
  forward: {
    title: (sentence) => `What did it break? ${sentence}`,
    nothing: 'Nothing else in this recording follows from it.',
    defaults: 'Defaults it had a part in',
    losses: "Lenders' losses it had a part in",
    part: (dollars, of) => `${dollars} of ${of}`,
    shortfalls: (dollars, count) => `${dollars} of what was missing in ${count === 1 ? 'one default' : `${count} defaults`} is due to it.`,
  },
  legend: {
    shock: 'thick frame: a shock of the scenario', decision: 'rounded box: a decision', event: 'square box: something that happened', edge: (who) => `line: dollars it cost ${who}, wider for more`, context: 'thin line: it mattered, but not as money', rest: 'dashed frame: several smaller causes',
  },
  box: {
    short: (amount) => `short by ${amount}`,
    paid: (share, due) => `paid ${share} of ${due}`,
    nothingPaid: (due) => `paid nothing of ${due}`,
    asked: (amount) => `${amount} asked for`,
    cover: (cover, needed) => `cover ${cover}, ${needed} needed`,
    down: (share) => `down ${share}`,
    units: (count) => `${count} GPUs`,
    with: (party) => `with ${party}`,
    loss: (amount) => `loses ${amount}`,
    to: (state) => `now ${state}`,
  },
  test: {
    title: 'Tested by running it again without each cause',
    verdict: { necessary: 'Necessary', delayed: 'Only delayed', notNecessary: 'Not necessary', jointlyNecessary: 'Necessary together' },
    without: (causes) => (causes.length === 1 ? `Without ${causes[0]!}` : `Without ${causes.map((cause, nth) => (nth === 0 ? cause : `and without ${cause}`)).join(' ')}`),
    shock: (text) => `this: “${text.replace(/\.$/, '')}”`,
    decision: (who, what, since) => (since === null ? `the decision of ${who}: “${what}”` : `the decisions of ${who} since ${since}: “${what}”`),
    payment: (who, to) => (to === '' ? `the payment that ${who} missed` : `the payment that ${who} missed to ${to}`),
    survives: (who) => `${who} survives`,
    notAgain: (who) => `${who} does not fail again`,
    fails: (who, month) => `${who} fails all the same, in ${month}`,
    later: (who, count, month) => `${who} fails ${months(count)} later, in ${month}`,
    earlier: (who, count, month) => `${who} fails ${months(count)} earlier, in ${month}`,
    cover: (lowest) => `its cover never drops below ${lowest}`,
    runway: (left) => `cash for ${left} months is left at the end`,
    cutShort: 'The recording ends before six months have passed.',
    spared: (who, stands) => `${and(who)} ${who.length === 1 ? 'is' : 'are'} spared${stands ? ' too' : ''}.`,
    instead: (who, stands) => `${and(who)} ${who.length === 1 ? 'fails' : 'fail'} ${stands ? 'instead' : 'as well'}.`,
    untestable: (what) => `Not tested, since nothing in the model stands for its absence: ${what}`,
    none: 'No cause of it can be taken out.',
  },
  follow: {
    title: (amount, from, to, month) => `Follow ${amount} that ${from} pays ${to} in ${month}`,
    now: (month) => `Where it is in ${month}`,
    ended: 'out of the loop',
    cameHome: (amount, share, who) => `${amount} (${share}) came home to ${who}.`,
    neverHome: (who) => `Nothing of it came home to ${who}.`,
    revenue: (times) => `Each dollar of it was somebody's revenue ${times} times.`,
    revenueOf: 'Whose revenue it was',
    path: 'Its way, month by month',
    moreMonths: (count) => `and ${months(count)} more with --all`,
    more: (count) => (count === 1 ? 'and one smaller payment' : `and ${count} smaller payments`),
    step: (from, to, amount, purpose) => `${from} → ${to}  ${amount}  ${purpose}`,
  },
  and,
};
