/** What the fields of a scenario file are counted in, and a line that shows each: for messages that help. */
import { SECTOR_TERMS, TERMS, type Term } from '../model/terms.ts';
import { PARAMETERS } from './parameters.ts';

/** What a field must be; keys of the catalogue. */
export type Expected =
  | 'dollars' | 'wholeNumber' | 'tick' | 'number' | 'text' | 'map' | 'list' | 'yesNo' | 'quantity' | 'bilingual' | 'id';

const DOLLARS = ['principal', 'undrawn', 'prepaid', 'cap', 'amount', 'perStage', 'chipsPerStage', 'ownPerStage', 'widest', 'largestAssets'];
const TICKS = ['at', 'start', 'end', 'due', 'maturity', 'amortisesFrom', 'availableUntil', 'signedAt', 'readyAt', 'launchAt', 'firstStageAt'];
const REFERENCES = [
  'lender', 'borrower', 'owner', 'landlord', 'tenant', 'seller', 'buyer', 'vendor', 'holder', 'issuer', 'investor', 'guarantor', 'beneficiary',
  'actor', 'generation', 'lien', 'backedBy', 'extends',
];

/** Terms of every kind by name; the same name means the same thing in every kind. */
export const ALL_TERMS: { readonly [name: string]: Term } = Object.assign({}, ...Object.values(TERMS), ...Object.values(SECTOR_TERMS));

/** Refines what the schema says ("a number") by what the field is ("a whole number of dollars"). */
export function expectedAt(path: readonly (string | number)[], schemaSays: string): Expected {
  const field = lastName(path);
  if (schemaSays === 'int' || schemaSays === 'number') {
    if (DOLLARS.includes(field) || path.includes('opening') || (field === 'price' && path[0] === 'generations')) return 'dollars';
    if (TICKS.includes(field)) return 'tick';
    return schemaSays === 'int' ? 'wholeNumber' : 'number';
  }
  if (schemaSays === 'string') return field === 'id' || REFERENCES.includes(field) ? 'id' : 'text';
  if (schemaSays === 'boolean') return 'yesNo';
  if (schemaSays === 'array' || schemaSays === 'tuple') return 'list';
  return isQuantityAt(path) ? 'quantity' : isBilingual(field) ? 'bilingual' : 'map';
}

function isQuantityAt(path: readonly (string | number)[]): boolean {
  const parent = path[path.length - 2];
  return parent === 'terms' || parent === 'opening' || parent === 'history' || (parent === 'parameters' && path.length === 2);
}

function isBilingual(field: string): boolean {
  return ['name', 'generic', 'what', 'how', 'notice', 'try', 'limits', 'text'].includes(field);
}

/** The last named step of a path: `value` of a figure is spoken of by the figure's name. */
export function lastName(path: readonly (string | number)[]): string {
  for (let index = path.length - 1; index >= 0; index--) {
    const step = path[index]!;
    if (typeof step === 'number') continue;
    if (step === 'value' && index > 0 && typeof path[index - 1] === 'string') return path[index - 1] as string;
    return step;
  }
  return '';
}

const EXAMPLES: { readonly [field: string]: string } = {
  format: 'format: 1',
  id: 'id: my-scenario',
  extends: 'extends: base',
  name: 'name: { en: "Demand falls short", zh: "需求不及预期" }',
  generic: 'generic: { en: "AI lab A", zh: "AI 实验室 A" }',
  about: 'about: { what: { en: "…", zh: "…" }, how: …, notice: …, try: …, limits: … }',
  horizon: 'horizon: 72',
  opens: 'opens: { year: 1999, month: 1 }',
  words: 'words: { en: { chip: system, chips: systems }, zh: { 芯片: 设备 } }',
  parties: 'parties: [{ id: my-lab, kind: aiLab, name: { en: "My lab", zh: "我的实验室" } }]',
  kind: 'kind: aiLab',
  mark: 'mark: assumed',
  source: 'source: "10-K of 31 Dec 2024"',
  unit: 'unit: USD/month',
  range: 'range: [0, 1]',
  note: 'note: "fitted"',
  channels: 'channels: { clearing: true, rent: false }',
  shares: 'shares: { count: 1000000, price: 40, listed: true, multiple: 8, mark: assumed, source: "…" }',
  state: 'state: { solvency: hedge }',
  text: 'text: { en: "Demand falls.", zh: "需求下降。" }',
  lever: 'lever: demand.level',
  to: 'to: 0.6',
  over: 'over: 6',
  ramp: 'ramp: 12',
  months: 'months: 6',
  share: 'share: 0.5',
  rate: 'rate: 2.2',
  rent: 'rent: 165',
  tier: 'tier: 1',
  covenant: 'covenant: debtServiceCover',
  advanceRate: 'advanceRate: 0.8',
  creditShare: 'creditShare: 0.5',
  generation: 'generation: blackwell',
  performance: 'performance: 2.5',
  kilowattsPerGpu: 'kilowattsPerGpu: 2',
  costPerKilowatt: 'costPerKilowatt: 11000',
  ageYears: 'ageYears: 2',
  age: 'age: 6',
  count: 'count: 1000000',
  multiple: 'multiple: 8',
  price: 'price: 60000',
  stages: 'stages: 10',
  label: 'label: below',
  positions: 'positions: { nvidia: { x: 800, y: 350, label: below } }',
  x: 'x: 800',
  y: 'y: 350',
  en: 'en: "in English"',
  zh: 'zh: "中文"',
  lien: 'lien: coreweave-ddtl-1',
  backedBy: 'backedBy: microsoft-coreweave-2024',
};

/** A line for this place that would be right. */
export function exampleAt(path: readonly (string | number)[]): string {
  const field = lastName(path);
  const figure = figureExample(path);
  if (figure !== null) return figure;
  if (path[0] === 'loans' && field === 'rate') return 'rate: 950';
  if (path[0] === 'loans' && field === 'kind') return 'kind: term';
  if (path[0] === 'shocks' && field === 'kind') return 'kind: ramp';
  if (Object.hasOwn(EXAMPLES, field)) return EXAMPLES[field]!;
  if (DOLLARS.includes(field)) return `${field}: 1000000000`;
  if (TICKS.includes(field)) return `${field}: 18`;
  if (REFERENCES.includes(field)) return `${field}: nvidia`;
  if (['units', 'capacity', 'stageCapacity'].includes(field)) return `${field}: 1000`;
  if (['takeOrPay', 'floating', 'listed'].includes(field)) return `${field}: true`;
  return field === '' ? 'extends: base' : `${field}: …`;
}

function figureExample(path: readonly (string | number)[]): string | null {
  const group = ['parameters', 'terms', 'opening', 'history'].find((name) => path.includes(name));
  if (group === undefined) return null;
  const name = path[path.indexOf(group) + 1];
  if (typeof name !== 'string') return group === 'parameters' ? figure('demand.level', 1, '× path') : `${group}: { ${figure('cash', 1_000_000_000, 'USD')} }`;
  const rest = path.slice(path.indexOf(group) + 2);
  if (rest.length > 0 && rest[0] !== 'value') return null;
  const shown = /^[A-Za-z][A-Za-z0-9.-]{0,39}$/.test(name) ? name : 'demand.level';
  if (group === 'opening') return figure(shown, 1_000_000_000, 'USD');
  if (group === 'history') return figure(shown, shown === 'growth' ? 0.5 : 1_000_000_000, shown === 'growth' ? '1/year' : 'USD');
  const known = group === 'parameters' ? PARAMETERS : ALL_TERMS;
  const unit = Object.hasOwn(known, shown) ? known[shown]!.unit : 'share';
  return figure(shown, unit.startsWith('USD/m') ? 1_000_000_000 : unit.includes('month') || unit.includes('bp') ? 12 : 0.5, unit);
}

/** A figure as scenario files write it. */
export function figure(name: string, value: number, unit: string): string {
  return `${name}: { value: ${value}, unit: ${unit}, mark: assumed, source: "…" }`;
}
