/** The schedule of one month, by name and in order. */
export const PHASES = [
  'shock', // what the scenario does this month
  'demand', // end customers buy AI services and core products
  'perceive', // every actor gets its accounts, prices, contracts, rumours
  'decide', // every machine takes one TICK and returns decisions
  'credit', // requests for loans meet supply
  'equity', // rounds and vendor tranches
  'chips', // orders, allocation, delivery, list price; used GPUs clear
  'compute', // compute contracts and leases signed, delivered, priced; backstops called
  'fund', // unplaced orders and payouts are cut, committed lines drawn
  'settle', // everything due is paid at once
  'covenants', // waive, trap, cure, accelerate
  'resolve', // restructuring or default; liens enforced; losses land
  'mark', // depreciation, marks, lender capital, confidence
  'close', // measures, check, digest, record
] as const;
export type Phase = (typeof PHASES)[number];

/** Five beats in which a month is shown; see shared vocabulary in src/view. */
export const BEATS = ['income', 'decide', 'finance', 'goods', 'settle'] as const;
export type Beat = (typeof BEATS)[number];
export const BEAT_OF: { readonly [phase in Phase]: Beat } = {
  shock: 'income',
  demand: 'income',
  perceive: 'decide',
  decide: 'decide',
  credit: 'finance',
  equity: 'finance',
  chips: 'goods',
  compute: 'goods',
  fund: 'settle',
  settle: 'settle',
  covenants: 'settle',
  resolve: 'settle',
  mark: 'settle',
  close: 'settle',
};

/** The nine channels of contagion; each can be switched off in a scenario. */
export const CHANNELS = [
  'clearing', // 1 missed payments through the network
  'collateral', // 2 seized GPUs → used price → everybody's collateral → margin calls
  'orders', // 3 used GPUs and rented capacity in place of new orders → vendor
  'credit', // 4 lender losses → tight credit for the healthy
  'equity', // 5 stakes written down, rounds dry up
  'rent', // 6 idle capacity → rent a GPU-hour falls → cover of healthy neoclouds falls
  'vacancy', // 7 vacancy → REIT → construction loans
  'backstop', // 8 guarantees and backstops called
  'rollover', // 9 refused rollover at the maturity wall
] as const;
export type Channel = (typeof CHANNELS)[number];
/** What ties an event to its cause: one of the nine channels, or plain causation. */
export type Link = Channel | 'shock' | 'decision' | 'budget' | 'state';
