import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORIGINS } from '../../../src/model/account.ts';
import type { ComputeContract } from '../../../src/model/instrument.ts';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { chartsOf, isEmpty } from '../../../src/ui/panels/chart-list.ts';
import { clocksOf, contractValueLeft, covenantTest } from '../../../src/ui/panels/contract-clocks.ts';
import { paymentsOf } from '../../../src/ui/panels/month.ts';
import { axisTexts, drawnValues, yearAxis, type Look } from '../../../src/ui/panels/plot.tsx';
import { tAccount } from '../../../src/ui/panels/t-account.tsx';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 12 });
const speaker = makeSpeaker('en', run.header.scenario);
const history = run.frames.map((frame) => frame.measures);

describe('What a compute contract will still cost', () => {
  const contract = (units: number, ramp: number, start: number, end: number): ComputeContract => ({
    id: 'c', seller: 'a', buyer: 'b', units, rate: 2_000_000, signedAt: 0, start, ramp, end, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 0,
  });

  it('is the sum of its months to come, phased in as it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: -20, max: 30 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 80 }), (units, ramp, start, months, now) => {
        const end = start + months;
        let expected = 0;
        for (let tick = Math.max(now + 1, start); tick < end; tick++) expected += (units * Math.min(ramp, tick - start + 1) * 730 * 2) / ramp;
        const value = contractValueLeft(contract(units, ramp, start, end), now);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.max(1, expected * 1e-9));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is told at once for a contract that never ends', () => {
    expect(contractValueLeft(contract(1, 1, 0, 9_000_000_000_000_000), 0)).toBeGreaterThan(0);
    expect(contractValueLeft(contract(1, 1, 5, 3), 0)).toBe(0);
  });
});

describe('Clocks', () => {
  it('cover every contract an actor is a side of', () => {
    const { state } = run.frames[8]!;
    for (const actor of ['coreweave', 'nvidia', 'banks', 'reits', 'openai', 'oracle']) {
      const ids = new Set(clocksOf(actor, state, speaker).map((clock) => clock.id));
      for (const loan of Object.values(state.loans)) if (loan.principal + loan.undrawn > 0) expect(ids.has(loan.id)).toBe(loan.borrower === actor || loan.lender === actor || ids.has(loan.id));
      for (const row of [...Object.values(state.contracts)]) if (row.buyer === actor || row.seller === actor) expect(ids.has(row.id)).toBe(true);
      for (const row of Object.values(state.leases)) if (row.tenant === actor || row.landlord === actor) expect(ids.has(row.id)).toBe(true);
      for (const row of Object.values(state.commitments)) if (row.investor === actor || row.issuer === actor) expect(ids.has(row.id)).toBe(true);
      for (const row of Object.values(state.backstops)) if (row.guarantor === actor || row.beneficiary === actor) expect(ids.has(row.id)).toBe(true);
    }
  });

  it('tell an overdue bill as trouble', () => {
    const { state } = run.frames[9]!;
    const due = clocksOf('start-ups', state, speaker).filter((clock) => clock.group === 'due');
    expect(due.some((clock) => clock.trouble?.includes('overdue') === true)).toBe(true);
  });

  it('measure the headroom of a covenant as it was last tested, by the parameter as it stands now', () => {
    const { state } = run.frames[8]!;
    const loan = { ...state.loans['coreweave-facility']!, testedCover: 15_000 };
    expect(covenantTest(loan, state, speaker)).toBeNull();
    const moved = { ...state, levers: { ...state.levers, 'covenant.cover': { value: 1.2 } } };
    expect(covenantTest(loan, moved, speaker)!.headroom).toBeCloseTo(0.3, 12);
    expect(covenantTest({ ...loan, testedCover: 11_000 }, moved, speaker)!.headroom).toBeCloseTo(-0.1, 12);
    // nobody has tested it yet
    expect(covenantTest(state.loans['coreweave-facility']!, moved, speaker)).toBeNull();
  });
});

describe('A T-account', () => {
  it('has the same sum on both sides for everybody in every month', () => {
    for (const { state } of run.frames)
      for (const row of Object.values(state.accounts)) {
        const figures = tAccount(row);
        const sum = (lines: typeof figures.assets): number => lines.reduce((total, line) => total + line.amount, 0);
        expect(sum(figures.assets)).toBe(figures.total);
        expect(sum(figures.claims)).toBe(figures.total);
      }
  });
});

describe('Payments of a month', () => {
  it('keep every dollar and its colours when they are summed', () => {
    for (const frame of run.frames) {
      const flows = frame.phases.flatMap((record) => record.flows);
      const payments = paymentsOf(flows);
      expect(payments.reduce((sum, payment) => sum + payment.amount, 0)).toBe(flows.reduce((sum, flow) => sum + flow.amount, 0));
      for (const payment of payments) if (payment.lane !== 'gpu' && payment.lane !== 'accrual') expect(payment.dye.reduce((sum, part) => sum + part, 0)).toBe(payment.amount);
    }
  });
});

describe('Charts', () => {
  it('have one value a month in every series', () => {
    for (const chart of chartsOf(history, 'coreweave', 1.2, speaker)) for (const series of chart.series) expect(series.values).toHaveLength(history.length);
  });

  it('leave a gap for a month that is not read yet', () => {
    const torn = history.map((measures, tick) => (tick === 4 ? null : measures));
    for (const chart of chartsOf(torn, 'coreweave', 1.2, speaker)) for (const series of chart.series) expect(series.values[4]).toBeNull();
  });

  it('heap the origins of receipts to the whole of them', () => {
    const chart = chartsOf(history, null, null, speaker).find((each) => each.id === 'vendorRevenue')!;
    expect(chart.series.map((series) => series.key)).toEqual([...ORIGINS]);
    const top = drawnValues(chart).at(-1)!;
    history.forEach((measures, tick) => expect(top[tick]).toBe(measures.vendorRevenueByOrigin.reduce((sum, part) => sum + part, 0)));
  });

  it('add up what each holder lost for good, and never less from month to month', () => {
    const chart = chartsOf(history, null, null, speaker).find((each) => each.id === 'holders')!;
    const last = history.reduce((sum, measures) => sum + Object.values(measures.lossesByHolder).reduce((total, loss) => total + loss.credit + loss.deadweight, 0), 0);
    expect(chart.series.reduce((sum, series) => sum + series.values.at(-1)!, 0)).toBe(last);
    for (const series of chart.series) series.values.slice(1).forEach((value, index) => expect(value!).toBeGreaterThanOrEqual(series.values[index]!));
  });

  it('are left out when there is nothing in them', () => {
    const charts = chartsOf(history, null, null, speaker);
    expect(charts.filter(isEmpty).every((chart) => chart.series.every((series) => series.reference === true || series.values.every((value) => value === null || value === 0)))).toBe(true);
    expect(charts.some((chart) => !isEmpty(chart))).toBe(true);
    expect(chartsOf([null, null], null, null, speaker).every(isEmpty)).toBe(true);
  });
});

describe('the years under a chart', () => {
  const labels = (horizon: number, opens?: { readonly year: number; readonly month: number }): string[] => {
    const axis = yearAxis(horizon, 600, { font: '', size: 12 } as Look, opens);
    const splits = (axis.splits as () => number[])();
    return splits.map((at, index) => `${at} ${(axis.values as unknown as (self: null, splits: number[]) => string[])(null, splits)[index]!}`);
  };
  it('are those the scenario is set in', () => {
    expect(labels(36)).toEqual(['0 2025', '12 2026', '24 2027']);
    expect(labels(36, { year: 1999, month: 1 })).toEqual(['0 1999', '12 2000', '24 2001']);
    expect(labels(30, { year: 1998, month: 10 })).toEqual(['3 1999', '15 2000', '27 2001']);
  });
});

describe('What stands at the lines of an axis', () => {
  it('is the naught alone where nothing was lost', () => {
    expect(axisTexts([0, 0.5, 1], 'dollars', speaker)).toEqual(['$0', '', '']);
    expect(axisTexts([0, 5e8, 1e9], 'dollars', speaker)).toEqual(['$0', '$500M', '$1B']);
  });
  it('counts no parts of what is whole', () => {
    expect(axisTexts([0, 2.5, 5], 'count', speaker)).toEqual(['0', '', '5']);
    expect(axisTexts([0, 0.5, 1], 'share', speaker)).toEqual(['0%', '50%', '100%']);
  });
});
