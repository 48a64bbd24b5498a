/**
 * Phase 5, credit: what borrowers ask for meets what lenders quote. Each borrower goes to the cheapest lender that
 * would have it, lenders share what they have pro rata among all who ask, and what is refused is asked for again at
 * the next dearer one. Nobody is first.
 */
import { ration, shareOf } from '../model/arithmetic.ts';
import type { Loan, LoanKind } from '../model/instrument.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { leaderOf } from './leader.ts';
import { SELLER_TIER } from './seller-credit.ts';
import { remembered } from './credit-memory.ts';
import { USUAL_LOSS, contractLoss, contractToBack, defaultRate, LOSS_GIVEN_DEFAULT } from './credit-quality.ts';

interface Offer {
  readonly lender: string;
  readonly rate: number;
  readonly nameLimit: number;
  left: number;
  /** A vendor's: for chips only, to whoever asks. */
  readonly seller: boolean;
  /** Expected loss it accepts, basis points a year; a vendor's is not asked about. */
  readonly accepts: number;
  readonly decision: Pending;
  /** What it has out, by name, once somebody has asked. */
  lent: Map<string, number> | null;
}
interface Request {
  readonly pending: Pending;
  readonly borrower: string;
  readonly use: string;
  readonly months: number;
  readonly asked: number;
  filled: number;
  /** Sum of what was lent times the rate it was lent at. */
  interest: number;
  /** Expected loss, basis points a year. */
  readonly loss: number;
  /** Where it has come among the offers, cheapest first; and the first that would have it. */
  at: number;
  cheapest: Offer | null;
}
/** Expected loss a lender accepts, in multiples of its own margin: bond buyers want quality, private credit takes risk. */
const ACCEPTS = 2;
/** Smallest loan, basis points of what the lender lends to one name: less is not worth the papers. */
const SMALLEST = 1;
/** A refusal of less than a week of outlays, in months, is no event. */
const WORTH_TELLING = 0.25;
/** Over the base rate, for seller credit and for a facility in a lender's place, basis points [assumed: below what the market asks of its customers, since a vendor risks what goods cost it to make and not their price]. */
const SELLER_SPREAD = 250;
const SELLER_FACILITY = 250;
/** What a borrower asks a vendor for: the part of a purchase that nobody advances. */
export const SELLER_CREDIT = 'sellerCredit';
/** Months in which it may be drawn, a lead time and its delays; and months before it is repaid. */
const SELLER_AVAILABLE = 12;
const SELLER_GRACE = 18;
/** Months that a debt waits where refused rollover is switched off. */
const PUT_OFF = 12;

export function runCredit(month: Month): void {
  const offers = month.wanting('lend').map((pending): Offer => {
    const { actor, params } = pending.decision;
    return { lender: actor, rate: Number(params['rate']), nameLimit: Number(params['nameLimit']), left: Number(params['amount']), seller: false, accepts: ACCEPTS * month.term(actor, 'margin'), decision: pending, lent: null };
  });
  for (const pending of month.wanting('financeCustomers')) {
    const { actor, params } = pending.decision;
    offers.push({ lender: actor, rate: Math.round(month.lever('lender.baseRate')) + SELLER_SPREAD, nameLimit: Number(params['nameLimit']), left: Number(params['amount']), seller: true, accepts: Infinity, decision: pending, lent: null });
  }
  const supply = new Map(offers.map((offer) => [offer, offer.left]));
  const requests = month.wanting('borrow').map((pending): Request => {
    const { actor, params } = pending.decision;
    const use = String(params['use']);
    return { pending, borrower: actor, use, months: Number(params['months']), asked: Number(params['amount']), filled: 0, interest: 0, loss: expectedLoss(month, actor, use), at: 0, cheapest: null };
  });
  serveAll(month, offers, requests);
  rememberRefusals(month, requests);
  rememberRates(month, requests);
  for (const each of requests) settleRequest(month, each);
  for (const [offer, before] of supply)
    if (!offer.decision.recorded) month.record(offer.decision, { asked: before, filled: before - offer.left });
  if (offers.length > 0) month.setMarket('credit', { rate: Math.min(...offers.map((offer) => offer.rate)), spread: usualSpread(month, offers) });
}

/** What an offer asks of a borrower, basis points a year. */
function quote(offer: Offer, { use, loss }: Request): number {
  return offer.rate + (use === SELLER_CREDIT ? 0 : loss + (offer.seller ? SELLER_FACILITY : 0));
}

/**
 * What the cheapest lender that would have it asks of a borrower of always the same quality over the base rate, basis
 * points: one of high yield that pays its debts from income, on its contracts. Where nobody would have it, what the
 * least picky asks.
 */
function usualSpread(month: Month, offers: readonly Offer[]): number {
  const loss = Math.round(USUAL_LOSS * remembered(month));
  const willing = offers.filter((offer) => !offer.seller && loss <= offer.accepts).map((offer) => offer.rate);
  const rate = willing.length > 0 ? Math.min(...willing) : Math.max(...offers.map((offer) => offer.rate));
  return rate + loss - Math.round(month.lever('lender.baseRate'));
}

/** In rounds: whoever wants more asks the cheapest that would have it, in the next round the next dearer one, to the end. */
function serveAll(month: Month, offers: readonly Offer[], requests: readonly Request[]): void {
  const leader = leaderOf(month);
  const would = (offer: Offer, { borrower, use, loss }: Request): boolean => {
    if (offer.lender === borrower) return false;
    // the seller's credit is good for its own goods only
    if (offer.seller) return use === 'chips' || use === 'chipsAhead' || (use === SELLER_CREDIT && offer.lender === leader);
    return use !== SELLER_CREDIT && loss <= offer.accepts;
  };
  // a borrower's loss is added to every rate alike: all go through the offers in one order
  const dearness = (offer: Offer): number => offer.rate + (offer.seller ? SELLER_FACILITY : 0);
  const ranked = [...offers].sort((a, b) => dearness(a) - dearness(b) || (a.lender < b.lender ? -1 : 1));
  const next = (request: Request): Offer | null => {
    while (request.at < ranked.length) {
      const offer = ranked[request.at++]!;
      if (would(offer, request)) return offer;
    }
    return null;
  };
  const loans = sortedBy(month.tables.loans, (loan) => loan.lender);
  const places = new Map(offers.map((offer, place) => [offer, place]));
  let looking = requests.map((request) => ({ request, offer: (request.cheapest = next(request)) }));
  for (;;) {
    const askers = new Map<Offer, Request[]>();
    for (const { request, offer } of looking) {
      if (offer === null || request.filled >= request.asked) continue;
      const known = askers.get(offer);
      if (known === undefined) askers.set(offer, [request]);
      else known.push(request);
    }
    if (askers.size === 0) return;
    for (const [offer, asking] of [...askers].sort(([a], [b]) => places.get(a)! - places.get(b)!)) if (offer.left > 0) serve(month, offer, asking, loans(offer.lender));
    looking = looking.filter(({ request, offer }) => offer !== null && request.filled < request.asked).map(({ request }) => ({ request, offer: next(request) }));
  }
}

/** One offer, shared pro rata among those who ask; `loans` as they were before anybody asked. */
function serve(month: Month, offer: Offer, asking: readonly Request[], loans: readonly Loan[]): void {
  const lent = (offer.lent ??= exposures(loans, month.tick));
  const wants = asking.map((each) => Math.min(each.asked - each.filled, Math.max(0, offer.nameLimit - (lent.get(each.borrower) ?? 0))));
  const given = ration(offer.left, wants);
  asking.forEach((each, index) => {
    const amount = given[index]!;
    if (amount <= 0 || amount < shareOf(offer.nameLimit, SMALLEST)) return;
    offer.left -= amount;
    each.filled += amount;
    const rate = quote(offer, each);
    each.interest += rate * amount;
    const out = lend(month, each, offer, rate, amount);
    lent.set(each.borrower, (lent.get(each.borrower) ?? 0) + out);
  });
}

/** Expected loss as lenders see it today, basis points a year. */
const expectedLoss = (month: Month, borrower: string, use: string): number => Math.round(lossOverCycle(month, borrower, use) * remembered(month));

/** Expected loss by the odds of a whole cycle, basis points a year. */
function lossOverCycle(month: Month, borrower: string, use: string): number {
  if (use === 'chips') return contractLoss(month, borrower);
  if (use === 'chipsAhead') return defaultRate(month, borrower) * LOSS_GIVEN_DEFAULT.secured + month.lever('contract.spread');
  return defaultRate(month, borrower) * (use === 'construction' ? LOSS_GIVEN_DEFAULT.building : LOSS_GIVEN_DEFAULT.unsecured);
}

/** What a lender has out or promised under its loans, by name. */
function exposures(loans: readonly Loan[], tick: number): Map<string, number> {
  const lent = new Map<string, number>();
  for (const loan of loans) lent.set(loan.borrower, (lent.get(loan.borrower) ?? 0) + exposure(loan, tick));
  return lent;
}

const exposure = (loan: Loan, tick: number): number => loan.principal + (loan.availableUntil >= tick ? loan.undrawn : 0);

const KIND_OF_USE: { readonly [use: string]: LoanKind } = { chips: 'delayedDraw', chipsAhead: 'delayedDraw', construction: 'construction', general: 'term', rollover: 'term', [SELLER_CREDIT]: 'vendor' };

/** Writes the loan: a facility to be drawn at delivery or as building goes on, or money at once. Loans of one kind and half-year are one. Returns by how much the lender has more out or promised. */
function lend(month: Month, asked: Request, offer: Offer, rate: number, amount: number): number {
  const { tables, tick } = month;
  const { borrower, use, months } = asked;
  const behind = use === SELLER_CREDIT;
  const ahead = use === 'chipsAhead';
  const strong = use !== 'chips' && !ahead && use !== 'construction' && !behind && months > 60;
  const kind: LoanKind = offer.seller ? 'vendor' : strong ? 'bond' : KIND_OF_USE[use] ?? 'term';
  const id = `${borrower}-${offer.lender}-${behind ? 'seller' : ahead ? 'value' : kind}-${Math.floor(tick / 6)}`;
  const known = tables.loans[id];
  const drawn = kind === 'delayedDraw' || kind === 'construction' || kind === 'vendor' ? 0 : amount;
  const promised = amount - drawn;
  const secured = (kind === 'delayedDraw' || kind === 'construction' || kind === 'vendor') && !behind;
  const maturity = tick + months;
  if (known === undefined) {
    tables.loans[id] = {
      id, kind, lender: offer.lender, borrower, principal: drawn, undrawn: promised, availableUntil: secured ? tick + 18 : behind ? tick + SELLER_AVAILABLE : tick, rate, floating: !strong,
      tier: secured ? 1 : behind ? SELLER_TIER : 3,
      start: tick, amortisesFrom: strong ? maturity : kind === 'construction' ? tick + 24 : behind ? tick + SELLER_GRACE : tick + 9, maturity,
      covenant: behind ? 'none' : ahead ? 'loanToValue' : kind === 'delayedDraw' || kind === 'vendor' ? 'debtServiceCover' : kind === 'construction' ? 'interestCover' : 'none', covenantState: 'pass', cureTicks: 0,
      backedBy: kind === 'delayedDraw' && !ahead ? contractToBack(month, borrower) : null, advanceRate: ahead ? Math.round(valueAdvance(month) * 10_000) : kind === 'delayedDraw' ? Math.round(advanceOf(month, borrower) * 10_000) : 10_000,
    };
  } else {
    const total = known.principal + known.undrawn + amount;
    const blended = Math.round((known.rate * (known.principal + known.undrawn) + rate * amount) / total);
    tables.loans[id] = { ...known, principal: known.principal + drawn, undrawn: known.undrawn + promised, rate: blended };
  }
  if (drawn > 0) month.pay({ purpose: 'loanDraw', from: offer.lender, to: borrower, amount: drawn, contract: id, decision: asked.pending.decision.id });
  return exposure(tables.loans[id]!, tick) - (known === undefined ? 0 : exposure(known, tick));
}

/** Loan to value at origination of chips that no contract stands behind, where facilities on contracts advance `ADVANCE_NOW` [finance A8: 65 to 70 % of the mark]. */
const ON_VALUE = 0.65;
const ADVANCE_NOW = 0.8;

/** Share of their price that lenders advance on the value of chips alone; moves with the advance on all chips. */
export const valueAdvance = (month: Month): number => ON_VALUE * (month.lever('neocloud.advanceRate') / ADVANCE_NOW);

/** Share of what chips cost that a facility on contracts pays. */
export const advanceOf = (month: Month, borrower: string): number =>
  month.setting.hasTerm(borrower, 'advanceRate') ? month.term(borrower, 'advanceRate') * (month.lever('neocloud.advanceRate') / ADVANCE_NOW) : ADVANCE_NOW;

/** Share of all a borrower asked for this month that nobody lent; a vendor that does not lend is no sign of distress. */
function rememberRefusals(month: Month, requests: readonly Request[]): void {
  const sums = new Map<string, { asked: number; filled: number }>();
  for (const { use, borrower, asked, filled } of requests) {
    if (use === SELLER_CREDIT) continue;
    const sum = sums.get(borrower) ?? { asked: 0, filled: 0 };
    sums.set(borrower, { asked: sum.asked + asked, filled: sum.filled + filled });
  }
  for (const [borrower, { asked, filled }] of sums) month.remember(borrower, { refused: asked > 0 ? 1 - filled / asked : 0 });
}

/** What a borrower pays for a month's new debt: the mean over all who lent to it, by amount; a vendor's line behind the others is not asked what a lender is. */
function rememberRates(month: Month, requests: readonly Request[]): void {
  const sums = new Map<string, { interest: number; filled: number }>();
  for (const { use, borrower, interest, filled } of requests) {
    if (use === SELLER_CREDIT || filled === 0) continue;
    const sum = sums.get(borrower) ?? { interest: 0, filled: 0 };
    sums.set(borrower, { interest: sum.interest + interest, filled: sum.filled + filled });
  }
  for (const [borrower, { interest, filled }] of sums) month.remember(borrower, { quoted: Math.round(interest / filled) });
}

function settleRequest(month: Month, each: Request): void {
  const refused = each.asked > 0 ? 1 - each.filled / each.asked : 0;
  if (each.use === SELLER_CREDIT) {
    month.record(each.pending, { asked: each.asked, filled: each.filled });
    return;
  }
  // with the channel cut, nobody falls over the wall: what cannot be rolled over waits another year
  if (each.use === 'rollover' && refused > 0 && !month.channel('rollover')) putOff(month, each.borrower);
  const cheapest = each.cheapest?.lender;
  month.record(each.pending, { asked: each.asked, filled: each.filled, ...(each.filled < each.asked && cheapest !== undefined ? { refusedBy: cheapest } : {}) });
  if (refused < 0.5 || each.asked < month.mind(each.borrower, 'outlays') * WORTH_TELLING) return;
  const found = [
    ...(cheapest === undefined ? [] : month.because(`tight/${cheapest}`, each.use === 'rollover' ? 'rollover' : 'credit', 12)),
    ...month.because(`trouble/${each.borrower}`, 'state', 12),
    // nobody would have it: a failure has reminded lenders of the odds
    ...(cheapest === undefined ? month.because('memory', 'credit', 12) : []),
  ];
  const causes = found.filter(({ id }, place) => found.findIndex((other) => other.id === id) === place);
  // where nothing has happened to either side, it is the lender's own schedule that says no, not the asking
  const limits = cheapest === undefined ? [] : month.because(`decided/${cheapest}/lend`, 'decision', 2);
  const id = month.note('refused', each.borrower, each.use, { asked: each.asked, missing: each.asked - each.filled, use: each.use, ...(cheapest === undefined ? {} : { refusedBy: cheapest }) }, causes.length > 0 ? causes : limits.length > 0 ? limits : [{ id: each.pending.decision.id, link: 'decision' }]);
  month.signal(`refused/${each.borrower}`, id);
}

/** Moves the debts of a borrower that fall due in one sum this month to a year from now. */
function putOff(month: Month, borrower: string): void {
  for (const id in month.tables.loans) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower !== borrower || loan.amortisesFrom < loan.maturity || loan.maturity > month.tick) continue;
    month.tables.loans[id] = { ...loan, amortisesFrom: month.tick + PUT_OFF, maturity: month.tick + PUT_OFF };
  }
}

/** Draws on a facility that is already promised, in the posting of the delivery it pays for, if any; returns what could be drawn. */
export function draw(month: Month, loanId: string, amount: number, posting?: string): number {
  const loan = month.tables.loans[loanId];
  if (loan === undefined || loan.availableUntil < month.tick) return 0;
  const drawn = Math.min(amount, loan.undrawn, Math.max(0, month.ledger.cash(loan.lender)));
  if (drawn <= 0) return 0;
  month.tables.loans[loanId] = { ...loan, principal: loan.principal + drawn, undrawn: loan.undrawn - drawn };
  month.pay({ purpose: 'loanDraw', from: loan.lender, to: loan.borrower, amount: drawn, contract: loanId, ...(posting === undefined ? {} : { posting }) });
  return drawn;
}
