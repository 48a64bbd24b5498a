/** Everything that rests while a month plays: who stands where, which lanes lie between them, and what is written. */
import type { Frame } from '../model/frame.ts';
import { PHASES } from '../model/phase.ts';
import type { PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { differenceTexts, losses, worthDifference } from './beside.ts';
import { hasFailed } from './condition.ts';
import { chooseLanes, touches } from './flow-plan.ts';
import { furnish, headings } from './furniture.ts';
import { box, type Box } from './geometry.ts';
import { sameTarget } from './hit.ts';
import { amountLabels } from './labels.ts';
import type { Light } from './light.ts';
import { layOut, type Layout, type LayoutRequest } from './layout.ts';
import { DECISION_MARKS, EVENT_MARKS } from './marks.ts';
import { nameAll } from './names.ts';
import type { EventPlan, LanePlan, NodePlan, RiverPlan, Still, Target, TextPlan } from './plan.ts';
import { layRiverbeds, type Riverbed } from './riverbeds.ts';
import type { SpokenLane } from '../playback/lane-book.ts';
import type { RiverKey } from '../playback/rivers.ts';
import { layRoutes, type Routes } from './routes.ts';
import type { Months } from './stage-view.ts';
import { layStrands } from './strands.ts';
import { wordGrounds } from './word-ground.ts';

export interface Ground {
  readonly request: LayoutRequest;
  readonly layout: Layout;
  readonly routes: Routes;
  readonly beds: ReadonlyMap<RiverKey, Riverbed>;
}

/** What does not change with the month: places and ways. Keep it as long as its request stays the same. */
export function layGround(request: LayoutRequest): Ground {
  const layout = layOut(request);
  const routes = layRoutes(layout, request.scale.lanes, request, headings(layout, request.scale, request.words, request.measure).map((text) => text.box));
  return { request, layout, routes, beds: layRiverbeds(layout, request, routes) };
}

export interface StillRequest {
  readonly frames: Months;
  readonly frame: Frame;
  readonly before: World;
  readonly after: World;
  readonly phase: number | null;
  readonly selected: Target | null;
  /** A sheath that is open because it is pointed at. */
  readonly open: string | null;
  readonly smooth: boolean;
  /** Whether the month has been settled in the picture: before that nobody has failed yet. */
  readonly told: boolean;
  /** The way of a payment that is followed. */
  readonly light: Light | null;
  /** Lanes that what is being said is about. */
  readonly spoken: readonly SpokenLane[];
  /** State of the other history at this moment: who stands otherwise gets a ring. */
  readonly other: World | null;
  /** Whether it is written beside them by how much they are better or worse off here. */
  readonly amounts: boolean;
}

const NO_LOSSES = { texts: [], ties: [] } as const;

export function planStill(ground: Ground, shown: StillRequest): Still {
  const { layout, routes, beds, request } = ground;
  const { scale, scenario, words, measure } = request;
  const { frame, after, selected } = shown;
  const choice = chooseLanes({ scenario, scale, frames: shown.frames, frame, after, phase: shown.phase, selected, smooth: shown.smooth, light: shown.light, spoken: shown.spoken });
  const open = shown.open ?? (selected?.kind === 'bundle' ? selected.key : null);
  const { lanes, bundles } = layStrands(choice.lanes, layout, routes, open);
  const rivers = choice.rivers.flatMap((river): RiverPlan[] => {
    const bed = beds.get(river.key);
    return bed === undefined ? [] : [{ ...river, ...bed }];
  });
  const furniture = furnish(layout, scale, words, measure, choice.hidden);
  const shownState = shown.told ? after : shown.before;
  const bright = brightActors(lanes, rivers, selected, shown.light);
  const spokenOf = new Set(lanes.filter((lane) => lane.spoken).flatMap((lane) => [lane.from, lane.to]));
  const fixed = furniture.texts.map((text) => text.box);
  const naming = { layout, request, scale, frame: shown.told ? frame : (shown.frames.peek(frame.tick - 1) ?? frame), world: shownState, other: shown.other, phase: shown.told ? shown.phase : null, selected, spoken: spokenOf, bright };
  // where names have no fixed place, those of whom is spoken choose first, then the amount of what is said, then all others
  const firstNames = request.sparse && spokenOf.size > 0 ? nameAll({ ...naming, taken: fixed }, spokenOf.size + 1).texts.map((text) => text.box) : [];
  const said = request.sparse ? amountLabels({ lanes: lanes.filter((lane) => lane.spoken), bundles: [], rivers: [], layout, selected, words, measure, taken: [...fixed, ...firstNames] }) : [];
  const names = nameAll({ ...naming, taken: [...fixed, ...said.map((text) => text.box)] });
  const written = [...furniture.texts, ...names.texts];
  const taken = [...written, ...said].map((text) => text.box).concat([...conditionBoxes(names.conditions.values())]);
  const { other } = shown;
  const lost = shown.told && other === null ? losses({ layout, request, frame, phase: shown.phase, bright, taken: [...taken] }) : NO_LOSSES;
  const amounts = [...said, ...lost.texts, ...amountLabels({ lanes: lanes.filter((lane) => !said.some((text) => text.on === lane.key)), bundles, rivers, layout, selected, words, measure, taken: [...taken, ...lost.texts.map((text) => text.box)] })];
  const differences = other === null || !shown.amounts ? [] : differenceTexts({ layout, request, here: after, other, taken: [...taken, ...amounts.map((text) => text.box)] });
  const nodes = [...layout.places.values()].map((place): NodePlan => {
    const state = names.conditions.get(place.id);
    return {
      id: place.id, shape: place.shape, x: place.x, y: place.y, radius: place.radius, box: place.box, level: layout.level,
      condition: state?.condition ?? 'none', conditionAt: state?.at ?? null, named: state?.named ?? true, worded: state?.worded ?? true,
      selected: selected?.kind === 'actor' && selected.id === place.id,
      dim: bright !== null && !bright.has(place.id),
      badges: badgesOf(place.id, frame, shown.frames.peek(frame.tick - 1), shown.phase).filter((badge) => badge.decided || shown.told),
      failed: hasFailed(state?.condition ?? 'none'),
      differs: other !== null && place.shape === 'ring' && (standsOtherwise(place.id, after, other) || worthDifference(place.id, after, other, scale) !== 0),
    };
  });
  const texts = [...written, ...amounts, ...differences].map((text) => (bright !== null && isNameOf(text, bright) ? { ...text, dim: true } : text));
  return { width: layout.width, height: layout.height, tick: frame.tick, nodes, lanes, bundles, rivers, texts, events: eventsOf(frame), grounds: wordGrounds(texts, [...lanes.filter((lane) => lane.bundle === null), ...bundles, ...rivers, ...rivers.map(({ brace }) => ({ path: brace, width: 2 }))]), cards: names.cards, ties: [...names.ties, ...lost.ties], hidden: choice.hidden, legend: furniture.legend, veils: furniture.veils };
}

/** Whether two requests ask for the same picture. */
export function sameRequest(a: StillRequest, b: StillRequest): boolean {
  return (
    a.frame === b.frame && a.before === b.before && a.after === b.after && a.phase === b.phase && sameTarget(a.selected, b.selected) &&
    a.open === b.open && a.smooth === b.smooth && a.told === b.told && a.light === b.light && sameSpoken(a.spoken, b.spoken) && a.other === b.other && a.amounts === b.amounts && a.frames === b.frames
  );
}

function sameSpoken(a: readonly SpokenLane[], b: readonly SpokenLane[]): boolean {
  return a.length === b.length && a.every(({ key, part }, nth) => key === b[nth]!.key && part === b[nth]!.part);
}

function* conditionBoxes(conditions: Iterable<{ at: { x: number; y: number; size: number } | null }>): Iterable<Box> {
  for (const { at } of conditions) if (at !== null) yield box(at.x - at.size / 2, at.y - at.size / 2, at.size, at.size);
}

/** With something selected: it, whoever its lanes lead to and who is spoken of; else whoever a followed payment leads to and rests with. */
function brightActors(lanes: readonly LanePlan[], rivers: readonly RiverPlan[], selected: Target | null, light: Light | null): ReadonlySet<PartyId> | null {
  if (selected === null) return light === null ? null : new Set([...light.held, ...lanes.filter((lane) => lane.lit === 'now').flatMap((lane) => [lane.from, lane.to])]);
  const bright = new Set<PartyId>(selected.kind === 'actor' ? [selected.id] : []);
  for (const lane of lanes)
    if (touches(lane.key, selected) || lane.spoken) {
      bright.add(lane.from);
      bright.add(lane.to);
    }
  for (const river of rivers) if (selected.kind === 'bundle' && selected.key === river.key) for (const id of [...river.payers, ...river.payees]) bright.add(id);
  return bright;
}

function isNameOf(text: TextPlan, bright: ReadonlySet<PartyId>): boolean {
  if (text.role !== 'name' && text.role !== 'state' && text.role !== 'plate' && text.role !== 'figure') return false;
  const owner = text.role === 'plate' ? text.id.split('/')[1]! : text.id.split('/').at(-1)!;
  return !bright.has(owner);
}

/**
 * Decisions that change a course and events that hit, at most three shapes an actor, the gravest first. What was decided
 * the month before as well is no change of course.
 */
function badgesOf(id: PartyId, frame: Frame, earlier: Frame | undefined, phase: number | null): NodePlan['badges'] {
  const again = new Set(earlier?.phases.flatMap((record) => record.decisions.filter((decision) => decision.actor === id).map((decision) => decision.type)));
  const found: (NodePlan['badges'][number] & { weight: number })[] = [];
  for (const record of frame.phases) {
    if (phase !== null && PHASES.indexOf(record.phase) > phase) break;
    for (const decision of record.decisions) {
      const mark = DECISION_MARKS[decision.type];
      if (decision.actor === id && mark !== undefined && mark.weight >= 2 && !again.has(decision.type)) found.push({ shape: mark.shape, tone: mark.tone, type: decision.type, decided: true, weight: mark.weight });
    }
    for (const event of record.events) {
      const mark = EVENT_MARKS[event.type];
      if (event.actor === id && mark.weight >= 2) found.push({ shape: mark.shape, tone: mark.tone, type: event.type, decided: false, weight: mark.weight });
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.weight - a.weight)
    .filter((badge) => !seen.has(badge.shape + badge.tone) && seen.add(badge.shape + badge.tone))
    .slice(0, 3)
    .map(({ shape, tone, type, decided }) => ({ shape, tone, type, decided }));
}

function eventsOf(frame: Frame): EventPlan[] {
  const events: EventPlan[] = [];
  for (const record of frame.phases)
    for (const { id, type, actor } of record.events) if (actor !== undefined && EVENT_MARKS[type].weight >= 2) events.push({ id, type, actor, shape: EVENT_MARKS[type].shape });
  return events;
}

/** Whether its statechart is in another state there. */
function standsOtherwise(id: PartyId, here: World, other: World): boolean {
  const [ours, theirs] = [here.machines[id]?.value ?? {}, other.machines[id]?.value ?? {}];
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].some((region) => ours[region] !== theirs[region]);
}
