import { describe, expect, test } from 'vitest';
import type { Loan, Lot } from '../../src/model/instrument.ts';
import type { World } from '../../src/model/world.ts';
import { measureMonth, NO_MEMORY } from '../../src/measures/month.ts';
import { startSyntheticRun } from '../fixtures/synthetic-run.ts';
import { chips, emptyWorld, Months, setting } from './months.ts';

const loan = (id: string, lender: string, borrower: string, principal: number, more: Partial<Loan> = {}): Loan => ({
  id, kind: 'term', lender, borrower, principal, undrawn: 0, availableUntil: 0, rate: 1_200, floating: false, tier: 1, start: 0, amortisesFrom: 48, maturity: 60, covenant: 'none', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 8_000, ...more,
});
const lot = (id: string, owner: string, units: number, lien: string | null): Lot => ({ id, owner, generation: 'hopper', vintage: -2, units, status: 'installed', book: 0, cost: units * 40_000, lien });
const due = (kind: 'compute' | 'rent', debtor: string, creditor: string, amount: number, tick: number): World['obligations'][string] => ({
  id: `${kind}/${debtor}/${creditor}`, kind, debtor, creditor, amount, due: tick, tier: kind === 'rent' ? 2 : 3, contract: null, accrued: true,
});

/** A world with the given rows and cash; the accounts that stand for them are booked, other assets are given as core. */
function worldOf({ loans = [], lots = [], obligations = [], cash = {} }: { loans?: Loan[]; lots?: Lot[]; obligations?: World['obligations'][string][]; cash?: { [party: string]: number } }): World {
  const world = emptyWorld();
  const book = (party: string, account: 'cash' | 'loans' | 'debt' | 'receivables' | 'payables', amount: number): void => {
    world.accounts[party] = { ...world.accounts[party]!, [account]: world.accounts[party]![account] + amount };
    const sign = account === 'debt' || account === 'payables' ? -1 : 1;
    world.accounts[party] = { ...world.accounts[party]!, netWorth: world.accounts[party]!.netWorth + sign * amount };
  };
  for (const row of loans) {
    world.loans[row.id] = row;
    book(row.lender, 'loans', row.principal);
    book(row.borrower, 'debt', row.principal);
  }
  for (const row of obligations) {
    world.obligations[row.id] = row;
    book(row.creditor, 'receivables', row.amount);
    book(row.debtor, 'payables', row.amount);
  }
  for (const row of lots) world.lots[row.id] = row;
  for (const [party, amount] of Object.entries(cash)) book(party, 'cash', amount);
  world.levers['default.cashKept'] = { value: 1 };
  world.levers['default.claimsKept'] = { value: 1 };
  return world;
}
const measured = (world: World) => measureMonth({ state: world, flows: [], events: [], setting, chips, memory: NO_MEMORY }).measures;

describe('fragility', () => {
  test('of one unsecured borrower is its debt less its cash, over the lender’s capital', () => {
    const { clearingShortfall, debtRank } = measured(worldOf({ loans: [loan('a', 'banks', 'coreweave', 800)], cash: { coreweave: 300, banks: 200 } }));
    // a month's interest of 8 is due as well; 300 of 808 are there; capital 200 + 800
    expect(clearingShortfall).toEqual({ worst: 'coreweave', dollars: 508, overCapital: 0.508 });
    // nobody whom a bank owes is hurt, so nothing is added to the first failure
    expect(debtRank).toEqual({ r2012: 0, r2015: 0, worst: null });
  });

  test('a failure that brings a creditor down counts what that creditor leaves unpaid too', () => {
    // openai owes coreweave 100 and has nothing; coreweave needs it for the 60 it owes in rent
    const world = worldOf({ obligations: [due('compute', 'openai', 'coreweave', 100, 1), due('rent', 'coreweave', 'reits', 60, 1)], cash: { openai: 100, coreweave: 10 } });
    expect(measured(world).clearingShortfall).toMatchObject({ worst: null, dollars: 0 });
    const poor = worldOf({ obligations: [due('compute', 'openai', 'coreweave', 100, 1), due('rent', 'coreweave', 'reits', 60, 1)], loans: [loan('a', 'banks', 'openai', 900, { rate: 0 })], cash: { openai: 100, coreweave: 10 } });
    // failing, openai shares 100 over 1000 of one rank? secured debt has no collateral, so it ranks with the bill: 10 reach coreweave
    expect(measured(poor).clearingShortfall).toMatchObject({ worst: 'openai', dollars: 900 + 40 });
  });

  test('collateral is for its lender, and chips sold at once fetch less', () => {
    // 1,000 chips at 20,000 less a ten-thousandth for the sale
    const world = worldOf({ loans: [loan('a', 'banks', 'coreweave', 30_000_000, { rate: 0 })], lots: [lot('x', 'coreweave', 1_000, 'a')], cash: { banks: 1 } });
    expect(measured(world).clearingShortfall).toMatchObject({ worst: 'coreweave', dollars: 30_000_000 - 19_998_000 });
    expect(measured(world).fireSaleLoss).toBe(2_000);
  });

  test('distress is passed on to creditors by what they would lose of their equity', () => {
    // coreweave has 200 equity (150 cash, 100 claim, 50 debt); openai's failure takes half of it; coreweave owes 50 of 150 of all
    const world = worldOf({ obligations: [due('compute', 'openai', 'coreweave', 100, 1)], loans: [loan('a', 'banks', 'coreweave', 50)], cash: { coreweave: 150, banks: 100 } });
    const { debtRank } = measured(world);
    expect(debtRank.worst).toBe('openai');
    expect(debtRank.r2015).toBeCloseTo((50 / 150) * 0.5, 12);
    expect(debtRank.r2012).toBeCloseTo(debtRank.r2015, 12);
  });
});

describe('fragility, with what softens or hardens it', () => {
  const half = { ...lot('x', 'openai', 1, 'a') };

  test('distress counts only what collateral does not cover', () => {
    // coreweave lent openai 29,999 against a chip that fetches 19,999 (sold, it lowers its own price): 10,000 of its 40,000 are at risk
    const world = worldOf({ loans: [loan('a', 'coreweave', 'openai', 29_999, { rate: 0 }), loan('b', 'banks', 'coreweave', 30_000, { rate: 0 })], lots: [half], cash: { coreweave: 40_001, banks: 1 } });
    expect(measured(world).debtRank.worst).toBe('openai');
    expect(measured(world).debtRank.r2015).toBeCloseTo((30_000 / 59_999) * (10_000 / 40_000), 12);
  });

  test('bankruptcy takes its cost from the one that fails, not from those it leaves short', () => {
    const world = worldOf({ obligations: [due('compute', 'openai', 'coreweave', 1_000, 1), due('rent', 'coreweave', 'reits', 700, 1)], loans: [loan('a', 'banks', 'openai', 1_000, { rate: 0 })], cash: { openai: 1_000, coreweave: 100 } });
    world.levers['default.cashKept'] = { value: 0.5 };
    world.levers['default.claimsKept'] = { value: 0.5 };
    // openai keeps 500 for 2,000 of one rank: 250 reach coreweave, which pays 350 of 700
    expect(measured(world).clearingShortfall).toMatchObject({ worst: 'openai', dollars: 1_500 + 350 });
  });
});

describe('how actors stand', () => {
  test('cover, class and months of cash are over twelve months', () => {
    const world = worldOf({ loans: [loan('a', 'banks', 'coreweave', 600)], cash: { coreweave: 90, openai: 60, banks: 400 } });
    const flat = (amount: number): number[] => new Array<number>(12).fill(amount);
    world.trailing['coreweave'] = { ...world.trailing['coreweave']!, operatingCash: flat(15), interest: flat(10), principal: flat(20) };
    world.trailing['openai'] = { ...world.trailing['openai']!, operatingCash: flat(-20) };
    const { actors, minsky, lenderCapital } = measured(world);
    expect(actors['coreweave']).toEqual({ leverage: 600 / 90, interestCover: 1.5, debtServiceCover: 0.5, runway: 6, minsky: 'speculative' });
    expect(actors['openai']).toEqual({ leverage: 0, interestCover: null, debtServiceCover: null, runway: 3, minsky: 'equityBurner' });
    expect(actors['banks']).toMatchObject({ minsky: 'none', leverage: 0 });
    expect(minsky).toEqual({ hedge: 0, speculative: 1, ponzi: 0, equityBurner: 0 });
    expect(lenderCapital).toBeCloseTo(1_000 / 600, 12);
  });

  test('what credit costs and what lenders remember are as the market last had them, and nothing where there is no market', () => {
    const world = worldOf({});
    delete world.markets['credit'];
    expect([measured(world).creditSpread, measured(world).creditMemory]).toEqual([null, null]);
    world.markets['credit'] = { rate: 430, memory: 0.7, spread: 450 };
    expect([measured(world).creditSpread, measured(world).creditMemory]).toEqual([0.045, 0.7]);
  });

  test('losses of the month are the holders’, of three kinds, and gains are not among them', () => {
    const months = new Months(emptyWorld());
    months.begin();
    months.ledger.own('banks', [['loans', -1], ['creditLoss', 1]], 70);
    months.ledger.own('coreweave', [['debt', -1], ['creditLoss', -1]], 70);
    months.ledger.own('nvidia', [['stakes', -1], ['revaluation', -1]], 40);
    months.ledger.own('microsoft', [['stakes', 1], ['revaluation', 1]], 99);
    months.ledger.own('coreweave', [['gpus', -1], ['deadweight', 1]], 5);
    const { losses, lossesByHolder } = months.close();
    expect(losses).toEqual({ credit: 70, marks: 40, deadweight: 5 });
    expect(lossesByHolder).toEqual({ banks: { credit: 70, marks: 0, deadweight: 0 }, coreweave: { credit: 0, marks: 0, deadweight: 5 }, nvidia: { credit: 0, marks: 40, deadweight: 0 } });
  });
});

describe('marks', () => {
  const shares = (world: World, value: number, cost = 100): void => {
    world.holdings['nvidia/openai'] = { id: 'nvidia/openai', holder: 'nvidia', issuer: 'openai', shares: 1, cost, value };
  };

  test('are the holder’s when shares fall, and nobody’s when they rise, which their issuer books against itself', () => {
    const world = emptyWorld();
    const months = new Months(world);
    const turn = (by: number, value: number): void => {
      months.begin();
      months.ledger.revalue('nvidia', 'stakes', by, 'revaluation');
      months.ledger.revalue('openai', 'equityIssued', by, 'revaluation');
      shares(world, value);
    };
    // in the first month there is no month before, only what was paid
    turn(30, 130);
    expect(months.close().lossesByHolder).toEqual({});
    turn(50, 180);
    expect(months.close().lossesByHolder).toEqual({});
    turn(-70, 110);
    expect(months.close().lossesByHolder).toEqual({ nvidia: { credit: 0, marks: 70, deadweight: 0 } });
  });

  test('of an issuer are not hidden by new shares or by pay in shares', () => {
    const world = emptyWorld();
    const months = new Months(world);
    months.begin();
    months.close();
    months.begin();
    months.pay({ purpose: 'shareIssue', from: 'outside-investors', to: 'openai', amount: 500 });
    months.pay({ purpose: 'stockPay', from: 'openai', to: 'outside-investors', amount: 40 });
    months.ledger.own('openai', [['gpus', -1], ['revaluation', -1]], 9);
    world.holdings['outside-investors/openai'] = { id: 'outside-investors/openai', holder: 'outside-investors', issuer: 'openai', shares: 1, cost: 540, value: 540 };
    expect(months.close().lossesByHolder).toEqual({ openai: { credit: 0, marks: 9, deadweight: 0 } });
    months.begin();
    months.pay({ purpose: 'shareIssue', from: 'outside-investors', to: 'openai', amount: 500 });
    months.pay({ purpose: 'stockPay', from: 'openai', to: 'outside-investors', amount: 40 });
    months.ledger.own('openai', [['gpus', -1], ['revaluation', -1]], 9);
    expect(months.close().lossesByHolder).toEqual({ openai: { credit: 0, marks: 9, deadweight: 0 } });
  });
});

describe('the month', () => {
  test('outside money covers what fell due in the loop, paid or not', () => {
    const months = new Months(emptyWorld());
    months.begin();
    months.pay({ purpose: 'aiService', from: 'end-customers', to: 'openai', amount: 90 });
    months.pay({ purpose: 'compute', from: 'openai', to: 'microsoft', amount: 50, obligation: { key: 'c', due: 100, since: 0, round: 0 } });
    months.pay({ purpose: 'running', from: 'openai', to: 'suppliers', amount: 40, obligation: { key: 'r', due: 40, since: 0, round: 0 } });
    months.world.obligations['c'] = due('compute', 'openai', 'microsoft', 50, 0);
    months.world.obligations['later'] = due('rent', 'coreweave', 'reits', 1_000, 1);
    const { outsideCoverage, ai } = months.close();
    expect(outsideCoverage).toBe(0.9);
    expect(ai.endCustomerSpending).toBe(90);
  });

  test('return on AI capital is the giants’ profit of a year over what their chips and shells cost', () => {
    const months = new Months(emptyWorld());
    months.world.lots['a'] = { ...lot('a', 'microsoft', 3, null), book: 100 };
    months.world.levers['power.price'] = { value: 0 };
    let last = null as number | null;
    for (let tick = 0; tick < 2; tick++) {
      months.begin();
      months.pay({ purpose: 'aiService', from: 'end-customers', to: 'microsoft', amount: 9_000 });
      months.pay({ purpose: 'rentAccrual', from: 'microsoft', to: 'reits', amount: 1_000 });
      last = months.close().returnOnAiCapex;
    }
    // 9,000 − 1,000 − 120,000 / 60 = 6,000 a month on 120,000
    expect(last).toBeCloseTo((6_000 * 12) / 120_000, 12);
  });

  test('vendor’s margin and open orders are its own', () => {
    const months = new Months(emptyWorld());
    months.begin();
    months.pay({ purpose: 'otherChips', from: 'china', to: 'nvidia', amount: 400 });
    months.ledger.own('nvidia', [['inventory', -1], ['costOfSales', 1]], 100);
    months.world.orders['o'] = { id: 'o', buyer: 'meta', vendor: 'nvidia', generation: 'hopper', units: 7, price: 30_000_000, placedAt: 0, due: 3, deposit: 0, cancellable: true, facility: null, financed: 0, conditional: false };
    months.world.orders['p'] = { ...months.world.orders['o']!, id: 'p', vendor: 'amd' };
    expect(months.close().vendor).toEqual({ revenue: 400, orders: 210, grossMargin: 0.75, trailingProfit: 0 });
  });

  test('a run can be taken up at any month: with the memory of the month before, the rest is the same', () => {
    const { next } = startSyntheticRun({ ticks: 18 });
    const measure = (frame: NonNullable<ReturnType<typeof next>>, memory: typeof NO_MEMORY) =>
      measureMonth({ state: frame.state, flows: frame.phases.flatMap((phase) => phase.flows), events: [], setting, chips, memory });
    let memory = NO_MEMORY;
    let saved = '';
    for (let frame = next(); frame !== null; frame = next()) {
      const copied = measure(structuredClone(frame), JSON.parse(saved === '' ? JSON.stringify(memory) : saved) as typeof NO_MEMORY);
      const { measures, memory: after } = measure(frame, memory);
      expect(copied.measures).toEqual(measures);
      memory = after;
      saved = JSON.stringify(after);
      // every number can be kept as JSON: finite and never −0
      JSON.stringify(measures, (_key, value: unknown) => {
        if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) throw new Error(`${_key} is ${Object.is(value, -0) ? '−0' : value}`);
        return value;
      });
      expect(Object.values(after).every((value) => Number.isSafeInteger(value))).toBe(true);
    }
  });
});
