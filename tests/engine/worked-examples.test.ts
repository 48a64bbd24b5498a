import { describe, expect, it } from 'vitest';
import { runCovenants } from '../../src/engine/covenants.ts';
import { enforceLiens, forcedValue, pledgedTo } from '../../src/engine/enforce.ts';
import { cutFor, keptOf } from '../../src/engine/going-concern.ts';
import { liquidate } from '../../src/engine/liquidate.ts';
import { runMark } from '../../src/engine/mark.ts';
import { scheduledPrincipal } from '../../src/ledger/things.ts';
import { luckOf } from '../../src/engine/random.ts';
import { restructure } from '../../src/engine/restructure.ts';
import { runSettle } from '../../src/engine/settle.ts';
import { mixColours } from '../../src/engine/settle-colours.ts';
import { writeOffLoan } from '../../src/engine/write-off.ts';
import type { ComputeContract, Loan, ObligationKind } from '../../src/model/instrument.ts';
import { ORIGINS } from '../../src/model/account.ts';
import type { Month } from '../../src/ledger/month.ts';
import { TIER_OF } from '../../src/ledger/things.ts';
import { MICRO } from '../../src/model/units.ts';
import type { World } from '../../src/model/world.ts';
import { balance, bareScenario, openMonth } from '../fixtures/open-month.ts';

const loan = (change: Partial<Loan>): Loan => ({
  id: 'loan', kind: 'term', lender: 'bank', borrower: 'neo', principal: 1_200_000, undrawn: 0, availableUntil: -1, rate: 1_200, floating: false, tier: 1, start: -1, amortisesFrom: 0, maturity: 11,
  covenant: 'none', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 8_000, ...change,
});
/** Puts a loan on both sides' books. */
function lend(world: World, row: Loan): void {
  world.loans[row.id] = row;
  world.accounts[row.lender]!.loans += row.principal;
  world.accounts[row.lender]!.netWorth += row.principal;
  world.accounts[row.borrower]!.debt += row.principal;
  world.accounts[row.borrower]!.netWorth -= row.principal;
}
/** A bill; rent and compute stand on both sides' books from the month of use, the others are booked when they are paid. */
function bill(world: World, kind: ObligationKind, debtor: string, creditor: string, amount: number, due = 4): void {
  const id = `${kind}/${debtor}/${creditor}`;
  const accrued = kind === 'rent' || kind === 'compute';
  world.obligations[id] = { id, kind, debtor, creditor, amount, due, tier: TIER_OF[kind], contract: null, accrued };
  if (!accrued) return;
  world.accounts[debtor]!.payables += amount;
  world.accounts[debtor]!.netWorth -= amount;
  world.accounts[creditor]!.receivables += amount;
  world.accounts[creditor]!.netWorth += amount;
}
/** Chips on the books of their owner. */
function hold(world: World, owner: string, units: number, lien: string | null): void {
  const id = `chips-of-${owner}-${lien ?? 'free'}`;
  world.lots[id] = { id, owner, generation: 'chip', vintage: 0, units, status: 'installed', book: units * 40_000, cost: units * 40_000, lien };
  world.accounts[owner]!.gpus += units * 40_000;
  world.accounts[owner]!.netWorth += units * 40_000;
}
const late = (month: Month): { [line: string]: number } => Object.fromEntries(Object.values(month.tables.obligations).filter((due) => due.due <= month.tick && due.amount > 0).map((due) => [`${due.debtor} → ${due.creditor}`, due.amount]));
/** Months in which nothing but what a test says is due. */
const quiet = (purses: { readonly [party: string]: number }, prepare: (world: World) => void, tick = 4): Month => {
  const scenario = bareScenario();
  const still = scenario.parties.map((party) => ({ ...party, terms: Object.fromEntries(Object.entries(party.terms).map(([name, term]) => [name, ['operatingCost', 'operatingCostShare', 'staffShare', 'depositRate', 'runningCost', 'revenueShare'].includes(name) ? { ...term, value: 0 } : term])) }));
  return openMonth({ ...scenario, parties: still, parameters: { ...scenario.parameters, 'lender.baseRate': { ...scenario.parameters['lender.baseRate']!, value: 0 } } }, tick, purses, (world) => {
    for (const id of Object.keys(world.minds)) world.minds[id] = { ...world.minds[id], staff: 0, taxMonth: 0, shut: 0 };
    prepare(world);
  });
};

describe('principal', () => {
  it('is due in even parts from its first month on, the last of them whatever is left', () => {
    let principal = 1_000;
    const parts: number[] = [];
    for (let tick = -1; tick <= 4; tick++) {
      const part = scheduledPrincipal(loan({ principal, amortisesFrom: 1, maturity: 4 }), tick);
      parts.push(part);
      principal -= part;
    }
    expect(parts).toEqual([0, 0, 250, 250, 250, 250]);
    expect(principal).toBe(0);
  });

  it('of a bullet is due at its end, and never more than is owed', () => {
    const bullet = loan({ principal: 700, amortisesFrom: 9, maturity: 9 });
    expect([8, 9, 12].map((tick) => scheduledPrincipal(bullet, tick))).toEqual([0, 700, 700]);
    expect(scheduledPrincipal(bullet, 9, 40)).toBe(40);
  });
});

describe('settlement', () => {
  it('pays what was given a day before: a debtor may pay out of what it is being paid', () => {
    const month = quiet({ cloud: 100_000, neo: 0, lab: 0 }, (world) => {
      bill(world, 'damages', 'cloud', 'lab', 60_000);
      bill(world, 'damages', 'lab', 'neo', 50_000);
    });
    runSettle(month, []);
    expect(['cloud', 'lab', 'neo'].map((id) => month.ledger.cash(id))).toEqual([40_000, 10_000, 50_000]);
    expect(late(month)).toEqual({});
    balance(month);
  });

  it('is by rank, and pro rata within one: wages before lenders, lenders before landlords', () => {
    const month = quiet({ neo: 100_000 }, (world) => {
      bill(world, 'running', 'neo', 'suppliers', 30_000);
      lend(world, loan({ principal: 90_000, rate: 0, amortisesFrom: 4, maturity: 4 }));
      bill(world, 'rent', 'neo', 'landlord', 20_000);
    });
    runSettle(month, []);
    expect(late(month)).toEqual({ 'neo → bank': 20_000, 'neo → landlord': 20_000 });
    expect([month.ledger.cash('neo'), month.tables.loans['loan']!.principal, month.ledger.accounts['bank']!.loans]).toEqual([0, 20_000, 20_000]);
    balance(month);
    const equal = quiet({ neo: 30_000 }, (world) => {
      bill(world, 'damages', 'neo', 'lab', 40_000);
      bill(world, 'damages', 'neo', 'cloud', 20_000);
    });
    runSettle(equal, []);
    expect(late(equal)).toEqual({ 'neo → lab': 20_000, 'neo → cloud': 10_000 });
  });

  it('tells who missed whom, in the order in which they fell, the later because of the earlier', () => {
    const month = quiet({ cloud: 1_000, lab: 1_000, neo: 0 }, (world) => {
      bill(world, 'damages', 'cloud', 'lab', 60_000);
      bill(world, 'damages', 'lab', 'neo', 50_000);
    });
    runSettle(month, []);
    const [first, second] = month.events.filter((event) => event.type === 'missedPayment');
    expect([first!.actor, first!.data['paid'], second!.actor, second!.data['paid']]).toEqual(['cloud', 1_000, 'lab', 2_000]);
    expect(second!.causes).toContainEqual({ id: first!.id, link: 'clearing', dollars: 59_000 });
  });

  it('keeps a debt that was called in waiting when its debtor could not meet it, and pays the rest', () => {
    const month = quiet({ neo: 50_000 }, (world) => {
      lend(world, loan({ principal: 900_000, rate: 0, amortisesFrom: 50, maturity: 60, covenantState: 'accelerated' }));
      world.obligations['called'] = { id: 'called', kind: 'principal', debtor: 'neo', creditor: 'bank', amount: 900_000, due: 4, tier: 1, contract: 'loan', accrued: false };
      bill(world, 'rent', 'neo', 'landlord', 20_000);
    });
    runSettle(month, []);
    expect([month.ledger.cash('neo'), late(month)]).toEqual([30_000, { 'neo → bank': 900_000 }]);
  });

  it('makes creditors whole from outside where the channel is cut, and the debt stays', () => {
    const month = quiet({ lab: 0 }, (world) => {
      bill(world, 'damages', 'lab', 'neo', 50_000);
      world.levers['channel.clearing'] = { value: 0 };
    });
    const before = month.ledger.cash('neo');
    runSettle(month, []);
    expect([month.ledger.cash('neo') - before, late(month)]).toEqual([50_000, { 'lab → neo': 50_000 }]);
    balance(month);
  });
});

describe('the colours of a settlement', () => {
  it('mix what a payer had with what it is being paid, all at once, to the dollar', () => {
    const month = quiet({ lab: 100, neo: 100 }, (world) => {
      world.dye['lab'] = { origins: ORIGINS.map((origin) => (origin === 'vendor' ? 100 : 0)) };
      world.dye['neo'] = { origins: ORIGINS.map((origin) => (origin === 'lenders' ? 100 : 0)) };
    });
    const deals = mixColours(month, [{ purpose: 'damages', from: 'lab', to: 'neo', amount: 100 }, { purpose: 'damages', from: 'neo', to: 'cloud', amount: 100 }], new Set(['lab', 'neo', 'cloud']));
    const of = (nth: number, origin: (typeof ORIGINS)[number]): number => deals[nth]!.dye![ORIGINS.indexOf(origin)]!;
    expect([of(0, 'vendor'), of(1, 'vendor'), of(1, 'lenders')]).toEqual([100, 50, 50]);
  });
});

describe('covenants', () => {
  /** A firm whose income of a year is `cover` times what it had to pay its lenders. */
  const covered = (cover: number, change: Partial<Loan> = {}, tick = 5): Month =>
    quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 12_000_000, covenant: 'debtServiceCover', amortisesFrom: 0, maturity: 17, ...change }));
      world.trailing['neo'] = { ...world.trailing['neo']!, operatingCash: new Array<number>(12).fill(Math.round(cover * 100_000)), interest: new Array<number>(12).fill(60_000), principal: new Array<number>(12).fill(40_000) };
      world.levers['covenant.cover'] = { value: 1.2 };
      world.levers['covenant.trap'] = { value: 1.35 };
      world.levers['covenant.cureMonths'] = { value: 3 };
      world.levers['lender.waiver'] = { value: 0 };
    }, tick);
  const types = (month: Month): string[] => month.events.map((event) => event.type);
  const state = (month: Month): [string, number] => [month.tables.loans['loan']!.covenantState, month.tables.loans['loan']!.cureTicks];

  it('are tested once a quarter', () => {
    const [between, quarter] = [covered(0.5, {}, 4), covered(0.5, {}, 5)];
    for (const month of [between, quarter]) runCovenants(month);
    expect([types(between), types(quarter)]).toEqual([[], ['coverBreach']]);
    // and the loan says what came of it
    expect([between.tables.loans['loan']!.testedCover, quarter.tables.loans['loan']!.testedCover]).toEqual([undefined, 5_000]);
  });

  it('pass above the trap, trap cash under it, and ask for a cure below the covenant', () => {
    const [fine, thin, broken] = [1.36, 1.3, 1.1].map((cover) => covered(cover));
    for (const month of [fine!, thin!, broken!]) runCovenants(month);
    expect([state(fine!), state(thin!), state(broken!)]).toEqual([['pass', 0], ['trap', 0], ['cure', 3]]);
    expect([types(fine!), types(thin!), types(broken!)]).toEqual([[], ['cashTrap'], ['coverBreach']]);
  });

  it('are waived where income still covers the debt and the lender is in the mood, never where it does not', () => {
    const [kind, hopeless] = [covered(1.1), covered(0.9)];
    for (const month of [kind, hopeless]) month.setLever('lender.waiver', 1);
    runCovenants(kind);
    runCovenants(hopeless);
    expect([state(kind)[0], state(hopeless)[0]]).toEqual(['waived', 'cure']);
  });

  it('call the debt in, all of it, once the time for a cure is over', () => {
    const month = covered(0.9, { covenantState: 'cure', cureTicks: 3, undrawn: 500 });
    runCovenants(month);
    expect(month.tables.loans['loan']).toMatchObject({ covenantState: 'accelerated', undrawn: 0 });
    expect(Object.values(month.tables.obligations).map(({ kind, amount, due }) => ({ kind, amount, due }))).toEqual([{ kind: 'principal', amount: 12_000_000, due: 6 }]);
    expect(types(month)).toEqual(['coverBreach', 'accelerated']);
  });

  it('are met by paying down, after the cure, out of cash beyond a month of outlays; with a dollar less the debt is called in', () => {
    // cover 1.1 against 1.2: a twelfth of the 12 million brings it back
    const [able, short] = [3_000_000, 2_999_999].map((cash) => {
      const month = covered(1.1, { covenantState: 'cure', cureTicks: 3 });
      month.pay({ purpose: 'rescue', from: 'investors', to: 'neo', amount: cash });
      month.remember('neo', { outlays: 2_000_000 });
      runCovenants(month);
      return month;
    });
    expect(Object.values(able!.tables.obligations).map(({ kind, amount, due }) => ({ kind, amount, due }))).toEqual([{ kind: 'principal', amount: 1_000_000, due: 6 }]);
    expect([state(able!), types(able!)]).toEqual([['cure', 0], ['coverBreach']]);
    expect(types(short!)).toEqual(['coverBreach', 'accelerated']);
  });

  it('by value call for what brings the loan back to 65 % of its chips, and only beyond the trigger', () => {
    // ten thousand chips of 40,000 each, 41 of 78 months old
    const pledged = (principal: number): Month =>
      quiet({ neo: 0 }, (world) => {
        lend(world, loan({ principal, covenant: 'loanToValue', amortisesFrom: 90, maturity: 99, advanceRate: 6_500 }));
        hold(world, 'neo', 10_000, 'loan');
        world.levers['covenant.loanToValue'] = { value: 0.85 };
      }, 44);
    const value = Math.floor(400_000_000 * (1 - 41 / 78));
    const [within, beyond] = [pledged(160_000_000), pledged(170_000_000)];
    for (const month of [within, beyond]) runCovenants(month);
    expect(160_000_000 < value * 0.85 && value * 0.85 < 170_000_000).toBe(true);
    expect(types(within)).toEqual([]);
    expect(types(beyond)).toEqual(['marginCall']);
    expect(Object.values(beyond.tables.obligations)[0]).toMatchObject({ kind: 'principal', amount: 170_000_000 - Math.floor(value * 0.65), due: 45 });
  });
});

describe('an estate', () => {
  it('gives pledged chips to their lender at what they are worth, and what the loan does not need is free', () => {
    const month = quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 1_000_000 }));
      hold(world, 'neo', 100, 'loan');
    }, 3);
    enforceLiens(month, 'neo', 'why', () => true);
    // three months old at most: a chip is worth its 40,000, and twenty-five of them the loan
    const seized = Object.values(month.tables.lots).find((lot) => lot.owner === 'bank')!;
    expect([seized.units, seized.status, seized.book]).toEqual([25, 'seized', 1_000_000]);
    expect(Object.values(month.tables.lots).find((lot) => lot.owner === 'neo')).toMatchObject({ units: 75, lien: null });
    expect([month.tables.loans['loan']!.principal, month.ledger.accounts['bank']!.loans, month.ledger.accounts['bank']!.gpus]).toEqual([0, 0, 1_000_000]);
    balance(month);
  });

  it('costs the share of its cash that is not kept, to the dollar', () => {
    const month = quiet({ neo: 1_000_000 }, (world) => {
      world.levers['default.cashKept'] = { value: 0.9 };
    });
    liquidate(month, 'neo', 'why');
    expect(month.flows.filter((flow) => flow.purpose === 'estateFee').map((flow) => flow.amount)).toEqual([100_000]);
  });

  it('costs a share of what others owe it too', () => {
    const month = quiet({ neo: 1_000_000 }, (world) => {
      bill(world, 'damages', 'lab', 'neo', 200_000, 9);
      world.levers['default.cashKept'] = { value: 0.9 };
      world.levers['default.claimsKept'] = { value: 0.8 };
    });
    liquidate(month, 'neo', 'why');
    expect(month.flows.filter((flow) => flow.purpose === 'estateFee').map((flow) => flow.amount)).toEqual([100_000 + 40_000]);
  });

  it('is worth less where its chips are many for the used market', () => {
    const month = quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 90_000_000 }));
      hold(world, 'neo', 1_000, 'loan');
      world.minds['vendor'] = { ...world.minds['vendor'], ordered1: 0, ordered2: 0, ordered3: 0 };
      world.levers['used.impact'] = { value: 0.4 };
      world.levers['used.floor'] = { value: 0.05 };
    }, 3);
    const row = month.tables.loans['loan']!;
    // a market that takes a thousand chips a month gets a thousand: e^−0.4 of 40,000 each
    expect(forcedValue(month, [row])(pledgedTo(month, row)) / (1_000 * 40_000 * Math.exp(-0.4))).toBeCloseTo(1, 6);
    enforceLiens(month, 'neo', 'why', () => true);
    expect(month.ledger.accounts['bank']!.gpus).toBe(Math.floor(40_000_000 * Math.exp(-0.4)));
    balance(month);
  });

  it('is shared by rank: fees, wages, landlord and then all the others alike, each loss with a name', () => {
    const month = quiet({ neo: 1_000_000 }, (world) => {
      lend(world, loan({ principal: 3_000_000 })); // nothing is pledged to it
      bill(world, 'running', 'neo', 'suppliers', 100_000);
      bill(world, 'rent', 'neo', 'landlord', 200_000);
      bill(world, 'damages', 'neo', 'lab', 1_000_000);
      world.levers['default.cashKept'] = { value: 0.75 };
    });
    const before = Object.fromEntries(['suppliers', 'landlord', 'lab', 'bank'].map((id) => [id, month.ledger.cash(id)]));
    liquidate(month, 'neo', 'why');
    const got = (id: string): number => month.ledger.cash(id) - before[id]!;
    // 1,000,000 less a quarter in fees; wages and rent in full; 450,000 left for 4,000,000
    expect([got('suppliers'), got('landlord'), got('lab'), got('bank')]).toEqual([350_000, 200_000, 112_500, 337_500]);
    expect([month.ledger.cash('neo'), month.ledger.accounts['bank']!.creditLoss, month.ledger.accounts['neo']!.debt]).toEqual([0, 2_662_500, 0]);
    expect([Object.keys(month.tables.loans), Object.values(month.tables.obligations).filter((due) => due.debtor === 'neo')]).toEqual([[], []]);
    expect(month.events.find((event) => event.type === 'lenderLoss')!.data).toMatchObject({ borrower: 'neo', loss: 2_662_500 });
    balance(month);
  });
});

describe('worth more alive', () => {
  /** A firm that rents chips out by the hour for `income` a month and owes 1,200,000 at 12 % until month 11. */
  const earning = (income: number): Month =>
    quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 1_200_000 }));
      world.minds['neo'] = { ...world.minds['neo'], spot: income, running: 0 };
    });

  it('is a firm whose business carries what is left of its debt, and lenders give up no more than that takes', () => {
    // until month 35, 31 months: 840,000 cost 8,400 and 27,097 a month, 480,000 cost 4,800 and 15,484, 120,000 cost 1,200 and 3,871
    expect([35_497, 35_496, 20_284, 20_283, 5_071, 5_070].map((income) => cutFor(earning(income), 'neo'))).toEqual([3_000, 6_000, 6_000, 9_000, 9_000, null]);
  });

  it('starts from harder terms where others did not hold', () => {
    const month = earning(100_000);
    month.remember('neo', { newTerms: 1 });
    expect(cutFor(month, 'neo')).toBe(6_000);
  });

  it('counts what customers keep back for a while as what they will pay', () => {
    const lab = (due: number): Month =>
      quiet({ lab: 0 }, (world) => {
        lend(world, loan({ principal: 1_200_000, borrower: 'lab' }));
        world.minds['lab'] = { ...world.minds['lab'], revenueNow: 1_000, revenueDue: due, training: 0, spot: 0, running: 0 };
      });
    expect([cutFor(lab(1_000), 'lab'), cutFor(lab(10_000_000), 'lab')]).toEqual([null, 3_000]);
  });

  it('counts what customers owe by the odds of their paying', () => {
    const serving = (solvency: string): number | null =>
      cutFor(quiet({ neo: 0 }, (world) => {
        lend(world, loan({ principal: 1_200_000 }));
        // 37,230 dollars a month: 36,113 of a speculative customer, 31,645 of one that has just failed
        world.contracts['c'] = { id: 'c', seller: 'neo', buyer: 'lab', units: 51, rate: MICRO, signedAt: 0, start: 0, ramp: 1, end: 60, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 51 };
        hold(world, 'neo', 51, null);
        world.sites['s'] = { id: 's', owner: 'neo', capacity: 10_000, leased: 0, book: 0, cost: 0, readyAt: 0, lien: null };
        world.minds['neo'] = { ...world.minds['neo'], running: 0, spot: 0 };
        world.machines['lab'] = { ...world.machines['lab']!, value: { ...world.machines['lab']!.value, solvency } };
      }), 'neo');
    // it takes 35,497 to carry what three tenths less leave
    expect([serving('speculative'), serving('resolved')]).toEqual([3_000, 6_000]);
  });

  it('leaves a lender no less than its collateral is worth', () => {
    const month = quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 1_000_000 }));
      hold(world, 'neo', 20, 'loan');
    }, 3);
    const row = month.tables.loans['loan']!;
    expect([keptOf(month, row, 3_000), keptOf(month, row, 1_000), keptOf(month, { ...row, id: 'unsecured' }, 3_000)]).toEqual([800_000, 900_000, 700_000]);
  });
});

describe('new terms', () => {
  it('share out what cash the firm does not need, by rank, before anybody gives anything up', () => {
    const month = quiet({ neo: 1_000_000 }, (world) => {
      lend(world, loan({ principal: 1_000_000, rate: 0 }));
      bill(world, 'rent', 'neo', 'landlord', 200_000);
      world.levers['default.cashKept'] = { value: 0.75 };
    });
    restructure(month, 'neo', 'why', 3_000);
    // a quarter in fees, rent in full, 550,000 to the lender; of the 450,000 left three tenths are given up
    expect([month.ledger.cash('neo'), month.tables.loans['loan']!.principal, month.ledger.accounts['bank']!.creditLoss]).toEqual([0, 315_000, 135_000]);
    expect(month.flows.map((flow) => [flow.purpose, flow.amount])).toEqual([['estateFee', 250_000], ['rent', 200_000], ['deficiency', 550_000]]);
    balance(month);
  });

  it('forgive what is late, take three tenths off the debt and give two years more', () => {
    const month = quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 1_000_000, maturity: 11 }));
      bill(world, 'damages', 'neo', 'lab', 70_000);
      bill(world, 'damages', 'neo', 'cloud', 30_000, 5);
    });
    restructure(month, 'neo', 'why', 3_000);
    expect(month.tables.loans['loan']).toMatchObject({ principal: 700_000, maturity: 35, amortisesFrom: 16, undrawn: 0, covenantState: 'pass' });
    expect([month.ledger.accounts['bank']!.creditLoss, month.ledger.accounts['neo']!.creditLoss]).toEqual([300_000, -300_000]);
    expect(Object.keys(month.tables.obligations)).toEqual(['damages/neo/cloud']);
    balance(month);
  });

  it('treat what was served under a contract that ends like what is late, and leave due what a contract that stays has served', () => {
    const served = (id: string, seller: string, units: number, dollars: number): ComputeContract =>
      ({ id, seller, buyer: 'lab', units, rate: dollars * MICRO, signedAt: 0, start: 0, ramp: 1, end: 60, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: units });
    const month = quiet({ lab: 100_000 }, (world) => {
      // 730 hours: 438,000 and 365,000 dollars a month, one of which 700,000 of sales can carry
      world.contracts['dear'] = served('dear', 'cloud', 200, 3);
      world.contracts['cheap'] = served('cheap', 'cloud', 500, 1);
      bill(world, 'compute', 'lab', 'cloud', 803_000, 5);
      bill(world, 'compute', 'lab', 'neo', 62_000, 4);
      world.levers['default.cashKept'] = { value: 1 };
    });
    month.remember('lab', { revenueNow: 700_000 });
    restructure(month, 'lab', 'why', 3_000);
    expect(Object.keys(month.tables.contracts)).toEqual(['cheap']);
    expect(Object.values(month.tables.obligations).map((due) => [due.creditor, due.amount, due.due])).toEqual([['cloud', 365_000, 5]]);
    // no cash is beyond next month's bills; the two lose alike what each is owed from before
    expect([month.ledger.cash('lab'), month.ledger.accounts['cloud']!.creditLoss, month.ledger.accounts['neo']!.creditLoss]).toEqual([100_000, 438_000, 62_000]);
    balance(month);
  });

  it('leave nothing due of a debt that was called in: it goes back into its loan', () => {
    const month = quiet({ neo: 0 }, (world) => {
      lend(world, loan({ principal: 1_000_000, covenantState: 'accelerated' }));
      hold(world, 'neo', 10, 'loan');
      world.obligations['called'] = { id: 'called', kind: 'principal', debtor: 'neo', creditor: 'bank', amount: 1_000_000, due: 5, tier: 1, contract: 'loan', accrued: false };
    }, 3);
    restructure(month, 'neo', 'why', 3_000);
    expect(month.tables.obligations).toEqual({});
    expect(month.tables.loans['loan']!.principal).toBe(600_000 - 180_000);
    balance(month);
  });
});

describe('a write-off', () => {
  it('is a loss of the lender and a gain of the borrower, never a flow', () => {
    const month = quiet({}, (world) => lend(world, loan({ principal: 500 })));
    writeOffLoan(month, 'loan', 200, []);
    expect([month.ledger.accounts['bank']!.creditLoss, month.ledger.accounts['neo']!.creditLoss, month.tables.loans['loan']!.principal, month.flows.length]).toEqual([200, -200, 300, 0]);
    writeOffLoan(month, 'loan', 999, []);
    expect(month.tables.loans['loan']).toBeUndefined();
    balance(month);
  });
});

describe('chance', () => {
  it('has one stream for each seed, actor, month and purpose: leaving one out moves no other', () => {
    const drawn = (seed: string, tick: number, actor: string, purpose: string): number => luckOf(seed, tick, 1).normal(actor, purpose);
    const all = new Set([drawn('1', 1, 'a', 'x'), drawn('2', 1, 'a', 'x'), drawn('1', 2, 'a', 'x'), drawn('1', 1, 'b', 'x'), drawn('1', 1, 'a', 'y')]);
    expect(all.size).toBe(5);
    const luck = luckOf('1', 1, 1);
    luck.normal('b', 'x');
    expect(luck.normal('a', 'x')).toBe(drawn('1', 1, 'a', 'x'));
  });

  it('is about nought with a spread of one, and without volatility its middle', () => {
    const luck = luckOf('1', 1, 1);
    const draws = Array.from({ length: 4_000 }, (_, index) => luck.normal('a', String(index)));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) * (draw - mean), 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
    expect([luckOf('1', 1, 0).normal('a', 'x'), luckOf('1', 1, 0).uniform('a', 'x')]).toEqual([0, 0.5]);
    expect(luckOf('1', 1, 2).normal('a', 'x')).toBe(2 * luckOf('1', 1, 1).normal('a', 'x'));
  });
});

describe('the mood of shareholders', () => {
  /** After a month in which customers spent a fifth less than planned, and a whim of a tenth downwards before it. */
  const mood = (channel: number): number => {
    const month = quiet({}, (world) => {
      world.levers['channel.equity'] = { value: channel };
      world.levers['equity.persistence'] = { value: 0.5 };
      world.levers['equity.noise'] = { value: 0 };
      world.markets['demand'] = { ...world.markets['demand'], planned: 1_000, spending: 800 };
      world.markets['equity'] = { ...world.markets['equity'], ratio: 1, whim: -0.1 };
    });
    runMark(month);
    return month.market('equity', 'sentiment');
  };

  it('takes the news of demand at once, smoothed over months, while whims fade', () => {
    // a quarter of the news is in the smoothed ratio: 1 − 0.9 × 0.05, less half of the whim
    expect(mood(1)).toBeCloseTo(0.955 - 0.05, 12);
  });

  it('is moved by whims alone where the channel is cut', () => {
    expect(mood(0)).toBeCloseTo(1 - 0.05, 12);
  });
});
