/**
 * Phase 6, equity: announced rounds, share issues, and the vendor's tranches. One price a share values every holder's
 * claim; private prices move at rounds, listed ones every month. Outside shareholders give what their mood allows.
 */
import { clamp, mulDiv } from '../model/arithmetic.ts';
import type { Cause } from '../model/decision.ts';
import { calendar, MICRO } from '../model/units.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { idsBy } from '../ledger/rows-by-party.ts';

/** Most of its market value that a listed firm can sell in new shares in a year. */
const LISTED_ROOM = 0.12;
/** Mood below which rounds dry up. */
const DRY = 0.55;
/** Months in which money raised by a private issuer is an extension of its last round: the same shares at the same price. */
const SAME_ROUND = 6;

const yearOf = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, amount) => sum + amount, 0);

/** Mood for an issuer: the market's, and its own luck and record. */
export function sentimentFor(month: Month, issuer: string): number {
  return clamp(month.market('equity', 'sentiment') * (1 + month.mind(issuer, 'mood')), 0.05, 2.5);
}

/** Dollars outside shareholders would still put into this actor this year. */
export function equityRoom(month: Month, actor: string): number {
  const issuer = month.tables.issuers[actor];
  if (issuer === undefined || month.mind(actor, 'failed') > 0) return 0;
  const mood = month.channel('equity') ? sentimentFor(month, actor) : 1;
  const appetite = month.lever('equity.appetite') * (mood < DRY ? Math.max(0, (mood - 0.3) / (DRY - 0.3)) * mood : Math.min(1.5, mood));
  const cap = month.setting.hasTerm(actor, 'equityCap') ? month.term(actor, 'equityCap') : mulDiv(Math.round(issuer.shares), issuer.price, MICRO) * LISTED_ROOM;
  // a year's money comes in the course of the year
  const part = calendar(month.tick, month.setting.scenario.opens).month / 12;
  return Math.max(0, Math.floor(cap * appetite * part - month.mind(actor, 'raised')));
}

/** Most that one issuer can be worth: more than the world owns, and few enough dollars to add up exactly. */
const WORTH_MOST = 100_000_000_000_000;

/** Dollars an issuer is worth at a mood: multiple of trailing revenue. */
export function valuation(month: Month, actor: string): number {
  const issuer = month.tables.issuers[actor]!;
  return Math.min(WORTH_MOST, (issuer.multiple / 100) * Math.max(1, yearOf(month.tables.trailing[actor]?.revenue)) * sentimentFor(month, actor));
}

export function runEquity(month: Month): void {
  signCommitments(month);
  const outside = month.setting.sector('outsideInvestors');
  const shareholders = shareholdersOf(month);
  for (const round of month.setting.scenario.rounds) {
    if (round.at !== month.tick || round.investor !== outside || round.amount === 0) continue;
    if (month.mind(round.issuer, 'failed') > 0) continue;
    const amount = Math.floor(round.amount * Math.min(1, month.lever('equity.appetite') * (month.channel('equity') ? Math.min(1, sentimentFor(month, round.issuer) / 0.8) : 1)));
    closeRound(month, shareholders, outside, round.issuer, amount, undefined, month.announced());
  }
  for (const pending of month.wanting('invest')) invest(month, shareholders, pending);
  for (const pending of month.wanting('raiseEquity')) raise(month, shareholders, pending, outside);
  for (const pending of month.wanting('backstop')) signBackstop(month, pending);
  payInShares(month, outside);
}

/** Shares to staff, in step with their wages: a cost that is never cash; outside holders are diluted by it. */
function payInShares(month: Month, outside: string): void {
  for (const lab of month.setting.ids('aiLab')) {
    const issuer = month.tables.issuers[lab];
    const amount = Math.round((month.term(lab, 'stockPay') * month.mind(lab, 'staff')) / Math.max(1, month.term(lab, 'staffCost')));
    if (issuer === undefined || issuer.price <= 0 || amount <= 0 || month.mind(lab, 'failed') > 0) continue;
    const shares = mulDiv(amount, MICRO, issuer.price);
    const id = `${outside}/${lab}`;
    const before = month.tables.holdings[id];
    if (shares <= 0) continue;
    month.pay({ purpose: 'stockPay', from: lab, to: outside, amount, contract: lab });
    month.tables.holdings[id] = { id, holder: outside, issuer: lab, shares: (before?.shares ?? 0) + shares, cost: (before?.cost ?? 0) + amount, value: (before?.value ?? 0) + amount };
    month.tables.issuers[lab] = { ...issuer, shares: issuer.shares + shares };
  }
}

/** The holdings of each issuer's shares, while new ones are issued. */
interface Shareholders {
  of(issuer: string): readonly string[];
  add(issuer: string, holding: string): void;
}

function shareholdersOf(month: Month): Shareholders {
  const before = idsBy(month.tables.holdings, (holding) => holding.issuer);
  const since = new Map<string, string[]>();
  return {
    of: (issuer) => [...before(issuer), ...(since.get(issuer) ?? [])],
    add: (issuer, holding) => void since.set(issuer, [...(since.get(issuer) ?? []), holding]),
  };
}

/** Is what a private issuer raises now part of the round it has lately priced? */
function extendsRound(month: Month, issuer: string): boolean {
  const { listed, lastRound } = month.tables.issuers[issuer]!;
  return !listed && lastRound >= 0 && month.tick - lastRound < SAME_ROUND;
}

/** New shares at the price of the day; a private issuer's price is set by the round itself, or was by the one it extends. */
function closeRound(month: Month, shareholders: Shareholders, investor: string, issuer: string, amount: number, decision: string | undefined, causes: readonly Cause[]): void {
  if (amount <= 0) return;
  const extension = extendsRound(month, issuer);
  if (!extension) reprice(month, issuer, shareholders.of(issuer));
  const row = month.tables.issuers[issuer]!;
  const shares = mulDiv(amount, MICRO, Math.max(1, row.price));
  if (shares <= 0) return;
  const vendor = month.setting.kindOf(investor) === 'chipVendor';
  month.pay({ purpose: vendor ? 'vendorShareIssue' : 'shareIssue', from: investor, to: issuer, amount, contract: issuer, ...(decision === undefined ? {} : { decision }) });
  const id = `${investor}/${issuer}`;
  const before = month.tables.holdings[id];
  if (before === undefined) shareholders.add(issuer, id);
  month.tables.holdings[id] = { id, holder: investor, issuer, shares: (before?.shares ?? 0) + shares, cost: (before?.cost ?? 0) + amount, value: (before?.value ?? 0) + amount };
  month.tables.issuers[issuer] = { ...row, shares: row.shares + shares, lastRound: extension ? row.lastRound : month.tick };
  month.remember(issuer, { raised: month.mind(issuer, 'raised') + (vendor ? 0 : amount) });
  const because: readonly Cause[] = decision === undefined ? causes : [{ id: decision, link: 'decision' }];
  month.note(vendor ? 'stakeBought' : 'roundClosed', vendor ? investor : issuer, vendor ? issuer : investor, vendor ? { issuer, amount } : { investor, amount }, because);
}

/** Sets a private issuer's price at a round, or a listed one's every month, and revalues every holder. */
export function reprice(month: Month, issuer: string, holdings: readonly string[]): void {
  const row = month.tables.issuers[issuer]!;
  if (row.shares <= 0) return;
  const fair = Math.max(1, Math.floor((valuation(month, issuer) / row.shares) * MICRO));
  // prices move half of the way a month for listed shares; a private round sets its own
  const price = row.listed ? Math.max(1, Math.round(row.price + (fair - row.price) * 0.35)) : fair;
  setSharePrice(month, issuer, price, holdings);
}

/** One price for all: every holder's value and the issuer's own. Marks are revaluations, never flows. */
export function setSharePrice(month: Month, issuer: string, price: number, holdings: readonly string[] = Object.keys(month.tables.holdings)): void {
  const { tables, ledger } = month;
  tables.issuers[issuer] = { ...tables.issuers[issuer]!, price };
  for (const id of holdings) {
    const holding = tables.holdings[id]!;
    if (holding.issuer !== issuer) continue;
    const value = mulDiv(holding.shares, price, MICRO);
    if (value === holding.value) continue;
    ledger.revalue(holding.holder, 'stakes', value - holding.value, 'revaluation');
    ledger.revalue(issuer, 'equityIssued', value - holding.value, 'revaluation');
    tables.holdings[id] = { ...holding, value };
  }
}

function invest(month: Month, shareholders: Shareholders, pending: Pending): void {
  const { actor, params, id } = pending.decision;
  const issuer = String(params['issuer']);
  const asked = Number(params['amount']);
  const stage = params['commitment'];
  if (month.mind(issuer, 'failed') > 0 || month.ledger.cash(actor) < asked) return month.record(pending, { asked, filled: 0, refusedBy: issuer });
  if (typeof stage !== 'string') {
    closeRound(month, shareholders, actor, issuer, asked, id, []);
    return month.record(pending, { asked, filled: asked });
  }
  // a stage goes ahead only where both sides go on
  const build = month.wanting('build').find((each) => each.decision.actor === issuer && each.decision.params['stage'] === stage);
  const commitment = month.tables.commitments[stage];
  if (build === undefined || commitment === undefined) return month.record(pending, { asked, filled: 0, refusedBy: issuer });
  closeRound(month, shareholders, actor, issuer, asked, id, []);
  month.tables.commitments[stage] = { ...commitment, stagesPaid: commitment.stagesPaid + 1 };
  month.remember(issuer, { lastStage: month.tick, stageOrders: month.mind(issuer, 'stageOrders') + commitment.chipsPerStage, stageSpace: month.mind(issuer, 'stageSpace') + commitment.stageCapacity });
  month.note('tranchePaid', actor, stage, { issuer, amount: asked, stage: commitment.stagesPaid + 1 }, [{ id, link: 'decision' }, { id: build.decision.id, link: 'decision' }]);
  month.record(build, { asked: commitment.stageCapacity, filled: commitment.stageCapacity });
  month.record(pending, { asked, filled: asked });
}

function raise(month: Month, shareholders: Shareholders, pending: Pending, outside: string): void {
  const { actor, params, id } = pending.decision;
  const asked = Number(params['wanted']);
  const amount = Math.min(Number(params['amount']), equityRoom(month, actor));
  closeRound(month, shareholders, outside, actor, amount, id, []);
  month.record(pending, { asked, filled: amount, ...(amount < asked ? { refusedBy: outside } : {}) });
  if (amount >= asked / 2) return;
  const causes = [...month.because('mood', 'equity', 18), ...month.because(`trouble/${actor}`, 'state', 12)];
  const event = month.note('refused', actor, 'equity', { asked, missing: asked - amount, use: 'equity', refusedBy: outside }, causes.length > 0 ? causes : [{ id, link: 'decision' }]);
  month.signal(`unfunded/${actor}`, event);
}

function signCommitments(month: Month): void {
  for (const { mark: _mark, source: _source, signedAt, ...commitment } of month.setting.scenario.commitments) {
    if (signedAt !== month.tick || month.lever('vendor.finance') === 0 || month.removed(commitment.id)) continue;
    month.tables.commitments[commitment.id] = { ...commitment, stagesPaid: 0 };
    month.note('contractSigned', commitment.investor, commitment.id, { issuer: commitment.issuer, value: commitment.perStage * commitment.stages }, month.announced());
  }
}

function signBackstop(month: Month, pending: Pending): void {
  const { actor, params, id } = pending.decision;
  const key = String(params['id']);
  const planned = month.setting.scenario.backstops.find((each) => each.id === key);
  if (planned === undefined || month.removed(key)) return month.record(pending, { asked: Number(params['cap']), filled: 0 });
  const cap = Number(params['cap']);
  month.tables.backstops[key] = { id: key, guarantor: actor, beneficiary: planned.beneficiary, cap, used: 0, start: month.tick, end: planned.end };
  month.note('backstopSigned', actor, key, { beneficiary: planned.beneficiary, cap }, [{ id, link: 'decision' }]);
  month.record(pending, { asked: cap, filled: cap });
}
