import { describe, expect, it } from 'vitest';
import { accountRow, ACCOUNTS, emptyAccounts, MIRRORED, putAccounts, SIDE } from '../../src/model/account.ts';
import { PURPOSES } from '../../src/model/flow.ts';
import { BOOKING, movesCash, type Leg } from '../../src/ledger/booking.ts';
import { identityResidual } from '../../src/ledger/check.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { Party, PartyKind } from '../../src/model/party.ts';

const moved = (legs: readonly Leg[], account: string): number => legs.filter(([name]) => name === account).reduce((sum, [, sign]) => sum + sign, 0);

describe.each(PURPOSES)('the booking of %s', (purpose) => {
  const { from, to, lane } = BOOKING[purpose];

  it('keeps the identity of either side', () => {
    for (const legs of [from, to]) expect(legs.reduce((sum, [account, sign]) => sum + SIDE[account] * sign, 0)).toBe(0);
  });

  it('gives one side the claim that the other owes', () => {
    for (const [asset, liability] of MIRRORED)
      expect([asset, moved(from, asset) + moved(to, asset)]).toEqual([asset, moved(from, liability) + moved(to, liability)]);
  });

  it('moves cash from the one to the other, or none at all', () => {
    expect([moved(from, 'cash'), moved(to, 'cash')]).toEqual(movesCash(purpose) ? [-1, 1] : [0, 0]);
    expect(movesCash(purpose)).toBe(lane !== 'gpu' && lane !== 'accrual');
  });
});

describe('a ledger', () => {
  const party = (id: string, kind: PartyKind): Party => ({ id, kind, name: { en: id, zh: id } });
  const open = (cash: number): Ledger => {
    const accounts = { lab: { ...emptyAccounts(), cash, netWorth: cash }, cloud: emptyAccounts(), people: emptyAccounts() };
    const dye = { lab: { origins: [cash, 0, 0, 0, 0, 0, 0, 0] }, cloud: { origins: [0, 0, 0, 0, 0, 0, 0, 0] }, people: { origins: [0, 0, 0, 0, 0, 0, 0, 0] } };
    return new Ledger([party('lab', 'aiLab'), party('cloud', 'neocloud'), party('people', 'endCustomers')], accounts, dye, (id) => id === 'people');
  };

  it('keeps accounts in their order, from wherever a party stands', () => {
    const figures = [7, ...ACCOUNTS.map((_, place) => place + 1)];
    const row = accountRow(figures, 1);
    expect(Object.entries(row)).toEqual(ACCOUNTS.map((name, place) => [name, place + 1]));
    const put = new Float64Array(figures.length).fill(7);
    putAccounts(row, put, 1);
    expect([...put]).toEqual(figures);
  });

  it('tells a party’s books as they stand at any moment, and keeps what it was asked to keep', () => {
    const ledger = open(100);
    const { accounts } = ledger;
    const [row, origins] = [ledger.row('lab'), ledger.origins('lab')];
    ledger.post({ purpose: 'running', from: 'lab', to: 'cloud', amount: 30 });
    expect([accounts['lab']!.cash, row.cash, ledger.row('lab').cash, origins[0], ledger.origins('lab')[0]]).toEqual([70, 100, 70, 100, 70]);
    expect(ledger.takeDirty()).toEqual(['lab', 'cloud']);
    expect(ledger.takeDirty()).toEqual([]);
  });

  it('books both sides at once: a cost here, a revenue there', () => {
    const ledger = open(100);
    ledger.post({ purpose: 'running', from: 'lab', to: 'cloud', amount: 30 });
    expect([ledger.accounts['lab']!.cash, ledger.accounts['lab']!.operatingCost, ledger.accounts['cloud']!.cash, ledger.accounts['cloud']!.revenue]).toEqual([70, 30, 30, 30]);
    for (const id of ['lab', 'cloud']) expect(identityResidual(ledger.accounts[id]!)).toBe(0);
  });

  it('carries what was earned and spent into net worth when the next month opens', () => {
    const ledger = open(100);
    ledger.post({ purpose: 'running', from: 'lab', to: 'cloud', amount: 30 });
    ledger.carryForward();
    expect([ledger.accounts['lab']!.netWorth, ledger.accounts['lab']!.operatingCost, ledger.accounts['cloud']!.netWorth, ledger.accounts['cloud']!.revenue]).toEqual([70, 0, 30, 0]);
    expect(identityResidual(ledger.accounts['lab']!)).toBe(0);
  });

  it('lets nobody but a sector pay what it has not', () => {
    expect(() => open(100).post({ purpose: 'running', from: 'lab', to: 'cloud', amount: 101 })).toThrow('would overdraw it by 1');
    const ledger = open(0);
    ledger.post({ purpose: 'aiService', from: 'people', to: 'lab', amount: 50 });
    expect(ledger.accounts['people']!.cash).toBe(-50);
  });

  it('lets those who pay at the same moment pay out of what they are being paid', () => {
    const ledger = open(10);
    const together = [{ purpose: 'running', from: 'cloud', to: 'people', amount: 10, dye: [10, 0, 0, 0, 0, 0, 0, 0] }, { purpose: 'running', from: 'lab', to: 'cloud', amount: 10 }] as const;
    ledger.postTogether(together);
    expect([ledger.cash('lab'), ledger.cash('cloud')]).toEqual([0, 0]);
    expect(() => open(9).postTogether(together)).toThrow('overdraws');
  });

  it.each([0, -1, 0.5, NaN, Infinity, 2 ** 53])('refuses an amount of %s', (amount) => {
    expect(() => open(100).post({ purpose: 'running', from: 'lab', to: 'cloud', amount })).toThrow('whole number');
  });

  it('revalues a claim on both sides: what the holder gains the issuer owes', () => {
    const ledger = open(0);
    ledger.revalue('cloud', 'stakes', 40, 'revaluation');
    ledger.revalue('lab', 'equityIssued', 40, 'revaluation');
    expect([ledger.accounts['cloud']!.revaluation, ledger.accounts['lab']!.revaluation]).toEqual([40, -40]);
    for (const id of ['lab', 'cloud']) expect(identityResidual(ledger.accounts[id]!)).toBe(0);
  });
});
