/**
 * What happened in a history and who chose what, by id and in order, with the months themselves left aside: enough to
 * ask why, for a recording of any length. It grows month by month like the run it is read from.
 */
import type { Decision, Event } from '../model/decision.ts';
import type { Frame, Header, Run } from '../model/frame.ts';
import { PHASES, type Phase } from '../model/phase.ts';
import type { Tick } from '../model/units.ts';
import type { FrameSource } from '../playback/source.ts';
import type { Failure } from '../recording/problem.ts';

interface Placed {
  readonly id: string;
  readonly tick: Tick;
  readonly phase: Phase;
  /** Running number in the run: what was recorded earlier has the lower one. */
  readonly order: number;
}
export type Happening =
  | (Placed & { readonly kind: 'event'; readonly event: Event })
  | (Placed & { readonly kind: 'decision'; readonly decision: Decision });

export interface Chronicle {
  readonly header: Header;
  /** Months read so far. */
  readonly length: number;
  readonly happenings: readonly Happening[];
  find(id: string): Happening | undefined;
  /** Events and decisions that name this one as a cause, in order. */
  effectsOf(id: string): readonly Happening[];
  /** Reads the next month. */
  add(frame: Frame): void;
}

export function startChronicle(header: Header): Chronicle {
  const happenings: Happening[] = [];
  const byId = new Map<string, Happening>();
  const effects = new Map<string, Happening[]>();
  let length = 0;
  const enter = (happening: Happening): void => {
    if (byId.has(happening.id)) return; // a recording from elsewhere may repeat an id; the first keeps it
    byId.set(happening.id, happening);
    happenings.push(happening);
    for (const cause of new Set(namedCauses(happening))) {
      const list = effects.get(cause);
      if (list === undefined) effects.set(cause, [happening]);
      else list.push(happening);
    }
  };
  return {
    header,
    get length() {
      return length;
    },
    happenings,
    find: (id) => byId.get(id),
    effectsOf: (id) => effects.get(id) ?? [],
    add({ tick, phases }) {
      if (tick !== length) throw new Error(`tick ${length} comes next, got ${tick}`);
      length += 1;
      for (const { phase, decisions, events } of phases) {
        for (const decision of decisions) enter({ kind: 'decision', id: decision.id, tick, phase, order: happenings.length, decision });
        for (const event of events) enter({ kind: 'event', id: event.id, tick, phase, order: happenings.length, event });
      }
    },
  };
}

export function chronicleOf(run: Run): Chronicle {
  const chronicle = startChronicle(run.header);
  for (const frame of run.frames) chronicle.add(frame);
  return chronicle;
}

/** The chronicle of a recording that is read month by month. */
export async function readChronicle(source: FrameSource): Promise<{ readonly ok: true; readonly chronicle: Chronicle } | Failure> {
  const chronicle = startChronicle(source.header);
  for (let tick = 0; tick < source.length; tick++) {
    const read = await source.load(tick);
    if (!read.ok) return read;
    chronicle.add(read.frame);
  }
  return { ok: true, chronicle };
}

function namedCauses(happening: Happening): string[] {
  if (happening.kind === 'decision') return happening.decision.causes.map((cause) => cause.id);
  return [...happening.event.causes.map((cause) => cause.id), ...(happening.event.shortfall?.lines ?? []).map((line) => line.event)];
}

export function actorOf(happening: Happening): string | null {
  return happening.kind === 'decision' ? happening.decision.actor : (happening.event.actor ?? null);
}

/** Who pays whom, who breaks and who fails is solved together, so that within a month these phases cause each other. */
const SOLVED_TOGETHER: ReadonlySet<Phase> = new Set(['settle', 'covenants', 'resolve']);

/** May the first have caused the second? Nothing is caused by what came later. */
export function mayCause(cause: Happening, effect: Happening): boolean {
  if (cause.tick !== effect.tick) return cause.tick < effect.tick;
  if (cause.phase === effect.phase || (SOLVED_TOGETHER.has(cause.phase) && SOLVED_TOGETHER.has(effect.phase))) return true;
  return PHASES.indexOf(cause.phase) < PHASES.indexOf(effect.phase);
}
