/** Shapes for events and decisions, shared by badges on the stage and glyphs on the timeline. Shape first, colour second. */
import type { DecisionType, EventType } from '../model/decision.ts';

export const MARK_SHAPES = [
  'cross', // failure
  'exclamation', // a promise broken or a warning
  'triangleUp', // money borrowed, a rise
  'triangleDown', // a fall, a cut
  'square', // chips
  'diamond', // equity
  'hollowDiamond', // a promise of equity or a guarantee
  'house', // building
  'chip', // own chip, new generation
  'circle', // anything else
  'flag', // a contract
  'bolt', // the scenario acts
] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

/** Roles a palette turns into colours. `trouble` and `relief` are vermillion and blue, never red and green. */
export type MarkTone = 'plain' | 'trouble' | 'relief' | 'equity' | 'debt' | 'gpu' | 'rent';

export interface Mark {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  /** 3 marks a chain (default, missed payment), 2 is worth a pin, 1 is detail. */
  readonly weight: 1 | 2 | 3;
}

const mark = (shape: MarkShape, tone: MarkTone, weight: 1 | 2 | 3): Mark => ({ shape, tone, weight });

export const EVENT_MARKS: { readonly [type in EventType]: Mark } = {
  shock: mark('bolt', 'trouble', 3),
  stateChanged: mark('circle', 'plain', 1),
  decisionTaken: mark('circle', 'plain', 1),
  contractSigned: mark('flag', 'plain', 2),
  contractEnded: mark('flag', 'plain', 1),
  tranchePaid: mark('diamond', 'equity', 2),
  stakeBought: mark('diamond', 'equity', 2),
  backstopSigned: mark('hollowDiamond', 'equity', 2),
  backstopCalled: mark('hollowDiamond', 'trouble', 2),
  generationLaunched: mark('chip', 'gpu', 2),
  customChipDeployed: mark('chip', 'gpu', 2),
  refused: mark('exclamation', 'trouble', 2),
  missedPayment: mark('exclamation', 'trouble', 3),
  coverBreach: mark('exclamation', 'debt', 2),
  covenantWaived: mark('circle', 'relief', 1),
  cashTrap: mark('circle', 'debt', 1),
  accelerated: mark('triangleUp', 'trouble', 2),
  marginCall: mark('exclamation', 'debt', 2),
  default: mark('cross', 'trouble', 3),
  restructured: mark('circle', 'relief', 2),
  liquidated: mark('cross', 'trouble', 2),
  seizure: mark('square', 'trouble', 2),
  fireSale: mark('square', 'gpu', 2),
  usedPriceFell: mark('triangleDown', 'gpu', 1),
  rentFell: mark('triangleDown', 'rent', 1),
  ordersFell: mark('triangleDown', 'gpu', 2),
  revenueFell: mark('triangleDown', 'trouble', 1),
  stakeMarked: mark('triangleDown', 'equity', 1),
  creditTightened: mark('triangleDown', 'debt', 2),
  lenderLoss: mark('triangleDown', 'debt', 2),
  vacancy: mark('house', 'trouble', 1),
  roundClosed: mark('diamond', 'equity', 1),
  listPriceCut: mark('triangleDown', 'gpu', 1),
};

/** Decisions that change an actor's course; the others stay in the inspector. */
export const DECISION_MARKS: { readonly [type in DecisionType]?: Mark } = {
  customChip: mark('chip', 'gpu', 2),
  launch: mark('chip', 'gpu', 2),
  stopFinancing: mark('hollowDiamond', 'trouble', 2),
  backstop: mark('hollowDiamond', 'equity', 2),
  cut: mark('triangleDown', 'trouble', 2),
  default: mark('cross', 'trouble', 3),
  restructure: mark('circle', 'relief', 2),
  sellChips: mark('square', 'gpu', 1),
  build: mark('house', 'rent', 1),
  borrow: mark('triangleUp', 'debt', 1),
  raiseEquity: mark('diamond', 'equity', 1),
  invest: mark('diamond', 'equity', 1),
  buy: mark('square', 'gpu', 1),
};
