import { describe, expect, it } from 'vitest';
import { BooksError, identityResidual } from '../../src/ledger/check.ts';
import { ACCOUNTS, emptyAccounts, SIDE } from '../../src/model/account.ts';
import type { Month } from '../../src/ledger/month.ts';
import { balance, openMonth, smallScenario } from '../fixtures/open-month.ts';

const row = <Row>(table: { [id: string]: Row }, id: string, change: Partial<Row>): void => {
  table[id] = { ...table[id]!, ...change };
};

const dye = ({ ledger }: Month, party: string, origin: number, by: number): void => {
  ledger.colours[ledger.books.get(party)!.coloursAt + origin]! += by;
};

/** A checker that checks nothing is always green: each of these must stop it, and each says where. */
const WRONG: readonly (readonly [what: string, where: RegExp, (month: Month) => void])[] = [
  ['a dollar from nowhere', /^lab$/, (month) => void (month.ledger.accounts['lab']!.cash += 1)],
  ['a cost without a payment', /^neo$/, (month) => void (month.ledger.accounts['neo']!.operatingCost += 5)],
  ['a debt that is nobody’s claim', /loans\/debt/, (month) => { month.ledger.accounts['neo']!.debt += 7; month.ledger.accounts['neo']!.netWorth -= 7; }],
  ['a claim that is nobody’s debt', /receivables\/payables/, (month) => { month.ledger.accounts['neo']!.receivables += 7; month.ledger.accounts['neo']!.netWorth += 7; }],
  ['shares worth more to their holder than to their issuer', /stakes\/equityIssued/, (month) => month.ledger.revalue('vendor', 'stakes', 3, 'revaluation')],
  ['cash of no colour', /lab\/dye/, (month) => dye(month, 'lab', 0, 1)],
  ['less than nothing of a colour', /lab\/dye/, (month) => { dye(month, 'lab', 0, -1); dye(month, 'lab', 1, 1); }],
  ['an overdrawn actor', /lab\/cash/, (month) => { const all = month.ledger.accounts['lab']!.cash + 1; month.ledger.accounts['lab']!.cash -= all; month.ledger.accounts['lab']!.netWorth -= all; month.ledger.accounts['neo']!.cash += all; month.ledger.accounts['neo']!.netWorth += all; }],
  ['half a dollar', /cash/, (month) => { month.ledger.accounts['lab']!.cash += 0.5; month.ledger.accounts['lab']!.netWorth += 0.5; }],
  ['a loan that grew by itself', /against its register/, (month) => row(month.tables.loans, 'loan', { principal: 61 })],
  ['chips worth more in the register than in the books', /neo\/gpus/, (month) => row(month.tables.lots, 'lot', { book: month.tables.lots['lot']!.book + 1 })],
  ['a hall nobody booked', /landlord\/buildings/, (month) => row(month.tables.sites, 'hall', { book: month.tables.sites['hall']!.book + 1 })],
  ['a bill that shrank by itself', /(receivables|payables) against/, (month) => { const id = Object.keys(month.tables.obligations)[0]!; row(month.tables.obligations, id, { amount: month.tables.obligations[id]!.amount - 1 }); }],
  ['a deposit that went away with its order', /(prepaid|customerDeposits) against/, (month) => void delete month.tables.orders['order']],
  ['chips pledged to a loan that is no more', /pledged to/, (month) => row(month.tables.lots, 'lot', { lien: 'gone' })],
  ['chips pledged to the loan of another', /pledged to other/, (month) => { month.tables.loans['other'] = { ...month.tables.loans['loan']!, id: 'other', borrower: 'lab', principal: 0 }; row(month.tables.lots, 'lot', { lien: 'other' }); }],
];

describe('the identity of a row', () => {
  it.each(ACCOUNTS)('counts %s on its side', (name) => expect(identityResidual({ ...emptyAccounts(), [name]: 7 })).toBe(7 * SIDE[name]));
});

describe('the check of the books', () => {
  it('finds nothing wrong with the world as it opens', () => {
    expect(() => balance(openMonth(smallScenario(), 0))).not.toThrow();
  });

  it.each(WRONG)('stops the run for %s, and says where', (_what, where, spoil) => {
    const month = openMonth(smallScenario(), 0);
    spoil(month);
    let found: unknown = null;
    try {
      balance(month);
    } catch (problem) {
      found = problem;
    }
    expect(found).toBeInstanceOf(BooksError);
    const { tick, phase, row: place } = found as BooksError;
    expect([tick, phase]).toEqual([0, 'shock']);
    expect(place).toMatch(where);
  });

  it('says of a sum too large to be exact what is too large, and how much can be counted', () => {
    const month = openMonth(smallScenario(), 0);
    month.ledger.accounts['lab']!.netWorth = 2 ** 53;
    expect(() => balance(month)).toThrow('lab/netWorth is 9007199254740992 dollars; only whole dollars up to 9007199254740991 are counted exactly');
  });
});
