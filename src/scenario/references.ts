/** What a scenario means: every name leads to something of the right kind, dates run forwards, books and shares add up. */
import { isActorKind, SECTOR_KINDS, type PartyKind } from '../model/party.ts';
import type { Scenario, ScenarioParty } from '../model/scenario.ts';
import { SECTOR_TERMS, TERMS, type Term } from '../model/terms.ts';
import { CHANNELS } from '../model/phase.ts';
import { exampleAt, figure } from './fields.ts';
import { nearestName } from '../model/nearest.ts';
import { PARAMETERS } from './parameters.ts';
import type { Path, Places } from './place.ts';
import type { Problem, ProblemCode, ProblemData } from './problem.ts';
import { quoteText } from './quote.ts';

/** What the checks need: the parties by id, and a way to report. */
export class Findings {
  readonly parties: ReadonlyMap<string, ScenarioParty>;

  constructor(
    readonly scenario: Scenario,
    private readonly places: Places,
    private readonly problems: Problem[],
  ) {
    this.parties = new Map(scenario.parties.map((party) => [party.id, party]));
  }

  report(code: ProblemCode, path: Path, data: ProblemData, example: string | null = null): void {
    // what is missing from a map or list is best shown at the name of the map or list
    const place = this.places.find(path, code.startsWith('missing') ? 'key' : 'value');
    this.problems.push({ code, file: place.file, line: place.line, column: place.column, path: place.path, data, example: example ?? exampleAt(path) });
  }

  reportKey(code: ProblemCode, path: Path, data: ProblemData, example: string): void {
    const place = this.places.find(path, 'key');
    this.problems.push({ code, file: place.file, line: place.line, column: place.column, path: place.path, data, example });
  }

  /** Is `id` a party of one of these kinds (any actor when none are given)? Reports it otherwise. */
  party(id: string, path: Path, kinds: readonly PartyKind[] | 'actor' | 'any'): boolean {
    const party = this.parties.get(id);
    if (party === undefined) return this.unknown(id, path, 'party', [...this.parties.keys()]);
    const fits = kinds === 'any' || (kinds === 'actor' ? isActorKind(party.kind) : kinds.includes(party.kind));
    if (!fits) this.report('wrongKind', path, { got: quoteText(id), kind: party.kind, expected: kinds === 'actor' ? 'actor' : (kinds as readonly string[]).join(', ') });
    return fits;
  }

  /** Reports a name that leads nowhere. */
  unknown(id: string, path: Path, what: string, known: readonly string[]): false {
    const suggestion = nearestName(id, known);
    this.report('unknownReference', path, { got: quoteText(id), what, ...(suggestion === null ? {} : { suggestion }) });
    return false;
  }
}

export function checkParties(findings: Findings): void {
  const { scenario } = findings;
  scenario.parties.forEach((party, index) => checkTerms(findings, party, index));
  for (const kind of SECTOR_KINDS) {
    if (kind === 'otherChipBuyers') continue;
    const found = scenario.parties.filter((party) => party.kind === kind);
    if (found.length === 0) findings.report('missingSector', ['parties'], { kind }, `- { id: ${kind.toLowerCase()}, kind: ${kind}, name: { en: "…", zh: "…" } }`);
    if (found.length > 1) findings.report('severalOfSector', ['parties', scenario.parties.indexOf(found[1]!), 'kind'], { kind });
  }
  if (!scenario.parties.some((party) => party.kind === 'chipVendor')) findings.report('missingVendor', ['parties'], {});
}

function checkTerms(findings: Findings, party: ScenarioParty, index: number): void {
  const known: { readonly [name: string]: Term } = isActorKind(party.kind) ? TERMS[party.kind] : SECTOR_TERMS[party.kind];
  const path = ['parties', index, 'terms'] as const;
  for (const name of Object.keys(known))
    if (!Object.hasOwn(party.terms, name))
      findings.report('missingTerm', ['parties', index], { party: party.id, kind: party.kind, term: name, meaning: known[name]!.meaning }, figure(name, known[name]!.unit === 'share' ? 0.5 : 1, known[name]!.unit));
  for (const [name, quantity] of Object.entries(party.terms)) {
    if (!Object.hasOwn(known, name)) {
      const suggestion = nearestName(name, Object.keys(known));
      const data = { term: quoteText(name), kind: party.kind, ...(suggestion === null ? { known: Object.keys(known).join(', ') } : { suggestion }) };
      findings.reportKey('unknownTerm', [...path, name], data, suggestion === null ? exampleAt([...path]) : exampleAt([...path, suggestion]));
      continue;
    }
    checkQuantity(findings, [...path, name], known[name]!, quantity);
  }
}

function checkQuantity(findings: Findings, path: Path, term: Term, quantity: { value: number; unit: string; range?: [number, number] }): void {
  if (quantity.unit !== term.unit) findings.report('wrongUnit', [...path, 'unit'], { got: quoteText(quantity.unit), expected: term.unit, meaning: term.meaning }, `unit: ${term.unit}`);
  const name = String(path[path.length - 1]);
  const [low, high] = boundsOf(term.unit, name);
  if (quantity.value < low || quantity.value > high) findings.report('outOfRange', [...path, 'value'], { field: name, got: quantity.value, low, high: high === Infinity ? 'none' : high });
  if (quantity.range !== undefined && quantity.range[0] > quantity.range[1]) findings.report('badDates', [...path, 'range'], { first: 'range[0]', second: 'range[1]', rule: 'range' }, 'range: [0, 1]');
}

/** The least and most a figure of a unit can be. Growth may be negative, a funding rate may lie under the base rate, and no mood may feed on itself. */
export function boundsOf(unit: string, name: string): readonly [number, number] {
  if (unit === 'share' || unit === 'switch' || name.endsWith('.persistence')) return [0, 1];
  if (unit === '1/year' && name !== 'hurdle') return [-1, Infinity];
  if (name === 'depositRate') return [-10_000, 10_000];
  return [0, Infinity];
}

export function checkParameters(findings: Findings): void {
  const { parameters } = findings.scenario;
  for (const name of Object.keys(PARAMETERS))
    if (!Object.hasOwn(parameters, name))
      findings.report('missingParameter', ['parameters'], { parameter: name, meaning: PARAMETERS[name]!.meaning }, figure(name, 1, PARAMETERS[name]!.unit));
  for (const [name, quantity] of Object.entries(parameters)) {
    if (Object.hasOwn(PARAMETERS, name)) {
      checkQuantity(findings, ['parameters', name], PARAMETERS[name]!, quantity);
      continue;
    }
    const suggestion = nearestName(name, Object.keys(PARAMETERS));
    findings.reportKey('unknownParameter', ['parameters', name], { parameter: quoteText(name), ...(suggestion === null ? {} : { suggestion }) }, exampleAt(['parameters', suggestion ?? 'demand.level']));
  }
}

export function checkShocks(findings: Findings): void {
  const levers = [...Object.keys(PARAMETERS), ...CHANNELS.map((channel) => `channel.${channel}`)];
  findings.scenario.shocks.forEach((shock, index) => {
    if (shock.at < 0) findings.report('outOfRange', ['shocks', index, 'at'], { field: 'at', got: shock.at, low: 0, high: 'none' });
    if (shock.kind === 'ramp') {
      if (!levers.includes(shock.lever)) findings.unknown(shock.lever, ['shocks', index, 'lever'], 'lever', levers);
    } else findings.party(shock.actor, ['shocks', index, 'actor'], ['aiLab', 'hyperscaler', 'neocloud']);
  });
}

export function checkDisplay(findings: Findings): void {
  for (const id of Object.keys(findings.scenario.display.positions))
    if (!findings.parties.has(id)) {
      const suggestion = nearestName(id, [...findings.parties.keys()]);
      findings.reportKey('unknownReference', ['display', 'positions', id], { got: quoteText(id), what: 'party', ...(suggestion === null ? {} : { suggestion }) }, 'positions: { nvidia: { x: 800, y: 350 } }');
    }
}
