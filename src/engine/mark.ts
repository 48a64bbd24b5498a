/** Phase 12, mark: things wear out, prices move, shares are valued, moods change. Nothing here is a flow. */
import { clamp } from '../model/arithmetic.ts';
import type { Month } from '../ledger/month.ts';
import { idsBy } from '../ledger/rows-by-party.ts';
import { ageMemory } from '../markets/credit-memory.ts';
import { leadPricePerUnit, lotValue } from '../markets/chip-price.ts';
import { reprice, setSharePrice } from '../markets/equity.ts';
import { leaderOf, newestOf } from '../markets/leader.ts';
import { decayed, monthlyDepreciation } from '../markets/used-chips.ts';
import { lotAge } from '../ledger/things.ts';
import { followBudgets } from './budget.ts';
import { ageMinds } from './age-minds.ts';
import { closeTrailing } from './trailing.ts';

const SHELL_MONTHS = 300;
/** Months after which chips are scrapped. */
const SCRAPPED = 78;
/** How far the mood follows demand against plan, and what a missed payment or a default does to it at once [assumed]. */
const MOOD_OF_DEMAND = 0.9;
const DEFAULT_SHOCK = 0.05;
const MISSED_SHOCK = 0.015;

export function runMark(month: Month): void {
  wearOut(month);
  movePrices(month);
  moveMood(month);
  ageMemory(month);
  valueShares(month);
  closeTrailing(month);
  ageMinds(month);
  followBudgets(month);
}

/** Straight-line depreciation of chips and shells; what a lender has seized is held at no more than its market value. */
function wearOut(month: Month): void {
  const { tables, ledger, tick } = month;
  const life = Math.max(1, Math.round(month.lever('accounting.life')));
  const worn = new Map<string, number>();
  const wear = (owner: string, amount: number): void => void worn.set(owner, (worn.get(owner) ?? 0) + amount);
  const perUnit = leadPricePerUnit(tables, leaderOf(month));
  const impact = month.market('used', 'impact');
  for (const id of Object.keys(tables.lots)) {
    const lot = tables.lots[id]!;
    if (lotAge(lot, tick) >= SCRAPPED) {
      ledger.own(lot.owner, [['gpus', -1], ['depreciation', 1]], lot.book);
      delete tables.lots[id];
      continue;
    }
    if (lot.status === 'seized') {
      const value = Math.min(lot.book, lotValue(tables, lot, perUnit, impact));
      if (value === lot.book) continue;
      ledger.own(lot.owner, [['gpus', -1], ['revaluation', -1]], lot.book - value);
      tables.lots[id] = { ...lot, book: value };
      continue;
    }
    const part = monthlyDepreciation(lot, life);
    if (part <= 0) continue;
    wear(lot.owner, part);
    tables.lots[id] = { ...lot, book: lot.book - part };
  }
  for (const [owner, amount] of worn) ledger.own(owner, [['gpus', -1], ['depreciation', 1]], amount);
  for (const id of Object.keys(tables.sites)) {
    const site = tables.sites[id]!;
    if (site.readyAt > tick) continue;
    const part = Math.min(site.book, Math.ceil(site.cost / SHELL_MONTHS));
    if (part <= 0) continue;
    ledger.own(site.owner, [['buildings', -1], ['depreciation', 1]], part);
    tables.sites[id] = { ...site, book: site.book - part };
  }
}

/** Prices set this month hold from the next. */
function movePrices(month: Month): void {
  for (const vendor of month.setting.ids('chipVendor')) {
    const price = month.mind(vendor, 'nextPrice');
    const id = newestOf(month.tables, vendor);
    if (price <= 0 || id === null) continue;
    const row = month.tables.generations[id]!;
    if (price < row.price * 0.985) notePriceCut(month, vendor, 1 - price / row.price);
    if (price !== row.price) month.tables.generations[id] = { ...row, price };
  }
  month.setMarket('compute', { price: month.market('compute', 'nextPrice') });
  month.setMarket('used', { impact: decayed(month) });
}

function notePriceCut(month: Month, vendor: string, share: number): void {
  const noted = month.tables.signals[`listPrice/${vendor}`];
  if (noted !== undefined && month.tick - noted.tick < 6) return;
  month.signal(`listPrice/${vendor}`, month.note('listPriceCut', vendor, 'list', { share }, month.because(`decided/${vendor}/setPrice`, 'decision', 1)));
}

/** Sentiment drifts towards how demand does against plan; defaults frighten at once. */
function moveMood(month: Month): void {
  const persistence = month.lever('equity.persistence');
  const planned = month.market('demand', 'planned');
  const ratio = planned > 0 ? month.market('demand', 'spending') / planned : 1;
  const smooth = (month.tables.markets['equity']?.['ratio'] ?? 1) * 0.75 + ratio * 0.25;
  const defaults = month.allEvents.filter((event) => event.type === 'default').length;
  const missed = new Set(month.allEvents.filter((event) => event.type === 'missedPayment').map((event) => event.actor)).size;
  const open = month.channel('equity');
  // what demand does is public and priced at once; whims and frights pass slowly
  const news = open ? clamp(1 + MOOD_OF_DEMAND * (smooth - 1), 0.3, 1.5) : 1;
  const fear = open ? DEFAULT_SHOCK * defaults + MISSED_SHOCK * missed : 0;
  const whim = persistence * (month.tables.markets['equity']?.['whim'] ?? 0) + month.lever('equity.noise') * 0.5 * month.luck.normal('equity', 'sentiment') - fear;
  const sentiment = clamp(news + whim, 0.2, 1.8);
  month.setMarket('equity', { sentiment, ratio: smooth, whim });
  for (const id in month.tables.issuers) {
    const mood = clamp(month.mind(id, 'mood') * persistence + (1 - persistence) * record(month, id) + month.lever('equity.noise') * 0.5 * month.luck.normal(id, 'mood'), -0.6, 0.6);
    month.remember(id, { mood });
  }
  const noted = month.mind('world', 'moodNoted') || 1;
  if (sentiment < noted - 0.12) {
    month.remember('world', { moodNoted: sentiment });
    // customers who do not pay are demand that is missing, whatever they meant to buy
    const unpaid = month.setting.ids('aiLab').flatMap((id) => month.because(`withheld/${id}`, 'equity', 24));
    const causes = [...month.because('missed', 'equity', 6), ...month.because('demand', 'equity', 24), ...unpaid];
    month.signal('mood', month.note('stakeMarked', undefined, 'mood', { share: noted - sentiment, sentiment }, causes.length > 0 ? causes : month.announced()));
  } else if (sentiment > noted + 0.12) month.remember('world', { moodNoted: sentiment });
}

/** How a seller of AI services does against the path everybody had planned for it, less one; 0 for all others. */
function record(month: Month, id: string): number {
  const planned = month.mind(id, 'path');
  if (planned <= 0 || !month.channel('equity') || month.setting.kindOf(id) !== 'aiLab') return 0;
  return clamp(month.mind(id, 'revenueNow') / planned - 1, -0.6, 0.5);
}

/** Listed shares are priced every month, private ones at rounds or once they are impaired. */
function valueShares(month: Month): void {
  const holdings = idsBy(month.tables.holdings, (holding) => holding.issuer);
  for (const id of Object.keys(month.tables.issuers).sort()) {
    const issuer = month.tables.issuers[id]!;
    if (month.mind(id, 'shut') > 0) continue;
    if (issuer.listed) reprice(month, id, holdings(id));
    else if (month.mind(id, 'arrearsMonths') === 1) impair(month, id);
  }
}

/** A private issuer that misses a payment is written down at once by those who hold it. */
function impair(month: Month, id: string): void {
  const price = Math.max(1, Math.floor(month.tables.issuers[id]!.price * 0.5));
  setSharePrice(month, id, price);
  month.note('stakeMarked', id, 'impairment', { issuer: id, share: 0.5 }, month.because(`missed/${id}`, 'equity', 1));
}

