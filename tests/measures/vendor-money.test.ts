import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORIGINS } from '../../src/model/account.ts';
import { circularity, type CircularityFlow } from '../../src/measures/circularity.ts';
import { emptyWorld, lead, Months } from './months.ts';

const VENDOR_MONEY = ORIGINS.indexOf('vendor');

describe('the vendor’s receipts', () => {
  test('of the stage in the article are 20 % traced, 33 % earmarked and 100 % enabled', () => {
    const months = new Months(emptyWorld());
    months.begin();
    months.world.orders['stage'] = {
      id: 'stage', buyer: 'openai', vendor: 'nvidia', generation: 'hopper', units: 1, price: 30_000, placedAt: 0, due: 5, deposit: 30_000, cancellable: true, facility: null, financed: 0, conditional: true,
    };
    months.pay({ purpose: 'shareIssue', from: 'outside-investors', to: 'nvidia', amount: 10_000 });
    months.pay({ purpose: 'vendorShareIssue', from: 'nvidia', to: 'openai', amount: 10_000 });
    months.pay({ purpose: 'shareIssue', from: 'outside-investors', to: 'openai', amount: 40_000 });
    months.pay({ purpose: 'orderDeposit', from: 'openai', to: 'nvidia', amount: 30_000, contract: 'stage' });
    months.pay({ purpose: 'construction', from: 'openai', to: 'suppliers', amount: 20_000 });
    const { circularity: measured, vendorRevenueByOrigin } = months.close();
    expect(measured.traced).toBeCloseTo(0.2, 12);
    expect(measured.earmarked).toBeCloseTo(1 / 3, 12);
    expect(measured.enabled).toBe(1);
    expect(vendorRevenueByOrigin[VENDOR_MONEY]).toBe(6_000);
    expect(vendorRevenueByOrigin[ORIGINS.indexOf('outsideEquity')]).toBe(24_000);
  });

  test('are enabled also when the chips come months after the order, and no longer a year later', () => {
    const months = new Months(emptyWorld());
    const order = { id: 'o', buyer: 'openai', vendor: 'nvidia', generation: 'hopper', units: 1, price: 500, placedAt: 0, due: 2, deposit: 0, cancellable: true, facility: null, financed: 0, conditional: true } as const;
    const enabled: (number | null)[] = [];
    for (let tick = 0; tick < 16; tick++) {
      months.begin();
      if (tick === 0) months.world.orders['o'] = order;
      if (tick === 2) {
        delete months.world.orders['o'];
        months.pay({ purpose: 'coreSales', from: 'end-customers', to: 'openai', amount: 500 });
        months.pay({ purpose: 'chipPurchase', from: 'openai', to: 'nvidia', amount: 500, contract: 'o' });
      }
      if (tick >= 3) months.pay({ purpose: 'otherChips', from: 'china', to: 'nvidia', amount: 100 });
      enabled.push(months.close().circularity.enabled);
    }
    expect(enabled.slice(0, 4)).toEqual([null, null, 1, 500 / 600]);
    expect(enabled[13]).toBe(500 / 1600);
    expect(enabled[14]).toBe(0);
  });

  test('traced by dye over a year are the closed form on the same payments, opening cash split by origin', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 14 * 9, maxLength: 14 * 9 });
    fc.assert(
      fc.property(amounts, (drawn) => {
        const months = new Months(emptyWorld());
        const came: number[] = [];
        const bought: number[] = [];
        let traced: number | null = null;
        for (let tick = 0; tick < 14; tick++) {
          const draw = drawn.slice(tick * 9, tick * 9 + 9);
          months.begin();
          const opening = ['openai', 'microsoft', 'coreweave'].map((id) => ({ id, cash: months.ledger.cash(id), own: months.ledger.origins(id)[VENDOR_MONEY]! }));
          // money comes in before it goes out, from labs to clouds to the vendor, so that each till is mixed once
          months.pay({ purpose: 'shareIssue', from: 'outside-investors', to: 'nvidia', amount: draw[0]! + draw[1]! });
          months.pay({ purpose: 'vendorShareIssue', from: 'nvidia', to: 'openai', amount: draw[0]! });
          months.pay({ purpose: 'loanDraw', from: 'nvidia', to: 'coreweave', amount: draw[1]! });
          months.pay({ purpose: 'aiService', from: 'end-customers', to: 'openai', amount: draw[2]! });
          months.pay({ purpose: 'coreSales', from: 'end-customers', to: 'microsoft', amount: draw[3]! });
          const share = (id: string, part: number): number => Math.floor((months.ledger.cash(id) * (part % 1000)) / 1000);
          const paid: [string, string, number][] = [];
          const spend = (from: string, to: string, part: number, purpose: 'prepayment' | 'chipPurchase' | 'running'): void => {
            const amount = share(from, part);
            paid.push([from, to, amount]);
            months.pay({ purpose, from, to, amount });
          };
          spend('openai', 'coreweave', draw[4]!, 'prepayment');
          spend('openai', 'microsoft', draw[5]!, 'prepayment');
          spend('microsoft', 'coreweave', draw[6]!, 'prepayment');
          spend('coreweave', 'nvidia', draw[7]!, 'chipPurchase');
          spend('microsoft', 'nvidia', draw[8]!, 'chipPurchase');
          // the closed form of the month: what was the vendor's in opening cash counts as financed by it
          const flows: CircularityFlow[] = [
            { from: 'nvidia', to: 'openai', amount: draw[0]!, kind: 'financing' },
            { from: 'nvidia', to: 'coreweave', amount: draw[1]!, kind: 'financing' },
            ...opening.map(({ id, own }): CircularityFlow => ({ from: 'nvidia', to: id, amount: own, kind: 'financing' })),
            ...paid.map(([from, to, amount]): CircularityFlow => ({ from, to, amount, kind: to === 'nvidia' ? 'revenue' : 'other' })),
          ];
          const other = (id: string): number => { const own = opening.find((each) => each.id === id)!; return own.cash - own.own; };
          const closing = (id: string): number => months.ledger.cash(id);
          const closed = circularity({
            nodes: ['nvidia', 'openai', 'microsoft', 'coreweave'], vendor: 'nvidia', flows,
            externalIn: { openai: other('openai') + draw[2]!, microsoft: other('microsoft') + draw[3]!, coreweave: other('coreweave') },
            externalOut: { openai: closing('openai'), microsoft: closing('microsoft'), coreweave: closing('coreweave') },
          });
          const receipts = paid.filter(([, to]) => to === 'nvidia').reduce((sum, [, , amount]) => sum + amount, 0);
          came.push((closed.traced ?? 0) * receipts);
          bought.push(receipts);
          traced = months.close().circularity.traced;
        }
        const year = (list: readonly number[]): number => list.slice(-12).reduce((sum, each) => sum + each, 0);
        if (year(bought) === 0) expect(traced).toBeNull();
        // whole dollars: each payment may be a dollar of origin off
        else expect(Math.abs(traced! * year(bought) - year(came))).toBeLessThan(12 * 9);
      }),
      { numRuns: 60, seed: 20250101 },
    );
  });

  test('without vendor finance are neither traced, earmarked nor enabled', () => {
    const months = new Months(emptyWorld());
    months.begin();
    months.pay({ purpose: 'otherChips', from: 'china', to: 'nvidia', amount: 30 });
    months.pay({ purpose: 'otherChips', from: 'gaming', to: 'nvidia', amount: 10 });
    const measured = months.close();
    expect(measured.circularity).toEqual({ traced: 0, earmarked: 0, enabled: 0 });
    // regions stand for many buyers: from none of them large to all of them one
    expect(measured.concentration).toEqual({ hhi: 6250, hhiLow: 0, hhiHigh: 10_000, top3: 1 });
  });

  test('are enabled where the vendor’s own loan pays, though no stage was a condition', () => {
    const months = new Months(emptyWorld());
    const loan = { id: 'l', kind: 'vendor', lender: 'nvidia', borrower: 'coreweave', principal: 0, undrawn: 90, availableUntil: 9, rate: 0, floating: false, tier: 1, start: 0, amortisesFrom: 9, maturity: 9, covenant: 'none', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 8_000 } as const;
    const order = { id: 'o', buyer: 'coreweave', vendor: 'nvidia', generation: 'hopper', units: 1, price: 60, placedAt: 0, due: 1, deposit: 0, cancellable: true, facility: 'l', financed: 8_000, conditional: false } as const;
    months.begin();
    months.world.loans['l'] = loan;
    months.world.orders['o'] = order;
    months.close();
    months.begin();
    months.pay({ purpose: 'spotCompute', from: 'end-customers', to: 'coreweave', amount: 60 });
    delete months.world.orders['o'];
    months.pay({ purpose: 'chipPurchase', from: 'coreweave', to: 'nvidia', amount: 60, contract: 'o' });
    months.pay({ purpose: 'otherChips', from: 'china', to: 'nvidia', amount: 40 });
    expect(months.close().circularity.enabled).toBe(0.6);
  });

  test('are concentrated as in a quarter’s report: three months, neither more nor fewer', () => {
    const months = new Months(emptyWorld());
    const top3: (number | null)[] = [];
    for (const buyer of ['meta', 'oracle', 'microsoft', 'amazon', 'alphabet'] as const) {
      months.begin();
      months.pay({ purpose: 'coreSales', from: 'end-customers', to: buyer, amount: 10 });
      months.pay({ purpose: 'chipPurchase', from: buyer, to: 'nvidia', amount: 10 });
      top3.push(months.close().concentration.hhi);
    }
    expect(top3.map((each) => Math.round(each!))).toEqual([10_000, 5_000, 3_333, 3_333, 3_333]);
  });

  test('are forgotten when another vendor leads', () => {
    const months = new Months(emptyWorld());
    lead(months.world, 'amd');
    months.begin();
    months.pay({ purpose: 'otherChips', from: 'china', to: 'amd', amount: 30 });
    expect(months.close().vendorRevenueByOrigin.reduce((sum, each) => sum + each, 0)).toBe(30);
    months.begin();
    lead(months.world, 'nvidia');
    months.pay({ purpose: 'otherChips', from: 'china', to: 'nvidia', amount: 7 });
    expect(months.close().vendorRevenueByOrigin.reduce((sum, each) => sum + each, 0)).toBe(7);
  });
});
