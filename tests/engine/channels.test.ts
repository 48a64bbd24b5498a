import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../src/model/decision.ts';
import { CHANNELS, type Channel } from '../../src/model/phase.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { withSettings } from '../../src/scenario/set.ts';
import { leadPricePerUnit, lotValue } from '../../src/markets/chip-price.ts';
import { startBatch } from '../../src/simulation.ts';
import { hardTimes } from '../fixtures/hard-times.ts';

interface Told {
  readonly accounts: readonly string[];
  readonly events: readonly Event[];
}

const MADE_UP = { mark: 'assumed', source: 'made up' } as const;
/** A quarter's end after the first fire sale. */
const SOLD_AT = 14;

/** A world that has something for each channel: debts due in one sum when nobody lends, chips pledged for most of what they fetch, a backstop for who is empty. */
function world(lent: number): Scenario {
  const scenario = hardTimes(SOLD_AT + 2);
  const notes = { ...scenario.loans[0]!, id: 'notes', kind: 'bond' as const, lender: 'bond-market', borrower: 'meta', principal: 3e11, undrawn: 0, rate: 900, tier: 3, amortisesFrom: 8, maturity: 8, covenant: 'none' as const, backedBy: null };
  const pledge = { ...notes, id: 'pledge', kind: 'term' as const, lender: 'banks', borrower: 'oracle', principal: lent, tier: 1, amortisesFrom: 60, maturity: 70, covenant: 'loanToValue' as const };
  const lot = { id: 'pledged', owner: 'oracle', generation: 'hopper', age: 6, units: 100_000, lien: 'pledge', ...MADE_UP };
  const backstop = { id: 'stop', guarantor: 'nvidia', beneficiary: 'other-neoclouds', cap: 5e9, signedAt: -1, end: 60, ...MADE_UP };
  return withSettings({ ...scenario, backstops: [backstop], loans: [...scenario.loans, notes, pledge], lots: [...scenario.lots, lot] }, { 'used.impact': 2 });
}

/** What the pledged chips fetch after the fire sale, and what they would if it had left no mark. */
function valuesAt(scenario: Scenario): { readonly marked: number; readonly calm: number } {
  const run = startBatch({ scenario: { ...scenario, horizon: SOLD_AT + 1 }, seed: '42' }, { measured: false });
  while (run.next());
  const perUnit = leadPricePerUnit(run.state, 'nvidia');
  const value = (impact: number): number => lotValue(run.state, run.state.lots['pledged']!, perUnit, impact);
  return { marked: value(run.state.markets['used']!['impact']!), calm: value(0) };
}

/** The whole history, the books checked against every register after every phase. */
function play(scenario: Scenario): Told {
  const accounts: string[] = [];
  const events: Event[] = [];
  const run = startBatch({ scenario, seed: '42' }, { measured: false, checkAll: true, onPhase: (report) => events.push(...report.events) });
  while (run.next()) accounts.push(JSON.stringify(run.state.accounts));
  return { accounts, events };
}

describe('each of the nine channels', () => {
  let whole: Told;
  const without = new Map<Channel, Told>();
  beforeAll(() => {
    const { marked, calm } = valuesAt(world(1));
    expect(marked).toBeLessThan(calm * 0.97);
    const scenario = world(Math.round(((marked + calm) / 2) * 0.85));
    whole = play(scenario);
    for (const channel of CHANNELS) without.set(channel, play(withSettings(scenario, {}, [channel])));
  }, 120_000);
  const count = (told: Told, type: Event['type'], actor?: string): number => told.events.filter((event) => event.type === type && (actor === undefined || event.actor === actor)).length;

  it.each(CHANNELS)('carries some of the damage, and can be cut without breaking the books: %s', (channel) => {
    expect(without.get(channel)!.accounts.length).toBe(whole.accounts.length);
    expect(without.get(channel)!.accounts.at(-1)).not.toBe(whole.accounts.at(-1));
  });

  it('collateral: a fire sale calls in money only from those whose chips are marked by it', () => {
    expect(count(whole, 'marginCall', 'oracle')).toBe(1);
    expect(count(without.get('collateral')!, 'marginCall', 'oracle')).toBe(0);
  });

  it('credit: losses of lenders frighten nobody', () => {
    expect(count(without.get('credit')!, 'creditTightened')).toBeLessThan(count(whole, 'creditTightened'));
  });

  it('rent: idle capacity leaves the rent on its path', () => {
    expect(count(whole, 'rentFell')).toBeGreaterThan(0);
    expect(count(without.get('rent')!, 'rentFell')).toBe(0);
  });

  it('backstop: nobody is called upon', () => {
    expect(count(whole, 'backstopCalled')).toBeGreaterThan(0);
    expect(count(without.get('backstop')!, 'backstopCalled')).toBe(0);
  });

  it('rollover: what falls due in one sum and is refused waits a year', () => {
    const missedNotes = (told: Told): boolean => told.events.some((event) => event.type === 'missedPayment' && event.data['obligation'] === 'meta/principal/bond-market/notes');
    expect([missedNotes(whole), missedNotes(without.get('rollover')!)]).toEqual([true, false]);
  });
});
