/** No number of a scenario is idle: rules ask for it by name while they run, or the history that opens with it is another one. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Month } from '../../src/ledger/month.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { World } from '../../src/model/world.ts';
import { startBatch } from '../../src/simulation.ts';
import { shipped } from '../calibration/shipped.ts';

const SCENARIO = 'demand-shortfall';
const SEED = '42';
/** Long enough for what opens a history to show in what firms have. */
const MONTHS = 6;

afterEach(() => vi.restoreAllMocks());

/** Names of levers, and of terms by kind, that rules ask for in a whole history. */
function askedFor(scenario: Scenario): { readonly levers: ReadonlySet<string>; readonly terms: ReadonlySet<string> } {
  const lever = vi.spyOn(Month.prototype, 'lever');
  const term = vi.spyOn(Month.prototype, 'term');
  const run = startBatch({ scenario, seed: SEED }, { measured: false });
  while (run.next());
  const kinds = new Map(scenario.parties.map((party) => [party.id, party.kind]));
  return { levers: new Set(lever.mock.calls.map(([name]) => name)), terms: new Set(term.mock.calls.map(([actor, name]) => `${kinds.get(actor)}/${name}`)) };
}

/** Whether what everybody has, or a price, is ever another in the first months of two economies. */
function differ(one: Scenario, other: Scenario, months: number): boolean {
  const [a, b] = [one, other].map((scenario) => startBatch({ scenario, seed: SEED }, { measured: false }));
  for (let month = 0; month < months && a!.next() && b!.next(); month++) if (money(a!.state) !== money(b!.state)) return true;
  return false;
}
const money = ({ accounts, markets }: World): string => JSON.stringify([accounts, markets]);

type Change = (value: number) => number;
const less: Change = (value) => (value === 0 ? 0.1 : value * 0.8);
const withLever = (scenario: Scenario, name: string, change: Change): Scenario => ({ ...scenario, parameters: { ...scenario.parameters, [name]: { ...scenario.parameters[name]!, value: change(scenario.parameters[name]!.value) } } });
const withTerm = (scenario: Scenario, kind: string, name: string, change: Change): Scenario => ({
  ...scenario,
  parties: scenario.parties.map((party) => (party.kind === kind && party.terms[name] !== undefined ? { ...party, terms: { ...party.terms, [name]: { ...party.terms[name], value: change(party.terms[name].value) } } } : party)),
});

/** Numbers that count only in an economy this history does not come to: one in which each does. */
const COUNTS_WHERE: { readonly [name: string]: { readonly economy: (scenario: Scenario) => Scenario; readonly change: Change } } = {
  // chips are never sold off so far that the least they are worth is reached: it is raised to where they are
  'used.floor': { economy: (scenario) => scenario, change: () => 0.9 },
  // a lender's own capital is told from its deposits once its book is larger than that
  'lender/equity': { economy: (scenario) => withLever(scenario, 'lender.exposure', () => 2), change: less },
};

describe('every number of a scenario', () => {
  it('is asked for by a rule, or moves the accounts of the first months', () => {
    const scenario = shipped(SCENARIO);
    const { levers, terms } = askedFor(scenario);
    vi.restoreAllMocks();
    const left = [
      ...Object.keys(scenario.parameters).filter((name) => !levers.has(name)).map((name) => ({ name, made: withLever(scenario, name, less) })),
      ...[...new Set(scenario.parties.flatMap((party) => Object.keys(party.terms).map((name) => `${party.kind}/${name}`)))].filter((key) => !terms.has(key)).map((key) => {
        const [kind, name] = key.split('/') as [string, string];
        return { name: key, made: withTerm(scenario, kind, name, less) };
      }),
    ];
    // most names are asked for by name; what is left is read once, when the books open, or straight from the state
    expect(levers.size + terms.size).toBeGreaterThan(left.length * 3);
    expect(left.filter(({ made }) => !differ(scenario, made, MONTHS)).map(({ name }) => name).sort()).toEqual(Object.keys(COUNTS_WHERE).sort());
  });

  it.each(Object.keys(COUNTS_WHERE))('%s counts where it can', (name) => {
    const { economy, change } = COUNTS_WHERE[name]!;
    const usual = economy(shipped(SCENARIO));
    const [kind, term] = name.split('/') as [string, string | undefined];
    const other = term === undefined ? withLever(usual, name, change) : withTerm(usual, kind, term, change);
    expect(differ(usual, other, usual.horizon)).toBe(true);
  });
});
