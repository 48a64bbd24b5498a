/** Decisions and events: what actors chose and why, and what happened and because of what. */
import type { Dollars, PartyId, Tick } from './units.ts';
import type { Link } from './phase.ts';

export const DECISION_TYPES = [
  'buy', // order GPUs
  'borrow',
  'build', // construct powered shells
  'lease',
  'commit', // sign for compute
  'customChip', // start or continue an own-chip programme
  'produce', // start wafers
  'setPrice',
  'launch', // new generation
  'invest', // take a stake or pay a tranche
  'financeCustomers', // offer seller financing
  'stopFinancing',
  'backstop',
  'lend', // a lender's schedule for the month
  'raiseEquity',
  'cut', // cut spending, orders or compute
  'sellChips',
  'offer', // offer capacity to rent
  'default',
  'restructure',
  'hold', // nothing to do; recorded where a rule nearly fired
] as const;
export type DecisionType = (typeof DECISION_TYPES)[number];

/** The rule that fired, what it saw and the number it compared with. Rule ids are message-catalogue keys. */
export interface Because {
  readonly rule: string;
  readonly inputs: { readonly [name: string]: number };
  readonly threshold: number;
}

/** What a machine returns: a schedule the markets fill. Amounts in dollars, GPUs, kW or H100 equivalents by name. */
export interface Intent {
  readonly type: DecisionType;
  readonly params: { readonly [name: string]: number | string | boolean | null };
  readonly because: Because;
}

export interface Decision extends Intent {
  readonly id: string;
  readonly key: string;
  readonly actor: PartyId;
  /** What the market made of it: asked and filled in the unit of the decision. */
  readonly outcome: { readonly filled: number; readonly asked: number; readonly refusedBy?: PartyId } | null;
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly id: string;
  /** Dollars where the cause is money: of this event's shortfall or loss. */
  readonly dollars?: Dollars;
  readonly link: Link;
}

export const EVENT_TYPES = [
  'shock', // the scenario did something
  'stateChanged', // a machine changed region state
  'decisionTaken', // a decision worth a mark on the timeline
  'contractSigned',
  'contractEnded',
  'tranchePaid',
  'stakeBought',
  'backstopSigned',
  'backstopCalled',
  'generationLaunched',
  'customChipDeployed',
  'refused', // credit or equity asked for and not given
  'missedPayment',
  'coverBreach',
  'covenantWaived',
  'cashTrap',
  'accelerated',
  'marginCall',
  'default',
  'restructured',
  'liquidated',
  'seizure',
  'fireSale',
  'usedPriceFell',
  'rentFell',
  'ordersFell',
  'revenueFell',
  'stakeMarked',
  'creditTightened',
  'lenderLoss',
  'vacancy',
  'roundClosed',
  'listPriceCut',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** One line of a shortfall: budget less outcome. */
export interface ShortfallLine {
  /** Budget line, e.g. `compute/openai`. */
  readonly line: string;
  /** Budget minus actual over t₀+1…t, signed towards cash missing (positive hurts). */
  readonly variance: Dollars;
  /** This line's part of the shortfall; the shares add up to the total. */
  readonly share: Dollars;
  /** The event or decision that moved the line. */
  readonly event: string;
}

/** A default, accounted for to the dollar by its causes (economy, "a shortfall"). */
export interface Shortfall {
  readonly since: Tick;
  readonly due: Dollars;
  readonly means: Dollars;
  readonly total: Dollars;
  /** Good news and cushions that absorbed part of the bad lines: Σv⁺ − S. */
  readonly absorbed: Dollars;
  readonly lines: readonly ShortfallLine[];
}

export interface Event {
  readonly id: string;
  readonly key: string;
  readonly type: EventType;
  readonly actor?: PartyId;
  readonly data: { readonly [name: string]: number | string | boolean | null };
  readonly causes: readonly Cause[];
  readonly shortfall?: Shortfall;
}
