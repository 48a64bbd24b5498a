import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAccounts, ORIGINS } from '../../src/model/account.ts';
import { largestRemainder } from '../../src/model/arithmetic.ts';
import { homeOrigin, ORIGIN_INDEX, pure, stampOf, takeShare } from '../../src/ledger/dye.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { PartyKind } from '../../src/model/party.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);
const mix = (colours: { readonly [origin: string]: number }): number[] => ORIGINS.map((origin) => colours[origin] ?? 0);

describe('the colour of money', () => {
  it('is paid out as it is held: a third of vendor money in the purse, a third in the payment', () => {
    expect(takeShare(mix({ vendor: 100, lenders: 200 }), 0, 30)).toEqual(mix({ vendor: 10, lenders: 20 }));
  });

  it('is whole dollars that add up, the odd one to the largest remainder', () => {
    expect(takeShare(mix({ endCustomers: 1, vendor: 1, lenders: 1 }), 0, 2).reduce((sum, part) => sum + part, 0)).toBe(2);
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000_000), { minLength: 8, maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (held, share) => {
        const total = held.reduce((sum, part) => sum + part, 0);
        const amount = Math.floor(total * share);
        const taken = takeShare(held, 0, amount);
        expect(taken.reduce((sum, part) => sum + part, 0)).toBe(amount);
        taken.forEach((part, origin) => expect(part >= 0 && part <= held[origin]!).toBe(true));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is split by the largest remainder, wherever among many pots a purse stands', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000_000_000_000), { minLength: 24, maxLength: 24 }), fc.nat(16), fc.double({ min: 0, max: 1, noNaN: true }), (pots, at, share) => {
        const held = pots.slice(at, at + ORIGINS.length);
        const amount = Math.floor(held.reduce((sum, part) => sum + part, 0) * share);
        expect(takeShare(Float64Array.from(pots), at, amount)).toEqual(largestRemainder(amount, held));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is stamped anew where money leaves a sector, a lender or the vendor as a financier, and nowhere else', () => {
    const stamp = (purpose: Parameters<typeof stampOf>[0], kind: PartyKind): string | null => stampOf(purpose, kind);
    expect([stamp('loanDraw', 'lender'), stamp('loanDraw', 'chipVendor'), stamp('vendorShareIssue', 'chipVendor'), stamp('backstop', 'chipVendor'), stamp('vendorCloudCompute', 'chipVendor')]).toEqual(['lenders', 'vendor', 'vendor', 'vendor', 'vendorCloud']);
    expect([stamp('shareIssue', 'outsideInvestors'), stamp('aiService', 'endCustomers'), stamp('coreSales', 'endCustomers'), stamp('otherChips', 'otherChipBuyers')]).toEqual(['outsideEquity', 'endCustomers', 'coreBusiness', 'otherBuyers']);
    for (const kind of ['aiLab', 'neocloud', 'hyperscaler', 'reit', 'chipVendor'] as const) expect([kind, stamp('running', kind), homeOrigin(kind)]).toEqual([kind, null, null]);
  });

  it('comes home: what a vendor invests and is then paid is its own money, in the share it was of the payer', () => {
    const accounts = { vendor: { ...emptyAccounts(), cash: 100, netWorth: 100 }, lab: { ...emptyAccounts(), cash: 300, netWorth: 300 } };
    const dye = { vendor: { origins: pure('otherBuyers', 100) }, lab: { origins: pure('outsideEquity', 300) } };
    const party = (id: string, kind: PartyKind) => ({ id, kind, name: { en: id, zh: id } });
    const ledger = new Ledger([party('vendor', 'chipVendor'), party('lab', 'aiLab')], accounts, dye, () => false);
    ledger.post({ purpose: 'vendorShareIssue', from: 'vendor', to: 'lab', amount: 100 });
    expect(ledger.origins('lab')).toEqual(mix({ outsideEquity: 300, vendor: 100 }));
    const arrived = ledger.post({ purpose: 'chipPurchase', from: 'lab', to: 'vendor', amount: 200 })!;
    expect(arrived[ORIGIN_INDEX.vendor]! / 200).toBe(0.25);
    expect(ledger.origins('vendor')).toEqual(mix({ outsideEquity: 150, vendor: 50 }));
    expect(ledger.origins('lab')).toEqual(mix({ outsideEquity: 150, vendor: 50 }));
  });
});
