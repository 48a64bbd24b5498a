/**
 * A scenario: an economy as data. Every number carries unit, source and mark; the page can show them. Files may
 * extend another file (`extends: base`), in which case maps are merged by key and lists by id.
 */
import * as z from 'zod';
import { CHANNELS } from './phase.ts';
import { ACTOR_KINDS, SECTOR_KINDS } from './party.ts';
import { HISTORY, OPENING } from './terms.ts';
import { LOAN_KINDS } from './instrument.ts';

export const MARKS = ['article', 'filing', 'filing?', 'press', 'press?', 'assumed'] as const;

const LARGEST = 9_000_000_000_000_000;
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40');
const phrase = z.string().min(1).max(2000);
/** A text in both languages. */
export const bilingual = z.strictObject({ en: phrase, zh: phrase });
const finite = z.number().min(-LARGEST).max(LARGEST);
const whole = z.number().int().min(0).max(LARGEST);
const tick = z.number().int().min(-240).max(2000);

/** A number with its unit, how sure it is and where it is from. */
export const quantity = z.strictObject({
  value: finite,
  unit: z.string().min(1).max(40),
  mark: z.enum(MARKS),
  source: z.string().min(1).max(400),
  range: z.tuple([finite, finite]).optional(),
  note: z.string().max(600).optional(),
});
const wholeQuantity = quantity.refine((q) => Number.isSafeInteger(q.value), { message: 'must be a whole number of dollars', path: ['value'] });
const provenance = { mark: z.enum(MARKS), source: z.string().min(1).max(400) };

export const partySchema = z.strictObject({
  id,
  kind: z.enum([...ACTOR_KINDS, ...SECTOR_KINDS]),
  name: bilingual,
  generic: bilingual.optional(),
  terms: z.record(z.string(), quantity).default({}),
  opening: z.partialRecord(z.enum(OPENING), wholeQuantity).default({}),
  history: z.partialRecord(z.enum([...HISTORY, 'growth']), quantity).default({}),
  /** Shares others hold: number, price in dollars a share, listed or private, market multiple of trailing revenue. */
  shares: z.strictObject({ count: whole, price: finite.positive(), listed: z.boolean(), multiple: finite.min(0), ...provenance }).optional(),
  /** Opening state of its machine where it is not the usual one. */
  state: z.record(z.string(), z.string()).default({}),
});

const loan = z.strictObject({
  id, kind: z.enum(LOAN_KINDS), lender: id, borrower: id,
  principal: whole, undrawn: whole.default(0), availableUntil: tick.default(0),
  rate: z.number().int().min(0).max(10_000), floating: z.boolean().default(true), tier: z.number().int().min(1).max(4),
  start: tick.default(-1), amortisesFrom: tick, maturity: tick,
  covenant: z.enum(['none', 'debtServiceCover', 'loanToValue', 'interestCover']).default('none'),
  backedBy: id.nullable().default(null), advanceRate: finite.min(0).max(1).default(0.8), ...provenance,
});
const lot = z.strictObject({ id, owner: id, generation: id, age: z.number().int().min(0).max(120), units: whole, lien: id.nullable().default(null), ...provenance });
const site = z.strictObject({ id, owner: id, capacity: whole, costPerKilowatt: finite.min(0), readyAt: tick, ageYears: finite.min(0).default(0), lien: id.nullable().default(null), ...provenance });
const lease = z.strictObject({ id, landlord: id, tenant: id, capacity: whole, rent: finite.min(0), signedAt: tick.default(-1), start: tick, end: tick, ...provenance });
const contract = z.strictObject({
  id, seller: id, buyer: id, units: whole, rate: finite.min(0), signedAt: tick.default(-1), start: tick, ramp: z.number().int().min(1).max(120), end: tick,
  takeOrPay: z.boolean().default(true), prepaid: whole.default(0), creditShare: finite.min(0).max(1).default(0), ...provenance,
});
const order = z.strictObject({ id, buyer: id, vendor: id, generation: id, units: whole, due: tick, ...provenance });
const stake = z.strictObject({ holder: id, issuer: id, shares: whole, ...provenance });
const commitment = z.strictObject({
  id, investor: id, issuer: id, signedAt: tick, perStage: whole, stageCapacity: whole, stages: z.number().int().min(1).max(100),
  chipsPerStage: whole, ownPerStage: whole, firstStageAt: tick, ...provenance,
});
const backstop = z.strictObject({ id, guarantor: id, beneficiary: id, cap: whole, signedAt: tick, end: tick, ...provenance });
/** Equity the scenario knows of: bought at the issuer's price of the month. */
const round = z.strictObject({ id, issuer: id, investor: id, amount: whole, at: tick, ...provenance });

/**
 * What the scenario does to the world. `ramp` moves a lever (a parameter) in a line to `to` over `over` months;
 * `withhold` keeps an actor's end-customer receipts away for some months.
 */
const shock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ramp'), id, at: tick, lever: z.string(), to: finite, over: z.number().int().min(1).max(120), text: bilingual, ...provenance }),
  z.strictObject({ kind: z.literal('withhold'), id, at: tick, actor: id, share: finite.min(0).max(1), months: z.number().int().min(1).max(120), text: bilingual, ...provenance }),
]);

const generation = z.strictObject({
  id, vendor: id, performance: finite.positive(), price: whole, launchAt: tick, kilowattsPerGpu: finite.positive(), name: bilingual, ...provenance,
});

/** What the catalogues call something, and what it is called here. */
const trade = z.record(z.string().min(1).max(40), z.string().min(1).max(40)).refine((words) => Object.keys(words).length <= 60, { message: 'at most 60 words' });

export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  id,
  extends: id.optional(),
  name: bilingual,
  about: z.strictObject({ what: bilingual, how: bilingual, notice: bilingual, try: bilingual, limits: bilingual }),
  horizon: z.number().int().min(1).max(1200).default(72),
  /** Calendar month of tick 0 where it is not January 2025. */
  opens: z.strictObject({ year: z.number().int().min(1900).max(2200), month: z.number().int().min(1).max(12) }).optional(),
  /** Words of this economy's own trade for those of the catalogues, where it is not about AI. */
  words: z.strictObject({ en: trade, zh: trade }).optional(),
  parameters: z.record(z.string(), quantity),
  channels: z.partialRecord(z.enum(CHANNELS), z.boolean()).default({}),
  generations: z.array(generation).default([]),
  parties: z.array(partySchema),
  loans: z.array(loan).default([]),
  lots: z.array(lot).default([]),
  sites: z.array(site).default([]),
  leases: z.array(lease).default([]),
  contracts: z.array(contract).default([]),
  orders: z.array(order).default([]),
  stakes: z.array(stake).default([]),
  commitments: z.array(commitment).default([]),
  backstops: z.array(backstop).default([]),
  rounds: z.array(round).default([]),
  shocks: z.array(shock).default([]),
  /** Where glyphs stand (0-1000 each way) and the scales to draw with before the first run is finished. */
  display: z
    .strictObject({
      positions: z.record(id, z.strictObject({ x: finite.min(0).max(1000), y: finite.min(0).max(1000), label: z.enum(['left', 'right', 'above', 'below']).default('below') })).default({}),
      widest: whole.default(20_000_000_000),
      largestAssets: whole.default(600_000_000_000),
    })
    .default({ positions: {}, widest: 20_000_000_000, largestAssets: 600_000_000_000 }),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioParty = Scenario['parties'][number];
export type Quantity = z.infer<typeof quantity>;
export type Shock = Scenario['shocks'][number];
