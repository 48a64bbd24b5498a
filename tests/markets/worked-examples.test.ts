import { describe, expect, it } from 'vitest';
import { exponential } from '../../src/model/arithmetic.ts';
import type { ComputeContract, Loan, Lot, PurchaseOrder } from '../../src/model/instrument.ts';
import { MICRO } from '../../src/model/units.ts';
import { chipBill, chipsFor, computeBill, lotAge, owe, rampUnits, takeFromLot } from '../../src/ledger/things.ts';
import { ageFactor, lotValue } from '../../src/markets/chip-price.ts';
import { runDeliveries, unitsPaid } from '../../src/markets/chip-deliveries.ts';
import { facilityRoom } from '../../src/markets/chip-facility.ts';
import { cancelOrder, runOrders } from '../../src/markets/chip-orders.ts';
import { runCompute, unitRunningCost } from '../../src/markets/compute.ts';
import { draw, runCredit } from '../../src/markets/credit.ts';
import { runEquity, setSharePrice } from '../../src/markets/equity.ts';
import { leadMonths } from '../../src/markets/lead-time.ts';
import { fleetsOf } from '../../src/markets/fleet.ts';
import { designCost, rentOverMarket } from '../../src/markets/own-chips.ts';
import { SELLER_TIER } from '../../src/markets/seller-credit.ts';
import { decayed, hand, impactAfter, marketDepth } from '../../src/markets/used-chips.ts';
import { balance, bareScenario, openMonth, smallScenario, want } from '../fixtures/open-month.ts';

const contract = (change: Partial<ComputeContract>): ComputeContract => ({ id: 'c', seller: 'neo', buyer: 'lab', units: 600, rate: 2_000_000, signedAt: 0, start: 3, ramp: 6, end: 15, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 0, ...change });
const lot = (change: Partial<Lot>): Lot => ({ id: 'l', owner: 'neo', generation: 'chip', vintage: 0, units: 10, status: 'installed', book: 400_000, cost: 400_000, lien: null, ...change });

describe('a delivery that is not fully paid for', () => {
  it('is cut to what free cash, facility and the seller’s credit pay when each pays for its own share only', () => {
    const lacks = [
      { unitRest: 10, own: 0, line: 500, seller: 200, financed: 0.8 }, // the facility is short: it alone bounds the chips
      { unitRest: 10, own: 0, line: 800, seller: 100, financed: 0.8 }, // the buyer's own part is short
      { unitRest: 10, own: 300, line: 100, seller: 50, financed: 0.7 }, // all three
      { unitRest: 10, own: 455, line: 0, seller: 0, financed: 0 },
    ];
    expect(lacks.map(unitsPaid)).toEqual([61, 49, 44, 44]);
    for (const means of lacks) {
      const open = (units: number): number => {
        const bill = units * means.unitRest;
        return bill - Math.min(means.line, bill * means.financed) - Math.min(means.seller, bill * (1 - means.financed)) - means.own;
      };
      // to the millionth of a dollar that prices have
      expect(open(unitsPaid(means))).toBeLessThanOrEqual(1e-6);
      expect(open(unitsPaid(means) + 3)).toBeGreaterThan(0);
    }
  });
});

describe('chips bought on a loan that is repaid from the first month on', () => {
  /** Ten chips at 40,000 and racks for 10,000 each, seven tenths on a loan over ten months at 7 %. */
  const buying = (cash: number): ReturnType<typeof openMonth> => {
    const month = openMonth(bareScenario(), 5, { bank: 1_000_000, neo: cash }, (world) => {
      world.loans['facility'] = {
        id: 'facility', kind: 'delayedDraw', lender: 'bank', borrower: 'neo', principal: 0, undrawn: 900_000, availableUntil: 20, rate: 700, floating: true, tier: 1, start: 0, amortisesFrom: 5, maturity: 14,
        covenant: 'none', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 7_000,
      };
      world.orders['o'] = { id: 'o', buyer: 'neo', vendor: 'vendor', generation: 'chip', units: 10, price: 40_000 * MICRO, placedAt: 0, due: 5, deposit: 0, cancellable: true, facility: 'facility', financed: 7_000, conditional: false };
    });
    month.remember('vendor', { stock: 1_000 });
    runDeliveries(month);
    return month;
  };
  const arrived = (month: ReturnType<typeof openMonth>): number => 10 - (month.tables.orders['o']?.units ?? 0);
  /** What the loan and the new chips take in the same month: a tenth of the loan, a twelfth of 7 % on it, power and upkeep. */
  const first = (month: ReturnType<typeof openMonth>): number => {
    const { principal } = month.tables.loans['facility']!;
    return principal / 10 + (principal * 0.07) / 12 + arrived(month) * unitRunningCost(month, 'neo');
  };

  it('leave enough of the buyer’s cash for that month’s bill on them', () => {
    const rich = buying(250_000);
    expect(arrived(rich)).toBe(10);
    // 120,000 of the chips and 30,000 of the racks are its own part
    expect(rich.ledger.cash('neo')).toBe(250_000 - 150_000);
    expect(rich.ledger.cash('neo')).toBeGreaterThan(first(rich));
    const tight = buying(140_000);
    expect(arrived(tight)).toBeGreaterThan(4);
    expect(arrived(tight)).toBeLessThan(10);
    expect(tight.ledger.cash('neo')).toBeGreaterThanOrEqual(Math.floor(first(tight)));
    balance(tight);
  });
});

describe('a compute contract', () => {
  it('phases in evenly over its ramp, is whole until the month before its end, and nothing outside', () => {
    expect([2, 3, 4, 7, 8, 9, 14, 15].map((tick) => rampUnits(contract({}), tick))).toEqual([0, 100, 200, 500, 600, 600, 600, 0]);
  });

  it('costs units × 730 hours × price', () => {
    expect(computeBill(100, 2_000_000)).toBe(146_000);
    expect(computeBill(1, 1_000_001)).toBe(730);
  });

  it('is delivered pro rata where the fleet falls short, and billed for next month', () => {
    const month = openMonth(bareScenario(), 5, {}, (world) => {
      world.contracts['a'] = contract({ id: 'a', start: 0, ramp: 1, end: 20, units: 300 });
      world.contracts['b'] = contract({ id: 'b', start: 0, ramp: 1, end: 20, units: 100, buyer: 'cloud', rate: 1_000_000 });
      world.lots['l'] = lot({ units: 200, book: 0, cost: 0 });
      world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
    });
    runCompute(month);
    expect(['a', 'b'].map((id) => month.tables.contracts[id]!.delivered)).toEqual([150, 50]);
    const bills = Object.values(month.tables.obligations).map(({ debtor, creditor, amount, due, accrued }) => ({ debtor, creditor, amount, due, accrued }));
    expect(bills).toEqual(expect.arrayContaining([{ debtor: 'lab', creditor: 'neo', amount: computeBill(150, 2_000_000), due: 6, accrued: true }, { debtor: 'cloud', creditor: 'neo', amount: computeBill(50, 1_000_000), due: 6, accrued: true }]));
    expect(month.ledger.accounts['neo']!.revenue).toBe(computeBill(150, 2_000_000) + computeBill(50, 1_000_000));
    balance(month);
  });

  it('is met from what was paid ahead, in the share that was agreed, while it lasts', () => {
    const month = openMonth(bareScenario(), 5, {}, (world) => {
      world.contracts['a'] = contract({ id: 'a', start: 0, ramp: 1, end: 20, units: 100, prepaid: 1_000_000, creditShare: 4_000 });
      world.accounts['lab']!.prepaid += 1_000_000;
      world.accounts['lab']!.netWorth += 1_000_000;
      world.accounts['neo']!.customerDeposits += 1_000_000;
      world.accounts['neo']!.netWorth -= 1_000_000;
      world.lots['l'] = lot({ units: 200, book: 0, cost: 0 });
      world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
    });
    runCompute(month);
    expect(month.tables.contracts['a']!.prepaid).toBe(1_000_000 - 58_400);
    expect(Object.values(month.tables.obligations)[0]!.amount).toBe(146_000 - 58_400);
    balance(month);
  });

  it('leaves a backstop to be called for what nobody rents, never beyond its cap', () => {
    const stop = (cap: number, used: number) =>
      openMonth(bareScenario(), 5, {}, (world) => {
        world.lots['l'] = lot({ units: 1000, book: 0, cost: 0 });
        world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
        world.backstops['b'] = { id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap, used, start: 0, end: 20 };
      });
    const [roomy, narrow] = [stop(10_000_000, 0), stop(1_000, 400)];
    runCompute(roomy);
    runCompute(narrow);
    const called = (month: typeof roomy): number => Object.values(month.tables.obligations).find((due) => due.kind === 'backstop')!.amount;
    expect(called(narrow)).toBe(600);
    expect(narrow.tables.backstops['b']!.used).toBe(1_000);
    expect(called(roomy)).toBeGreaterThan(600);
    expect(roomy.tables.backstops['b']!.used).toBe(called(roomy));
  });

  it('is shared by several guarantors in proportion to what each still owes', () => {
    const month = openMonth(bareScenario(), 5, {}, (world) => {
      world.lots['l'] = lot({ units: 1000, book: 0, cost: 0 });
      world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
      for (const [id, guarantor, cap, used] of [['b', 'vendor', 9_000_000, 0], ['c', 'cloud', 4_000_000, 1_000_000]] as const) world.backstops[id] = { id, guarantor, beneficiary: 'neo', cap, used, start: 0, end: 20 };
    });
    runCompute(month);
    const called = Object.values(month.tables.obligations).filter((due) => due.kind === 'backstop').map((due) => due.amount);
    expect(called.reduce((sum, amount) => sum + amount, 0)).toBe(month.mind('neo', 'guaranteed'));
    // nine millions to three
    expect(Math.abs(called[0]! - 3 * called[1]!)).toBeLessThanOrEqual(3);
    expect([month.tables.backstops['b']!.used, month.tables.backstops['c']!.used - 1_000_000]).toEqual(called);
    const alone = openMonth(bareScenario(), 5, {}, (world) => {
      world.lots['l'] = lot({ units: 1000, book: 0, cost: 0 });
      world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
      world.backstops['b'] = { id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap: 9_000_000, used: 0, start: 0, end: 20 };
    });
    runCompute(alone);
    expect(alone.mind('neo', 'guaranteed')).toBe(month.mind('neo', 'guaranteed'));
  });

  it('makes a backstop news when it is called first, when it is called again after a month without, and when nothing is left', () => {
    const told = (used: number, before: number, cap = 10_000_000): boolean => {
      const month = openMonth(bareScenario(), 5, {}, (world) => {
        world.lots['l'] = lot({ units: 1000, book: 0, cost: 0 });
        world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
        world.backstops['b'] = { id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap, used, start: 0, end: 20 };
      });
      month.remember('neo', { guaranteed: before });
      runCompute(month);
      expect(month.mind('neo', 'guaranteed')).toBe(month.tables.backstops['b']!.used - used);
      return month.events.some(({ type }) => type === 'backstopCalled');
    };
    expect([told(0, 0), told(400, 0), told(400, 200), told(400, 200, 1_000)]).toEqual([true, true, false, true]);
  });
});

describe('a fleet', () => {
  it('runs as far as its power goes: own halls and what is leased, less what is let; seized chips run for nobody', () => {
    const { tables } = openMonth(bareScenario(), 5, {}, (world) => {
      world.lots['l'] = lot({ units: 100 }); // 1.4 kW each
      world.lots['s'] = lot({ id: 's', units: 100, status: 'seized' });
      world.leases['x'] = { id: 'x', landlord: 'landlord', tenant: 'neo', capacity: 70, rent: 1, signedAt: 0, start: 0, end: 9 };
      world.sites['hall'] = { id: 'hall', owner: 'landlord', capacity: 100, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
    });
    expect(fleetsOf(tables, 5).get('neo')).toEqual({ units: 100, powered: 50, drawn: 140, power: 70 });
    expect(fleetsOf(tables, 5).get('landlord')!.power).toBe(30);
    expect(fleetsOf(tables, 9).get('neo')!.powered).toBe(0);
  });
});

describe('the price of used chips', () => {
  it('falls by the exponential of what is sold over the depth, on top of what was sold before', () => {
    const month = openMonth(bareScenario(), 5);
    month.setLever('used.impact', 0.4);
    expect(impactAfter(month, 0, 1000, 2000)).toBe(1 - exponential(-0.2));
    expect(impactAfter(month, 0.5, 1000, 2000)).toBe(1 - 0.5 * exponential(-0.2));
    expect(impactAfter(month, 0.3, 0, 2000)).toBeCloseTo(0.3, 12);
  });

  it('falls further when nobody fills racks: the market is as deep as a month and a half of the last quarter’s orders', () => {
    const month = openMonth(bareScenario(), 5);
    month.remember('vendor', { ordered1: 1_000, ordered2: 2_000, ordered3: 6_000 });
    expect(marketDepth(month)).toBe(4_500);
    month.remember('vendor', { ordered1: 500, ordered2: 1_000, ordered3: 3_000 });
    expect(marketDepth(month)).toBe(2_250);
    // and somebody always takes a thousand
    month.remember('vendor', { ordered1: 0, ordered2: 0, ordered3: 0 });
    expect(marketDepth(month)).toBe(1_000);
  });

  it('recovers by its half-life: nine months leave half of the fall', () => {
    const month = openMonth(bareScenario(), 5);
    month.setLever('used.halfLife', 9);
    month.setMarket('used', { impact: 0.4 });
    let left = 0.4;
    for (let count = 0; count < 9; count++) {
      left = decayed(month);
      month.setMarket('used', { impact: left });
    }
    expect(left).toBeCloseTo(0.2, 12);
  });

  it('falls with age to nothing at 78 months, and not below its floor in a fire sale', () => {
    expect([ageFactor(0), ageFactor(39), ageFactor(78), ageFactor(90)]).toEqual([1, 0.5, 0, 0]);
    const month = openMonth(bareScenario(), 42);
    month.setLever('used.floor', 0.2);
    const old = lot({ vintage: 0 });
    expect(lotAge(old, 42)).toBe(39);
    expect(lotValue(month.tables, old, 40_000, 0)).toBe(200_000);
    expect(lotValue(month.tables, old, 40_000, 0.3)).toBe(140_000);
    expect(lotValue(month.tables, old, 40_000, 0.9)).toBe(80_000);
    // a chip that was never worth more than its launch price is not worth more because new ones are dear
    expect(lotValue(month.tables, lot({ vintage: 7 }), 80_000, 0)).toBe(400_000);
  });

  it('is what changes hands: the seller loses the book, the buyer pays the price, the gap is the seller’s', () => {
    const month = openMonth(bareScenario(), 5, { cloud: 500_000 }, (world) => {
      world.lots['l'] = lot({});
      world.accounts['neo']!.gpus += 400_000;
      world.accounts['neo']!.netWorth += 400_000;
    });
    hand(month, month.tables.lots['l']!, 4, 'cloud', 100_000);
    expect(month.tables.lots['l']).toMatchObject({ units: 6, book: 240_000 });
    expect([month.ledger.accounts['neo']!.gpus, month.ledger.accounts['neo']!.revaluation, month.ledger.accounts['cloud']!.gpus, month.ledger.cash('cloud')]).toEqual([240_000, -60_000, 100_000, 400_000]);
    balance(month);
  });
});

describe('orders for new chips', () => {
  const buying = (cash: number, amount: number, share = 0) => {
    const month = openMonth(bareScenario(), 5, { neo: cash, cloud: cash });
    month.remember('vendor', { capacity: 100, stock: 0 });
    want(month, 'neo', 'buy', { from: 'leader', amount, share });
    return month;
  };
  const order = (month: ReturnType<typeof buying>): PurchaseOrder | undefined => Object.values(month.tables.orders)[0];

  it('are what is wanted, as far as it is funded: cash beyond a month of outlays', () => {
    const [rich, poor] = [buying(10_000_000, 400_000), buying(1_000_000, 4_000_000)];
    poor.remember('neo', { outlays: 600_000 });
    runOrders(rich, new Map());
    runOrders(poor, new Map());
    expect(order(rich)!.units).toBe(10);
    expect(order(poor)!.units).toBe(10);
    expect(order(rich)!.deposit).toBe(40_000);
    expect(rich.ledger.accounts['neo']!.prepaid).toBe(40_000);
    balance(rich);
  });

  it('are nothing for a buyer whose share should come from a facility it has not', () => {
    const month = buying(10_000_000, 4_000_000, 0.8);
    runOrders(month, new Map());
    expect(order(month)).toBeUndefined();
    expect(month.decisions[0]!.outcome).toMatchObject({ asked: 100, filled: 0 });
  });

  it('share what the vendor can promise pro rata, the same for all', () => {
    const month = openMonth(bareScenario(), 5, { neo: 1e10, cloud: 1e10, lab: 1e10 });
    month.remember('vendor', { capacity: 10, stock: 0 });
    for (const [actor, units] of [['cloud', 3000], ['lab', 2000], ['neo', 1000]] as const) want(month, actor, 'buy', { from: 'leader', amount: units * 40_000, share: 0 });
    runOrders(month, new Map());
    const units = ['cloud', 'lab', 'neo'].map((buyer) => Object.values(month.tables.orders).find((each) => each.buyer === buyer)!.units);
    expect(units).toEqual([25, 16, 8]); // of fifty: a lead time of one month and four more
    expect(month.mind('vendor', 'unmet')).toBeGreaterThan(0.9);
  });

  it('are less by what was taken second-hand, chip for chip of the same performance', () => {
    const month = buying(10_000_000, 400_000);
    runOrders(month, new Map([[month.pending[0]!.decision.key, 4]]));
    expect(order(month)!.units).toBe(6);
  });

  it('keep two names when one buyer asks one vendor twice', () => {
    const month = buying(10_000_000, 400_000);
    want(month, 'neo', 'buy', { from: 'rival', amount: 200_000, share: 0 }, 'rival');
    runOrders(month, new Map());
    expect(Object.values(month.tables.orders).map((each) => each.units).sort((a, b) => a - b)).toEqual([5, 10]);
    balance(month);
  });

  it('are delivered against the rest of the price, and the vendor’s stock falls by as much', () => {
    const month = openMonth(smallScenario(), 2, { cloud: 1_000_000 });
    month.remember('vendor', { stock: 3 });
    runDeliveries(month);
    // five ordered at 40,000 with a tenth down, three in stock, and one of them goes to other buyers at most
    const delivered = 5 - (month.tables.orders['order']?.units ?? 0);
    expect(delivered).toBeGreaterThan(0);
    expect(month.ledger.cash('cloud')).toBe(1_000_000 - delivered * 36_000);
    expect(month.ledger.accounts['cloud']!.gpus).toBe(delivered * 40_000);
    expect(month.mind('vendor', 'stock')).toBeLessThanOrEqual(3 - delivered);
    balance(month);
  });

  it('leave their deposit with the vendor when they are cancelled', () => {
    const month = openMonth(smallScenario(), 1);
    cancelOrder(month, 'order', 2, []);
    expect(month.tables.orders['order']).toMatchObject({ units: 3, deposit: 12_000 });
    const { operatingCost, creditLoss } = month.ledger.accounts['cloud']!;
    expect([operatingCost, creditLoss, month.ledger.accounts['vendor']!.revenue]).toEqual([8_000, 0, 8_000]);
    balance(month);
  });
});

describe('seller credit', () => {
  /** Ten chips at 40,000, a tenth paid down, a lender's facility for 70 % of the rest, and a line of the seller's. */
  const onCredit = (line: number): ReturnType<typeof openMonth> => {
    const month = openMonth(bareScenario(), 5, { bank: 1_000_000, vendor: 1_000_000, neo: 200_000 }, (world) => {
      const facility: Loan = {
        id: 'facility', kind: 'delayedDraw', lender: 'bank', borrower: 'neo', principal: 0, undrawn: 900_000, availableUntil: 20, rate: 700, floating: true, tier: 1, start: 0, amortisesFrom: 14, maturity: 50,
        covenant: 'none', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 7_000,
      };
      world.loans['facility'] = facility;
      world.loans['line'] = { ...facility, id: 'line', kind: 'vendor', lender: 'vendor', undrawn: line, tier: SELLER_TIER, advanceRate: 10_000 };
      world.orders['o'] = { id: 'o', buyer: 'neo', vendor: 'vendor', generation: 'chip', units: 10, price: 40_000 * MICRO, placedAt: 0, due: 5, deposit: 0, cancellable: true, facility: 'facility', financed: 7_000, conditional: false };
    });
    month.remember('vendor', { stock: 1_000 });
    runDeliveries(month);
    return month;
  };
  const owed = (month: ReturnType<typeof openMonth>): number[] => ['facility', 'line'].map((id) => month.tables.loans[id]!.principal);

  it('pays the part of the price that no lender advances; racks and cooling beyond the facility are the buyer’s own', () => {
    const month = onCredit(500_000);
    // 400,000 for chips and 100,000 for racks: the lender pays 70 % of both, the seller the rest of the chips
    expect(owed(month)).toEqual([350_000, 120_000]);
    expect(month.ledger.cash('neo')).toBe(200_000 - 30_000);
    expect(month.tables.orders['o']).toBeUndefined();
    balance(month);
  });

  it('goes as far as it was promised, the rest is cash', () => {
    const month = onCredit(50_000);
    expect(owed(month)).toEqual([350_000, 50_000]);
    expect(month.ledger.cash('neo')).toBe(200_000 - 70_000 - 30_000);
    balance(month);
  });
});

describe('what is left of facilities', () => {
  const facility: Loan = {
    id: 'facility', kind: 'delayedDraw', lender: 'bank', borrower: 'neo', principal: 0, undrawn: 900_000, availableUntil: 20, rate: 700, floating: true, tier: 1, start: 0, amortisesFrom: 14, maturity: 50,
    covenant: 'debtServiceCover', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 7_000,
  };
  const onValue: Loan = { ...facility, id: 'on-value', covenant: 'loanToValue', undrawn: 300_000 };
  const order: PurchaseOrder = { id: 'o', buyer: 'neo', vendor: 'vendor', generation: 'chip', units: 10, price: 40_000 * MICRO, placedAt: 0, due: 8, deposit: 40_000, cancellable: true, facility: 'facility', financed: 7_000, conditional: false };

  it('is what orders have not bound: 70 % of 400,000 for chips and 100,000 for racks, less the deposit', () => {
    const room = (orders: readonly PurchaseOrder[], tick = 5): number[] => (['chips', 'chipsAhead'] as const).map((use) => facilityRoom([facility, onValue], orders, tick, use));
    expect(room([])).toEqual([900_000, 300_000]);
    expect(room([order])).toEqual([900_000 - 322_000, 300_000]);
    expect(room([{ ...order, facility: 'on-value' }])).toEqual([900_000, 0]);
    expect(room([order], 21)).toEqual([0, 0]);
  });
});

describe('a chip of its own', () => {
  it('costs a thirtieth of its programme in every month of work on it, and nothing before or after', () => {
    const month = openMonth(bareScenario(), 5);
    month.setLever('customChip.cost', 600_000_000);
    month.setLever('customChip.months', 30);
    const at = (customChip: string): number => {
      month.tables.machines['cloud'] = { ...month.tables.machines['cloud']!, value: { ...month.tables.machines['cloud']!.value, customChip } };
      return designCost(month, 'cloud');
    };
    expect(['buying', 'designing', 'tapingOut', 'deploying'].map(at)).toEqual([0, 20_000_000, 20_000_000, 0]);
  });

  it('makes compute on it cheaper by what it saves on chips: 0.6 of the work for 0.42 of the price, three fifths of the rent', () => {
    expect(rentOverMarket(0)).toBe(1);
    expect(rentOverMarket(1)).toBeCloseTo(1 - 0.6 * 0.3, 9);
    const rate = (seller: string, customShare: number): number => {
      const month = openMonth(bareScenario(), 5, {}, (world) => {
        world.lots['l'] = { id: 'l', owner: seller, generation: 'chip', vintage: 0, units: 100_000, status: 'installed', book: 0, cost: 0, lien: null };
        world.sites['s'] = { id: 's', owner: seller, capacity: 1_000_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
      });
      month.remember('lab', { customShare });
      want(month, 'lab', 'commit', { units: 3_000, months: 24 });
      runCompute(month);
      return Object.values(month.tables.contracts).find((each) => each.buyer === 'lab' && each.seller === seller)!.rate;
    };
    const market = rate('cloud', 0);
    expect(rate('cloud', 0.5)).toBe(Math.round(market * 0.91));
    // only who runs chips of its own design can run a tenant's
    expect(rate('neo', 0.5)).toBe(market);
  });
});

describe('credit', () => {
  const lending = (supply: number, limit: number, asked: readonly (readonly [string, number])[]) => {
    const month = openMonth(bareScenario(), 5, { bank: 1e9 });
    const { setting } = month;
    const term = setting.term;
    (setting as { term: typeof term }).term = (id, name) => (id === 'bank' && name === 'margin' ? 1_000 : term(id, name));
    want(month, 'bank', 'lend', { supply, amount: supply, limit: supply, nameLimit: limit, rate: 700 });
    for (const [actor, amount] of asked) want(month, actor, 'borrow', { amount, months: 36, use: 'general' });
    return month;
  };
  const lent = (month: ReturnType<typeof lending>, borrower: string): number => Object.values(month.tables.loans).filter((loan) => loan.borrower === borrower).reduce((sum, loan) => sum + loan.principal, 0);

  it('is shared pro rata among all who ask, and nobody is first', () => {
    const month = lending(30_000_000, 1e9, [['cloud', 40_000_000], ['neo', 20_000_000]]);
    runCredit(month);
    expect([lent(month, 'cloud'), lent(month, 'neo')]).toEqual([20_000_000, 10_000_000]);
    expect([month.ledger.accounts['bank']!.loans, month.ledger.accounts['cloud']!.debt]).toEqual([30_000_000, 20_000_000]);
    expect(month.mind('cloud', 'refused')).toBe(0.5);
    balance(month);
  });

  it('ends at the limit to one name, whatever is left', () => {
    const month = lending(100_000_000, 15_000_000, [['cloud', 40_000_000]]);
    runCredit(month);
    expect(lent(month, 'cloud')).toBe(15_000_000);
  });

  it('on chips ahead of any contract is for 65 % of their value, and called by it', () => {
    const month = lending(100_000_000, 1e9, []);
    month.setLever('neocloud.advanceRate', 0.8);
    want(month, 'neo', 'borrow', { amount: 40_000_000, months: 36, use: 'chipsAhead' });
    runCredit(month);
    expect(Object.values(month.tables.loans)).toMatchObject([{ kind: 'delayedDraw', covenant: 'loanToValue', advanceRate: 6_500, backedBy: null, principal: 0, undrawn: 40_000_000, tier: 1, maturity: 41 }]);
  });

  it('counts all that was asked for in a month as refused or not', () => {
    const month = lending(30_000_000, 1e9, [['neo', 40_000_000]]);
    want(month, 'neo', 'borrow', { amount: 20_000_000, months: 36, use: 'chips' });
    runCredit(month);
    expect(lent(month, 'neo') + Object.values(month.tables.loans).reduce((sum, loan) => sum + loan.undrawn, 0)).toBe(30_000_000);
    expect(month.mind('neo', 'refused')).toBe(0.5);
  });

  it('costs the mean of what all who lent in a month ask, by what each gave', () => {
    const month = lending(10_000_000, 1e9, []);
    want(month, 'vendor', 'financeCustomers', { amount: 30_000_000, nameLimit: 1e9 });
    want(month, 'neo', 'borrow', { amount: 40_000_000, months: 36, use: 'chips' });
    runCredit(month);
    const { bank, vendor } = Object.fromEntries(Object.values(month.tables.loans).map((loan) => [loan.lender, loan]));
    expect([bank!.undrawn, vendor!.undrawn]).toEqual([10_000_000, 30_000_000]);
    expect(vendor!.rate).not.toBe(bank!.rate);
    expect(month.mind('neo', 'quoted')).toBe(Math.round((bank!.rate + 3 * vendor!.rate) / 4));
  });

  it('once promised is drawn as far as promise and purse go', () => {
    const month = openMonth(smallScenario(), 1, { bank: 25 });
    expect(draw(month, 'loan', 10)).toBe(10);
    expect(draw(month, 'loan', 100)).toBe(15);
    expect(month.tables.loans['loan']).toMatchObject({ principal: 85, undrawn: 15 });
    balance(month);
  });
});

describe('a share', () => {
  it('has one price for every holder and for its issuer; a mark is never a flow', () => {
    const month = openMonth(smallScenario(), 1);
    setSharePrice(month, 'neo', 4_000_000);
    expect([month.ledger.accounts['vendor']!.revaluation, month.ledger.accounts['investors']!.revaluation, month.ledger.accounts['neo']!.revaluation]).toEqual([-60, -540, 600]);
    expect(month.flows).toEqual([]);
    balance(month);
  });
});

describe('a private round', () => {
  /** The lab in month 12 after its vendor bought shares of it for 70 dollars; `lastRound` is when it last priced a round. */
  const raising = (lastRound: number, listed = false) => {
    const month = openMonth(smallScenario(), 12, { vendor: 1_000 });
    month.tables.issuers['lab'] = { id: 'lab', listed, shares: 1_000, price: 7_000_000, multiple: 1_000, lastRound };
    month.tables.trailing['lab'] = { ...month.tables.trailing['lab']!, revenue: new Array<number>(12).fill(100) };
    want(month, 'vendor', 'invest', { issuer: 'lab', amount: 70 });
    runEquity(month);
    return month.tables.issuers['lab']!;
  };

  it('sets its own price once half a year has passed since the last: multiple × year of revenue over shares', () => {
    // 10 × 1,200 dollars over 1,000 shares
    expect([raising(6).price, raising(6).lastRound]).toEqual([12_000_000, 12]);
  });

  it('is an extension at the old price within half a year, and does not put the next one off', () => {
    expect([raising(7).price, raising(7).lastRound]).toEqual([7_000_000, 7]);
  });

  it('is priced anew by the market where the shares are listed', () => {
    expect(raising(11, true).price).toBeGreaterThan(7_000_000);
  });
});

describe('chips', () => {
  it('cost units × price to the millionth of a dollar, rounded down, and dollars buy whole ones', () => {
    expect(chipBill(3, 40_000_500_000)).toBe(120_001);
    expect(chipsFor(120_001, 40_000_500_000)).toBe(2);
    expect(chipsFor(120_002, 40_000_500_000)).toBe(3);
    expect(chipsFor(-5, 40_000_500_000)).toBe(0);
  });

  it('come after their vendor’s lead time, moved with the market’s, and never at once', () => {
    expect([leadMonths(5, 5), leadMonths(5, 10), leadMonths(4, 4), leadMonths(undefined, 7), leadMonths(2, 3)]).toEqual([5, 10, 3, 7, 1]);
  });
});

describe('a lot', () => {
  it('that is split leaves its share of book and cost behind, to the dollar', () => {
    const month = openMonth(bareScenario(), 1, {}, (world) => void (world.lots['l'] = lot({ units: 3, book: 100, cost: 200 })));
    expect(takeFromLot(month, 'l', 1)).toEqual({ book: 33, cost: 66 });
    expect(month.tables.lots['l']).toMatchObject({ units: 2, book: 67, cost: 134 });
    takeFromLot(month, 'l', 2);
    expect(month.tables.lots['l']).toBeUndefined();
  });
});

describe('what is owed', () => {
  it('is nothing for nothing, and adds up for one contract and month', () => {
    const month = openMonth(bareScenario(), 1);
    owe(month, { kind: 'running', debtor: 'neo', creditor: 'suppliers', amount: 0, due: 1 });
    expect(Object.keys(month.tables.obligations)).toEqual([]);
    for (const amount of [5, 6]) owe(month, { kind: 'running', debtor: 'neo', creditor: 'suppliers', amount, due: 1 });
    expect(Object.values(month.tables.obligations).map((each) => [each.amount, each.tier])).toEqual([[11, 0]]);
  });
});
