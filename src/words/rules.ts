/**
 * Why a decision was taken, in words: the rule that fired, what it saw and where its limit lies. Rules, figures and
 * guards that have no words of their own yet are named by their ids, spelled out, so that nothing is ever blank.
 */
import type { Because } from '../model/decision.ts';
import type { Language } from './language.ts';
import { rulesEn, type RuleCatalogue } from './rules.en.ts';
import { rulesZh } from './rules.zh.ts';
import type { Speaker } from './speaker.ts';

export const RULE_WORDS: { readonly [language in Language]: RuleCatalogue } = { en: rulesEn, zh: rulesZh };

/** What a figure that a rule saw is counted in. */
export type InputUnit = 'dollars' | 'price' | 'months' | 'share' | 'times' | 'rate' | 'count' | 'number';

/** Endings and words that tell the unit of a figure; the first that fits holds. */
const UNIT_BY_NAME: readonly (readonly [RegExp, InputUnit])[] = [
  [/(months|runway|payback|leadtime|age|cadence|monthstonext)$/i, 'months'],
  [/(advancerate)$/i, 'share'],
  [/(cover)$/i, 'times'],
  [/(rate|spread|yield|scarcity)$/i, 'rate'],
  [/(share|growth|gap|margin|remembered|hurdle|utilisation|vacancy|top3|prelet|weight|response|sentiment|appetite|refused|unmet|threat|loantovalue|loantocost|leverage|distress|distressed|return|usedtonew|headroom|overlaunch|concentration|impact|speculation)$/i, 'share'],
  [/(cashmonths|runway)$/i, 'months'],
  [/(price|rent|cost)$/i, 'price'],
  [/(units|gpus|orders|ordersrecent|ordersbefore|backlog|stock|making|capacity|fleet|onorder|hosted|need|needed|ahead|kilowatts|power|count|wanted|committed|uncovered|expected|short|seized|building)$/i, 'count'],
  [/(cash|dollars|amount|due|debt|revenue\w*|outlays|receipts|capex|plan|equity|equityroom|room|loss|lossyear|arrears|limit|booklimit|book|capital|missing|maturing|budget|profit|assets|principal|financed|cap|value|burn|means|own|sellerline|chips|undrawn|exposure)$/i, 'dollars'],
];

/** The figure that a rule's limit is held against, where it is not the first it saw. */
const MEASURED: { readonly [rule: string]: string } = {
  'chipVendor.produceAhead': 'expected', 'chipVendor.priceByScarcity': 'price', 'chipVendor.customersFail': 'customerDistress', 'chipVendor.demandElsewhere': 'top3',
  'hyperscaler.capacityGap': 'fleet', 'hyperscaler.shellGap': 'ahead', 'hyperscaler.cashRule': 'runway', 'hyperscaler.sharesLast': 'runway', 'hyperscaler.ownChip': 'share',
  'neocloud.buyForContracts': 'payback', 'neocloud.buyAhead': 'payback', 'neocloud.facility': 'advanceRate', 'neocloud.valueLoan': 'advanceRate', 'neocloud.spaceForChips': 'freePower', 'neocloud.cashRule': 'runway', 'neocloud.shareIssue': 'runway', 'neocloud.stopBuying': 'payback',
  'aiLab.computeShort': 'committed', 'aiLab.fundRaise': 'runway', 'aiLab.debtAfterEquity': 'runway', 'aiLab.cashTooShort': 'runway', 'aiLab.ownFleet': 'runway', 'aiLab.nextStage': 'own',
  'lender.quote': 'book', 'lender.sellSeized': 'usedImpact', 'reit.constructionLoan': 'loanToCost', 'reit.preLet': 'preLet', 'reit.cashRule': 'runway', 'reit.shareIssue': 'runway',
};

/** Of these a rule has only the limit. */
const LIMIT_ONLY: ReadonlySet<string> = new Set(['price', 'preLet', 'advanceRate']);

export function unitOf(input: string): InputUnit {
  return UNIT_BY_NAME.find(([pattern]) => pattern.test(input))?.[1] ?? 'number';
}

/** Firms that burn no cash are said to last this long. */
const LONG = 60;

/** A figure as people read it, in the unit its name says. */
export function inputFigure(speaker: Speaker, input: string, value: number): string {
  const { format } = speaker;
  switch (unitOf(input)) {
    case 'dollars':
      return format.dollars(value);
    case 'price':
      return Math.abs(value) < 1000 ? format.price(value) : format.dollars(value);
    case 'months':
      if (value >= LONG) return speaker.words(RULE_WORDS).long;
      return speaker.words(RULE_WORDS).months(format.number(value, Number.isInteger(value) ? 0 : 1));
    case 'share':
      return format.percent(value, Math.abs(value) < 0.1 ? 1 : 0);
    case 'times':
      return format.times(value);
    case 'rate':
      // basis points where it is a whole number above one, a share otherwise
      return Math.abs(value) > 1 ? format.rate(value) : format.percent(value, 1);
    case 'count':
      return format.count(Math.round(value));
    case 'number':
      return format.number(value, Number.isInteger(value) ? 0 : 2);
  }
}

/** What a figure is called. */
export function inputName(speaker: Speaker, input: string): string {
  return own(speaker.words(RULE_WORDS).input, input) ?? spelled(input);
}

/** The figure a rule's limit is compared with: as known of the rule, one named like it, or the first. */
function measured(because: Because): string | null {
  const known = own(MEASURED, because.rule);
  if (known !== undefined && (Object.hasOwn(because.inputs, known) || LIMIT_ONLY.has(known))) return known;
  const names = Object.keys(because.inputs);
  return names.find((name) => because.rule.toLowerCase().endsWith(name.toLowerCase())) ?? names[0] ?? null;
}

/** What was chosen, with every digit: two choices that differ may read alike when rounded. */
export function chosenFigure(speaker: Speaker, param: string, value: number | null): string {
  if (value === null) return '–';
  return unitOf(param) === 'dollars' ? speaker.format.dollarsExact(value) : speaker.format.number(value, Number.isInteger(value) ? 0 : 4);
}

/** The limit of a rule, in the unit of what it is held against. */
export function limitFigure(because: Because, speaker: Speaker): string {
  const main = measured(because);
  return main === null ? speaker.format.number(because.threshold, 2) : inputFigure(speaker, main, because.threshold);
}

/** One sentence: why the rule fired. */
export function ruleSentence(because: Because, speaker: Speaker): string {
  const words = speaker.words(RULE_WORDS);
  const say = own(words.rule, because.rule);
  const main = measured(because);
  const figures = {
    of: (input: string): string => {
      const value = own(because.inputs, input);
      return value === undefined ? words.unknown : inputFigure(speaker, input, value);
    },
    value: (input: string): number | null => own(because.inputs, input) ?? null,
    limit: limitFigure(because, speaker),
    threshold: because.threshold,
  };
  // a rule of another version, or of another program, may have seen other figures
  if (say !== undefined) {
    const text = say(figures);
    if (!text.includes(words.unknown)) return text;
  }
  const first = main !== null && own(because.inputs, main) !== undefined ? main : (Object.keys(because.inputs)[0] ?? null);
  return first === null ? ruleName(because.rule, speaker) : words.plain(inputName(speaker, first), figures.of(first), figures.limit);
}

/** The name of a rule. */
export function ruleName(rule: string, speaker: Speaker): string {
  return own(speaker.words(RULE_WORDS).name, rule) ?? spelled(rule);
}

/** Does the catalogue have a sentence for this rule? A test asks it of every rule in use. */
export function hasRuleWords(rule: string, language: Language): boolean {
  return own(RULE_WORDS[language].rule, rule) !== undefined;
}

/** When a machine goes from one state to another. */
export function guardSentence(guard: string, kind: string, speaker: Speaker): string {
  const words = speaker.words(RULE_WORDS).guard;
  return own(words, `${kind}.${guard}`) ?? own(words, guard) ?? spelled(guard);
}

/** Does the catalogue have words for this guard of this kind of actor? */
export function hasGuardWords(guard: string, kind: string, language: Language): boolean {
  const words = RULE_WORDS[language].guard;
  return own(words, `${kind}.${guard}`) !== undefined || own(words, guard) !== undefined;
}

/** `neocloud.fundOrders` → "fund orders": the last part of an id, spelled out. */
export function spelled(id: string): string {
  const last = id.split(/[./]/).at(-1) ?? id;
  return last
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
}

function own<Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
