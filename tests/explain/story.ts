/** Histories written by hand: who did what and because of what, month by month, with nothing else in them. */
import type { Cause, Decision, DecisionType, Event, EventType, Shortfall } from '../../src/model/decision.ts';
import type { Frame, PhaseRecord } from '../../src/model/frame.ts';
import { PHASES, type Phase } from '../../src/model/phase.ts';
import { startChronicle, type Chronicle } from '../../src/explain/chronicle.ts';
import { tinyRun } from '../fixtures/tiny-run.ts';

export interface Told {
  readonly tick: number;
  readonly phase?: Phase;
  readonly id: string;
  readonly actor?: string;
  readonly because?: readonly (string | readonly [string, number])[];
  /** A default: cause → dollars of the shortfall. */
  readonly short?: { readonly [cause: string]: number };
  readonly absorbed?: number;
  /** The shortfall as somebody wrote it who cannot add. */
  readonly bent?: Partial<Shortfall>;
}
export type ToldEvent = Told & { readonly type: EventType };
export type ToldDecision = Told & { readonly decision: DecisionType };

const causes = (told: Told): Cause[] => (told.because ?? []).map((cause) => (typeof cause === 'string' ? { id: cause, link: 'state' } : { id: cause[0], link: 'clearing', dollars: cause[1] }));

function shortfallOf({ short, absorbed = 0, bent, tick }: Told): Shortfall | undefined {
  if (short === undefined) return undefined;
  const parts = Object.entries(short);
  const total = parts.reduce((sum, [, share]) => sum + share, 0);
  const lines = parts.map(([event, share], index) => ({ line: `line/${event}`, variance: share + (index === 0 ? absorbed : 0), share, event }));
  return { since: Math.max(0, tick - 3), due: total + 7, means: 7, total, absorbed, lines, ...bent };
}

function eventOf(told: ToldEvent): Event {
  const shortfall = shortfallOf(told);
  return { id: told.id, key: told.id, type: told.type, ...(told.actor === undefined ? {} : { actor: told.actor }), data: {}, causes: causes(told), ...(shortfall === undefined ? {} : { shortfall }) };
}
function decisionOf(told: ToldDecision): Decision {
  return { id: told.id, key: told.id, actor: told.actor ?? 'nvidia', type: told.decision, params: {}, because: { rule: 'told', inputs: {}, threshold: 0 }, outcome: null, causes: causes(told) };
}

/** The chronicle of a story; events without a phase happen in `resolve`, decisions in `decide`. */
export function story(...told: readonly (ToldEvent | ToldDecision)[]): Chronicle {
  const { header } = tinyRun(1);
  const chronicle = startChronicle(header);
  const last = Math.max(...told.map((each) => each.tick));
  for (let tick = 0; tick <= last; tick++) {
    const now = told.filter((each) => each.tick === tick);
    const phases = PHASES.map((phase): PhaseRecord => ({
      phase,
      flows: [],
      decisions: now.flatMap((each) => ('decision' in each && (each.phase ?? 'decide') === phase ? [decisionOf(each)] : [])),
      events: now.flatMap((each) => ('type' in each && (each.phase ?? (each.type === 'shock' ? 'shock' : 'resolve')) === phase ? [eventOf(each)] : [])),
      changes: [],
      digest: '',
    }));
    chronicle.add({ tick, phases } as unknown as Frame);
  }
  return chronicle;
}
