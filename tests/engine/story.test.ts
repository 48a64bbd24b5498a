import { beforeAll, describe, expect, it } from 'vitest';
import type { Decision, Event, EventType } from '../../src/model/decision.ts';
import { DEFAULT_CHOICE } from '../../src/session/choice.ts';
import { startBatch } from '../../src/simulation.ts';
import { shippedScenario } from '../explain/simulated.ts';

interface Told<What> {
  readonly tick: number;
  readonly what: What;
}

/** The chain that a class is to follow, on the page's own seed; no line of the scenario says any of it. */
describe('the story of a demand shortfall', () => {
  const scenario = shippedScenario('demand-shortfall');
  const kindOf = (id: string | undefined): string => scenario.parties.find((party) => party.id === id)?.kind ?? '';
  const fall = scenario.shocks[0]!.at;
  const events: Told<Event>[] = [];
  const decisions: Told<Decision>[] = [];
  const causesOf = new Map<string, readonly string[]>();
  beforeAll(() => {
    const run = startBatch({ scenario, seed: DEFAULT_CHOICE.seed }, {
      measured: false,
      onPhase: (report) => {
        for (const what of report.events) events.push({ tick: report.tables.tick, what });
        for (const what of report.decisions) decisions.push({ tick: report.tables.tick, what });
        for (const each of [...report.events, ...report.decisions]) causesOf.set(each.id, each.causes.map((cause) => cause.id));
      },
    });
    while (run.next());
  }, 120_000);

  const all = (type: EventType, kind?: string): Told<Event>[] => events.filter(({ tick, what }) => what.type === type && tick >= fall && (kind === undefined || kindOf(what.actor) === kind));
  /** Everything an event comes from, itself included. */
  const behind = (id: string): Set<string> => {
    const found = new Set([id]);
    for (const each of found) for (const cause of causesOf.get(each) ?? []) found.add(cause);
    return found;
  };

  it('nobody fails before demand does', () => {
    expect(events.filter(({ tick, what }) => tick < fall && ['missedPayment', 'default', 'seizure'].includes(what.type))).toEqual([]);
  });

  it('goes from a lab that misses a payment to a neocloud in breach, to seized chips, to their price, to orders, in this order', () => {
    const missed = all('missedPayment', 'aiLab')[0]!;
    const late = new Set(all('missedPayment', 'aiLab').map(({ what }) => what.id));
    const breach = all('coverBreach', 'neocloud').find(({ what }) => [...behind(what.id)].some((id) => late.has(id)))!;
    const seizure = all('seizure')[0]!;
    // chips are sold over months, and the price falls with each sale
    const seized = all('seizure').filter(({ what }) => what.actor === seizure.what.actor).map(({ what }) => what.id);
    const falls = all('usedPriceFell').filter(({ what }) => seized.some((id) => behind(what.id).has(id)));
    const orders = all('ordersFell', 'chipVendor').find(({ what }) => falls.some((fall) => behind(what.id).has(fall.what.id)))!;
    const price = falls.find((fall) => behind(orders.what.id).has(fall.what.id))!;
    const chain = [missed, breach, seizure, price, orders];
    expect(chain.map((each) => each?.what.type)).toEqual(['missedPayment', 'coverBreach', 'seizure', 'usedPriceFell', 'ordersFell']);
    const ticks = chain.map((each) => each.tick);
    expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
    expect(kindOf(seizure.what.actor)).toBe('neocloud');
    expect(seizure.what.actor).toBe(breach.what.actor);
    expect(kindOf(String(orders.what.actor))).toBe('chipVendor');
  });

  it('spares whom the chip maker guarantees, and makes it pay, while those fail whom nobody does', () => {
    const guaranteed = new Set(scenario.backstops.map((each) => each.beneficiary));
    const first = all('default', 'neocloud')[0]!;
    expect(guaranteed.has(String(first.what.actor))).toBe(false);
    expect(all('default', 'neocloud').filter(({ tick, what }) => tick <= first.tick && guaranteed.has(String(what.actor)))).toEqual([]);
    const missed = all('missedPayment', 'aiLab')[0]!.tick;
    const called = all('backstopCalled', 'chipVendor').filter(({ tick }) => tick > missed && tick <= first.tick);
    expect(called.map(({ what }) => what.data['beneficiary'])).toEqual([...guaranteed]);
  });

  it('hangs together: each step is named among the causes of the next, and demand behind the first', () => {
    const [missed, seizure, price] = [all('missedPayment', 'aiLab')[0]!, all('seizure')[0]!, all('usedPriceFell')[0]!];
    expect([...behind(missed.what.id)].some((id) => id.includes('/revenueFell/'))).toBe(true);
    expect([...behind(seizure.what.id)].some((id) => all('missedPayment').concat(all('coverBreach')).some((each) => each.what.id === id))).toBe(true);
    expect([...behind(price.what.id)].some((id) => all('seizure').some((each) => each.what.id === id))).toBe(true);
  });

  it('has all five decisions that a class looks for: buy, borrow, build, design a chip, fail', () => {
    const made = (type: Decision['type']): number => decisions.filter(({ what }) => what.type === type && (what.outcome === null || what.outcome.filled > 0)).length;
    for (const type of ['buy', 'borrow', 'build', 'customChip'] as const) expect([type, made(type) > 0]).toEqual([type, true]);
    expect(all('default').length).toBeGreaterThan(0);
    expect(all('restructured').length + all('liquidated').length).toBe(all('default').length);
    for (const { what } of decisions) expect([what.id, what.because.rule.length > 0, Object.keys(what.because.inputs).length > 0]).toEqual([what.id, true, true]);
  });

  it('has no effect before its cause, and nothing but shocks comes from nothing', () => {
    const told = new Map<string, number>();
    for (const { tick, what } of [...events, ...decisions]) told.set(what.id, tick);
    for (const { tick, what } of [...events, ...decisions]) {
      for (const cause of what.causes) expect([what.id, cause.id, told.get(cause.id)! <= tick]).toEqual([what.id, cause.id, true]);
    }
    for (const { what } of events) if (what.type !== 'shock') expect([what.id, what.causes.length > 0]).toEqual([what.id, true]);
  });

  it('accounts for every default to the dollar', () => {
    for (const { what } of all('default')) {
      const { due, means, total, absorbed, lines } = what.shortfall!;
      const sum = (pick: 'share' | 'variance'): number => lines.reduce((amount, line) => amount + line[pick], 0);
      expect([what.id, total, sum('share'), sum('variance')]).toEqual([what.id, due - means, total, total + absorbed]);
      expect(total).toBeGreaterThan(0);
    }
  });
});
