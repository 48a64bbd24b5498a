/**
 * One month, animated: what moves at fraction `u` of it. Particles of a beat leave one by one in its first half and
 * travel for half of it, so that all arrive within it; books and rings move in its last three tenths. A function of
 * its arguments alone, never of the clock.
 */
import type { Frame } from '../model/frame.ts';
import { BEAT_OF, BEATS, PHASES, type Beat } from '../model/phase.ts';
import type { PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { statesInside } from '../playback/scene.ts';
import { summarise } from '../playback/summary.ts';
import { beatsOf, progress, settling, type Beats } from './beats.ts';
import { conditionOf, defaultsIn, hasFailed } from './condition.ts';
import { placeAt, type Path } from './geometry.ts';
import { betweenGlyphs, glyphOf } from './glyph.ts';
import type { GlyphPlan, LanePlan, Mode, NodeMoment, Particle, StagePlan, Still } from './plan.ts';
import { particlesFor, type RunScale } from '../playback/run-scale.ts';
import type { Months } from './stage-view.ts';

export const FULL_RING = 12;
/** Between two lanes that go hollow, in shares of the beat: 300 ms of 600 when stepping, less where many follow. */
const HOLLOW_APART = 0.5;

export interface MomentRequest {
  readonly still: Still;
  readonly scale: RunScale;
  readonly frames: Months;
  readonly frame: Frame;
  readonly before: World;
  readonly after: World;
  readonly phase: number | null;
  readonly u: number;
  readonly mode: Mode;
}

/** What carries particles: lanes, then rivers. */
type Carrier = Omit<LanePlan, 'from' | 'to' | 'bundle' | 'spoken'>;

export function planMoment(request: MomentRequest): StagePlan {
  const { still, u, scale } = request;
  const mode = request.phase !== null || u >= 1 ? (request.mode === 'widths' ? 'widths' : request.mode === 'stream' && u < 1 ? 'stream' : 'rest') : request.mode;
  const carriers: readonly Carrier[] = [...still.lanes, ...still.rivers];
  const beats = beatsOf(mode, mode === 'step' ? busyBeats(request.frame) : BEATS);
  const moves = mode === 'sequence' || mode === 'step' || mode === 'overlap';
  return {
    still,
    u,
    mode,
    beat: moves ? beatAt(beats, u) : 'rest',
    particles: moves ? beatParticles(carriers, beats, u, scale) : mode === 'stream' ? streamParticles(carriers, u, scale) : [],
    laneAlpha: carriers.map((lane) => (lane.dim ? 0.2 : lane.lit === 'before' ? 0.55 : 1) * (moves ? brightness(lane, beats, u) : 1)),
    laneSolid: still.lanes.map((lane) => (moves ? solidAt(lane, beats, u, still.lanes) : lane.solid)),
    moments: nodeMoments(request, moves ? beats : null),
    textAlpha: textAlphas(still, moves ? beats : null, mode, u),
  };
}

const busy = new WeakMap<Frame, readonly Beat[]>();
/** The beats the cursor counts when it steps. */
export function busyBeats(frame: Frame): readonly Beat[] {
  let found = busy.get(frame);
  if (found === undefined) busy.set(frame, (found = summarise(frame).beats));
  return found;
}

/** The beat begun last. */
function beatAt(beats: Beats, u: number): Beat | 'rest' {
  let found: Beat | 'rest' = 'rest';
  for (const beat of BEATS) if (beats[beat].end > beats[beat].start && u >= beats[beat].start) found = beat;
  return found === 'settle' && u >= beats.settle.end ? 'rest' : found;
}

function beatParticles(lanes: readonly Carrier[], beats: Beats, u: number, scale: RunScale): Particle[] {
  const particles: Particle[] = [];
  lanes.forEach((lane, index) => {
    for (const beat of BEATS) {
      const { start, end } = beats[beat];
      if (u < start || u > end || end <= start) continue;
      const { count, radius } = particlesFor(scale, lane.beats[beat]);
      const half = (end - start) / 2;
      for (let i = 0; i < count; i++) {
        const way = (u - start - (half * i) / count) / half;
        if (way < 0 || way > 1) continue;
        particles.push(particleAt(lane.path, way, index, radius));
      }
    }
  });
  return particles;
}

/** One of thousands a picture, so it is made in one piece. */
function particleAt(path: Path, share: number, lane: number, radius: number): Particle {
  const particle = { lane, x: 0, y: 0, angle: 0, radius };
  placeAt(path, share, particle);
  return particle;
}

/** A steady stream: evenly spaced, one round a month, so that month follows month without a seam. */
function streamParticles(lanes: readonly Carrier[], u: number, scale: RunScale): Particle[] {
  const particles: Particle[] = [];
  lanes.forEach((lane, index) => {
    const { count, radius } = particlesFor(scale, lane.amount);
    for (let i = 0; i < count; i++) particles.push(particleAt(lane.path, (i / count + u) % 1, index, radius));
  });
  return particles;
}

/** A lane is bright while it carries something, half so before and after. */
function brightness(lane: Carrier, beats: Beats, u: number): number {
  if (u >= beats.settle.end) return 1;
  let brightest = 0.42;
  for (const beat of BEATS) {
    if (lane.beats[beat] <= 0 && !(beat === 'settle' && (lane.missing > 0 || lane.hollowing !== null))) continue;
    const { start, end } = beats[beat];
    if (u >= start && u <= end) brightest = 1;
    else if (u > end) brightest = Math.max(brightest, 0.72);
  }
  return brightest;
}

/** Payments are missed, and lanes of the failed go hollow, while the month is settled; the largest losses first. */
function solidAt(lane: LanePlan, beats: Beats, u: number, lanes: readonly LanePlan[]): number {
  const carries = lane.amount > 0 || lane.hollowing !== null;
  if (!carries || lane.solid >= 1) return lane.solid;
  const told = progress(beats.settle, u);
  if (lane.hollowing === null) return 1 + (lane.solid - 1) * told;
  const count = 1 + Math.max(...lanes.map((other) => other.hollowing ?? 0));
  const apart = Math.min(HOLLOW_APART, 0.7 / count);
  const start = lane.hollowing * apart;
  return 1 + (lane.solid - 1) * Math.max(0, Math.min(1, (told - start) / 0.3));
}

function textAlphas(still: Still, beats: Beats | null, mode: Mode, u: number): number[] {
  const byKey = beats === null ? null : new Map<string, Carrier>([...still.lanes, ...still.rivers].map((lane) => [lane.key, lane]));
  return still.texts.map((text) => {
    const base = text.dim ? 0.35 : 1;
    if (text.role !== 'amount') return base;
    if (mode === 'stream' || mode === 'widths') return 0;
    if (beats === null || byKey === null) return base;
    const lane = byKey.get(text.on ?? text.id.slice('bundle/'.length));
    return base * (lane === undefined ? progress(beats.settle, u) : shownAt(lane, beats, u));
  });
}

/** An amount appears in the first quarter of the beat in which most of it moves, and stays. */
function shownAt(lane: Carrier, beats: Beats, u: number): number {
  const main = lane.missing > 0 ? 'settle' : BEATS.reduce<Beat>((best, beat) => (lane.beats[beat] > lane.beats[best] ? beat : best), 'settle');
  return Math.min(1, progress(beats[main], u) * 4);
}

interface Stages {
  readonly after: World;
  readonly scale: RunScale;
  /** State at the end of each beat. */
  readonly states: { readonly [beat in Beat]: World };
  readonly glyphs: Map<string, GlyphPlan>;
}
const stages = new WeakMap<Frame, Stages>();

/** States after each beat; where a month does not fold, its closing state stands for all. */
function stagesOf({ before, after, frame, scale }: MomentRequest): Stages {
  const kept = stages.get(frame);
  if (kept !== undefined && kept.scale === scale) return kept;
  const inside = statesInside(before, frame);
  const states = Object.fromEntries(
    BEATS.map((beat) => {
      const last = PHASES.reduce((found, phase, index) => (BEAT_OF[phase] === beat ? index : found), 0);
      return [beat, (inside.ok ? inside.states[last] : undefined) ?? frame.state];
    }),
  ) as { [beat in Beat]: World };
  const made = { after, scale, states, glyphs: new Map() };
  stages.set(frame, made);
  return made;
}

function nodeMoments(request: MomentRequest, beats: Beats | null): NodeMoment[] {
  const { still, scale, before, after, frame, frames, u, phase } = request;
  const months = ringMonths(frame, frames, before, after, phase);
  if (beats === null)
    return still.nodes.map((node) => ({ glyph: glyphOf(after, node.id, scale, node.radius), ring: months(node.id).after, badges: 1 }));
  const { states, glyphs } = stagesOf(request);
  const glyph = (state: World, name: string, id: PartyId, radius: number): GlyphPlan => {
    const key = `${name}/${id}/${radius}`;
    let found = glyphs.get(key);
    if (found === undefined) glyphs.set(key, (found = glyphOf(state, id, scale, radius)));
    return found;
  };
  const settled = settling(progress(beats.settle, u));
  return still.nodes.map((node) => {
    if (node.shape === 'plate') return { glyph: EMPTY_PLATE, ring: 0, badges: progress(beats.decide, u) };
    let shown = glyph(before, 'before', node.id, node.radius);
    for (const beat of BEATS) {
      const share = settling(progress(beats[beat], u));
      if (share > 0) shown = betweenGlyphs(shown, glyph(states[beat], beat, node.id, node.radius), share);
    }
    const { before: had, after: has } = months(node.id);
    return { glyph: shown, ring: had + (has - had) * settled, badges: progress(beats.decide, u) };
  });
}
const EMPTY_PLATE: GlyphPlan = { width: 0, height: 0, assets: [], liabilities: [], notch: 0 };

/** Months of cash left before and after the month; who has failed has none, whose cash does not fall has a full ring. */
function ringMonths(frame: Frame, frames: Months, before: World, after: World, phase: number | null): (id: PartyId) => { before: number; after: number } {
  const earlier = frames.peek(frame.tick - 1);
  const ring = (state: World, measured: Frame | undefined, defaults: readonly PartyId[], id: PartyId): number => {
    if (defaults.includes(id) || hasFailed(conditionOf(id, state, null))) return 0;
    const runway = measured?.measures.actors[id]?.runway;
    return runway === null || runway === undefined ? FULL_RING : Math.max(0, Math.min(FULL_RING, runway));
  };
  const isClosed = phase === null || phase >= PHASES.indexOf('mark');
  const had = earlier === undefined ? [] : defaultsIn(earlier, null);
  const has = defaultsIn(frame, phase);
  return (id) => ({ before: ring(before, earlier ?? frame, had, id), after: ring(after, isClosed ? frame : (earlier ?? frame), has, id) });
}
