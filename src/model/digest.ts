/**
 * Digests of a run. Each names everything before it, so that one changed dollar changes every digest after it:
 *
 * - state: SHA-256 of the canonical state. A batch run of the same history has the same one.
 * - phase: SHA-256 of the canonical record (without its digest) preceded by the digest of the phase before it in the
 *   same month; the first phase of a month has nothing before it. Two runs agree up to a phase when its digest agrees.
 * - frame: SHA-256 of the canonical { measures, phases: digests, prev, stateDigest, tick }.
 * - scenario: SHA-256 of the canonical scenario as it was run, all defaults written out.
 * - header: SHA-256 of the canonical header; it is the `prev` of tick 0.
 */
import { canonical } from './canonical.ts';
import type { Frame, Header, PhaseRecord } from './frame.ts';
import type { Scenario } from './scenario.ts';
import type { Hex } from './units.ts';
import { TABLES, type World } from './world.ts';

/** SHA-256 of UTF-8 text or of bytes, lower-case hexadecimal; injected, so that the pure part needs no platform. */
export type Sha256 = (data: string | Uint8Array) => Hex;

export type PhaseContent = Omit<PhaseRecord, 'digest'>;
export type FrameContent = Pick<Frame, 'tick' | 'state' | 'phases' | 'measures' | 'prev'>;

export interface Digester {
  scenario(scenario: Scenario): Hex;
  header(header: Header): Hex;
  state(state: World): Hex;
  /** `before` is the digest of the phase before it in this month, or null for the first. */
  phase(before: Hex | null, record: PhaseContent): Hex;
  /** The frame digest, from a state digest already taken. */
  frame(content: Omit<FrameContent, 'state' | 'phases'> & { readonly phases: readonly Pick<PhaseRecord, 'digest'>[]; readonly stateDigest: Hex }): Hex;
  /** The canonical record of a frame. Of the one named last it is put together from what its digests were taken of. */
  text(frame: Frame): string;
}

export function createDigester(sha256: (text: string) => Hex): Digester {
  /** The month that is being named, or was last: its state, its phases in two parts each, and its digest. */
  let state = '';
  let phases: PhaseText[] = [];
  let named: Hex | null = null;
  return {
    scenario: (scenario) => sha256(canonical(scenario)),
    header: (header) => sha256(canonical(header)),
    state(of) {
      state = stateText(of);
      named = null;
      return sha256(state);
    },
    phase(before, record) {
      if (before === null) phases = [];
      const text = phaseText(record);
      phases.push(text);
      named = null;
      return sha256((before ?? '') + text.head + text.tail);
    },
    frame({ tick, prev, stateDigest, measures, phases: records }) {
      named = sha256(canonical({ tick, prev, stateDigest, measures, phases: records.map((phase) => phase.digest) }));
      return named;
    },
    text(frame) {
      if (frame.digest !== named || frame.phases.length !== phases.length) return canonical({ type: 'tick', ...frame });
      const told = frame.phases.map(({ digest }, nth) => `${phases[nth]!.head},"digest":"${digest}"${phases[nth]!.tail}`);
      return `{"digest":"${frame.digest}","measures":${canonical(frame.measures)},"phases":[${told.join(',')}],"prev":"${frame.prev}","state":${state},"stateDigest":"${frame.stateDigest}","tick":${frame.tick},"type":"tick"}`;
    },
  };
}

/** Canonical text of a state. @throws for one with other tables than the model's. */
function stateText(state: World): string {
  if (Object.keys(state).length !== TABLES.length + 1 || TABLES.some((name) => !Object.hasOwn(state, name)))
    throw new Error(`a state has the tables of the model and nothing else, got ${Object.keys(state).join(', ')}`);
  return canonical(state);
}

/** A phase without its digest, whatever else the object carries; parted where the digest stands in its record. */
interface PhaseText {
  readonly head: string;
  readonly tail: string;
}
function phaseText({ phase, flows, decisions, events, changes }: PhaseContent): PhaseText {
  try {
    return { head: `{"changes":${canonical(changes)},"decisions":${canonical(decisions)}`, tail: `,"events":${canonical(events)},"flows":${canonical(flows)},"phase":${canonical(phase)}}` };
  } catch (error) {
    canonical({ phase, flows, decisions, events, changes }); // throws again, with the whole path
    throw error;
  }
}
