/**
 * What is written beside an actor: its name, its condition as a shape and a word, and with more zoom two figures or
 * the whole statement. On a projector and in little room ten actors are named: the selected one, those that fail or
 * have failed, those whose lanes are lit, the largest.
 */
import type { Frame } from '../model/frame.ts';
import type { PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { isActorKind } from '../model/party.ts';
import { conditionOf, conditionShown, hasFailed, type Condition } from './condition.ts';
import { boxesMeet, boxInside, boxMeetsDisc, boxToDisc, box, nearestIn, type Box } from './geometry.ts';
import { books } from './glyph.ts';
import { labelBox, labelSize, NAMED_WHERE_SPARSE, nameLines, STATEMENT, statementSize, type Layout, type LayoutRequest, type Place, type Side } from './layout.ts';
import type { Still, Target, TextPlan } from './plan.ts';
import type { RunScale } from '../playback/run-scale.ts';
import { statementTexts } from './statement.ts';

export interface NameRequest {
  readonly layout: Layout;
  readonly request: LayoutRequest;
  readonly scale: RunScale;
  readonly frame: Frame;
  readonly world: World;
  /** The other history of a comparison: who fails in one of them is named in both. */
  readonly other: World | null;
  /** Of the month, by its place in PHASES; null for all of it. */
  readonly phase: number | null;
  readonly selected: Target | null;
  /** Between whom the payments run that are spoken of. */
  readonly spoken: ReadonlySet<PartyId>;
  /** Who does not step back behind what is selected or followed; null while nothing is. */
  readonly bright: ReadonlySet<PartyId> | null;
  readonly taken: readonly Box[];
}
type Card = Still['cards'][number];
type Tie = Still['ties'][number];
/** Where the shape of a condition stands. */
interface Mark {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
export interface Names {
  readonly texts: readonly TextPlan[];
  readonly cards: readonly Card[];
  readonly ties: readonly Tie[];
  readonly conditions: ReadonlyMap<PartyId, { readonly condition: Condition; readonly at: Mark | null; readonly named: boolean; readonly worded: boolean }>;
}

/** What stands beside everybody, or beside the first so many of those who choose a place. */
export function nameAll(input: NameRequest, most = Infinity): Names {
  const order = inOrder(input).slice(0, most);
  const names = nameInTurn(order, input);
  const without = ({ conditions }: Names): Place[] => order.filter(({ id }) => isLit(id, input) && conditions.get(id)?.named === false);
  const first = without(names);
  if (first.length === 0) return names;
  // who is lit and found no place chooses before others, and words for conditions make room, if more are named then
  const again = nameInTurn([...new Set([...order.filter(({ id }) => isChosen(id, input)), ...first, ...order])], input, true);
  return without(again).length < first.length ? again : names;
}

function nameInTurn(order: readonly Place[], input: NameRequest, isBare = false): Names {
  const { layout, request, frame, world } = input;
  const texts: TextPlan[] = [];
  const conditions = new Map<PartyId, { condition: Condition; at: Mark | null; named: boolean; worded: boolean }>();
  for (const place of layout.places.values()) if (place.shape === 'plate') texts.push(...plateTexts(place, layout));
  const taken = [...input.taken];
  const plain = namelessSelected(input);
  if (plain !== null) {
    const spot = slotFor(plain, 'none', taken, input)!;
    taken.push(spot.box);
    texts.push(...writeLabel(plain, 'none', spot, input).texts);
  }
  const cards: Card[] = [];
  const ties: Tie[] = [];
  let named = 0;
  for (const place of order) {
    const condition = conditionShown(place.id, world, frame, input.phase);
    const mayName = !request.sparse || named < NAMED_WHERE_SPARSE || isLit(place.id, input);
    const spot = mayName ? slotFor(place, isBare && isLit(place.id, input) ? 'none' : condition, taken, input) : null;
    if (spot === null) {
      conditions.set(place.id, { condition, at: onRim(place, condition, layout), named: false, worded: false });
      continue;
    }
    named += 1;
    taken.push(spot.box);
    const written = writeLabel(place, spot.bare ? 'none' : condition, spot, input);
    texts.push(...written.texts);
    if (written.card !== null) cards.push(written.card);
    const tie = request.sparse && !isNearestTo(place, spot.box, layout) ? tieTo(place, spot.box, layout) : null;
    if (tie !== null) ties.push(tie);
    conditions.set(place.id, { condition, at: spot.bare ? onRim(place, condition, layout) : written.at, named: true, worded: !spot.bare });
  }
  return { texts, cards, ties, conditions };
}

/** A plate that is too small for its name, with it while it is selected. */
function namelessSelected({ layout, request, selected }: NameRequest): Place | null {
  const place = selected?.kind === 'actor' ? layout.places.get(selected.id) : undefined;
  if (place === undefined || place.name.length > 0) return null;
  return { ...place, name: nameLines(place.id, place.kind, request) };
}

/** Where there is no room for its word the shape of a condition stands alone, on the rim of the ring; a sound one is not shown. */
function onRim(place: Place, condition: Condition, layout: Layout): Mark | null {
  if (condition === 'none' || condition === 'hedge') return null;
  const reach = (place.radius + layout.ring) * 0.8;
  return { x: place.x + reach, y: place.y + reach, size: layout.type.state * 0.9 };
}

/** Selected or spoken of: these are named however little room there is. */
function isChosen(id: PartyId, { selected, spoken }: NameRequest): boolean {
  return spoken.has(id) || (selected?.kind === 'actor' && selected.id === id);
}

/** Chosen, or where something selected or followed leads: these are named before others. */
function isLit(id: PartyId, input: NameRequest): boolean {
  return input.bright?.has(id) === true || isChosen(id, input);
}

/** The order in which actors get their names: fixed, except where some must go without. */
function inOrder({ layout, request, scale, frame, world, other, phase, selected, spoken, bright }: NameRequest): Place[] {
  const actors = [...layout.places.values()].filter((place) => isActorKind(place.kind));
  if (!request.sparse) return actors;
  const rank = (place: Place): number => {
    if (selected?.kind === 'actor' && selected.id === place.id) return 0;
    if (spoken.has(place.id)) return 1;
    const conditions = [conditionShown(place.id, world, frame, phase), ...(other === null ? [] : [conditionOf(place.id, other, null)])];
    if (conditions.some((condition) => hasFailed(condition) || condition === 'distressed' || condition === 'resolved')) return 2;
    return bright?.has(place.id) === true ? 3 : 4;
  };
  return actors.sort((a, b) => rank(a) - rank(b) || (scale.peakAssets[b.id] ?? 0) - (scale.peakAssets[a.id] ?? 0) || (a.id < b.id ? -1 : 1));
}

interface Slot {
  readonly side: Side;
  readonly box: Box;
  /** The name alone: the word for the condition found no room. */
  readonly bare: boolean;
}

/**
 * Its own side; where names are few another one if that is taken. Nobody's name stands on anybody else, nor nearer to
 * anybody else than to its owner: who finds no such place goes without, and who is lit may have the name alone. Only
 * who is selected or spoken of gets the best place there is: beside somebody else, and at last over those who have
 * stepped back. Who is selected always is named: over anybody, and as near as the stage allows.
 */
function slotFor(place: Place, condition: Condition, taken: readonly Box[], input: NameRequest): Slot | null {
  const { layout, request } = input;
  if (!request.sparse) return { side: place.side, box: labelBox(place, labelSize(place, layout.level, request), place.side), bare: false };
  const everybody = [...layout.places.values()];
  const whole = freeSlot(place, condition, taken, everybody, input);
  if (whole !== null || !isLit(place.id, input)) return whole;
  const { bright, selected } = input;
  const lit = freeSlot(place, 'none', taken, everybody, input);
  if (lit !== null || !isChosen(place.id, input)) return lit;
  const best = (used: readonly Box[], others: readonly Place[]): Slot | null => freeSlot(place, 'none', used, others, input, false);
  const beside = best(taken, everybody) ?? best(taken, everybody.filter(({ id }) => bright?.has(id) !== false));
  if (beside !== null || selected?.kind !== 'actor' || selected.id !== place.id) return beside;
  const written = everybody.filter(({ id, shape }) => shape === 'plate' || id === place.id);
  return best(taken, written) ?? best([], written) ?? onStage(place, input);
}

/** Below it, moved as far as it must to be all on the stage. */
function onStage(place: Place, { layout, request }: NameRequest): Slot {
  const { x, y, width, height } = labelBox(place, bareSize(place, request), 'below');
  return { side: 'below', bare: true, box: box(Math.max(2, Math.min(x, layout.width - width - 2)), Math.max(2, Math.min(y, layout.height - height - 2)), width, height) };
}

/** Of the name and nothing else. */
function bareSize(place: Place, { measure, type }: LayoutRequest): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(Math.max(...place.name.map((line) => measure(line, type.name, true)))), height: Math.ceil(type.name * 1.25) * place.name.length };
}

/** Straight beside it first, then slid along it, in lengths of the label. */
const SLIDES = [0, 0.35, -0.35, 0.5, -0.5, 0.8, -0.8, 0.2, -0.2, 0.65, -0.65, 0.95, -0.95, 0.1, -0.1, 0.28, -0.28, 0.42, -0.42, 0.58, -0.58] as const;
/** Where it is crowded a name may stand closer to the side of its owner, pixels. */
const CLOSER = [0, 3, 4] as const;
/** `isOwn`: where nobody takes it for somebody else's. */
function freeSlot(place: Place, condition: Condition, taken: readonly Box[], others: readonly Place[], { layout, request }: NameRequest, isOwn = true): Slot | null {
  const { measure, type, words } = request;
  const bare = bareSize(place, request);
  const size = condition === 'none' ? bare : { width: Math.max(bare.width, Math.ceil(measure(words.condition(condition), type.state, false)) + Math.round(type.state * 0.85) + 4), height: bare.height + Math.ceil(type.state * 1.25) };
  const sides: readonly Side[] = [place.side, 'below', 'left', 'right', 'above'];
  const free = (spot: Box): boolean =>
    boxInside(spot, box(2, 2, layout.width - 4, layout.height - 4)) &&
    !taken.some((other) => boxesMeet(spot, other, 3)) &&
    !others.some((other) => (other.shape === 'ring' ? boxMeetsDisc(spot, other.x, other.y, other.radius + layout.ring, 0.5) : boxesMeet(spot, other.box, 2))) &&
    (!isOwn || isNearestTo(place, spot, layout));
  for (const closer of CLOSER)
    for (const slide of SLIDES)
      for (const side of sides) {
        const { x, y, width, height } = labelBox(place, size, side);
        const slid = side === 'left' || side === 'right' ? box(x + (side === 'left' ? closer : -closer), y + slide * height, width, height) : box(x + slide * width, y, width, height);
        if (free(slid)) return { side, box: slid, bare: condition === 'none' };
      }
  return null;
}

/** Nobody takes it for somebody else's name: no other circle is nearer to it. */
function isNearestTo(place: Place, spot: Box, { places, ring }: Layout): boolean {
  const away = ({ x, y, radius }: Place): number => boxToDisc(spot, x, y, radius + ring);
  const own = place.shape === 'ring' ? away(place) : NEAR_PLATE;
  return [...places.values()].every((other) => other.shape === 'plate' || other.id === place.id || away(other) > own + HAIR);
}
/** The shortest way from what is written to its owner's rim; null where it stands on its owner. */
export function tieTo({ x, y, radius }: Place, spot: Box, { ring }: Layout): Tie | null {
  const from = nearestIn(spot, { x, y });
  const share = (radius + ring) / Math.max(1, Math.sqrt((from.x - x) * (from.x - x) + (from.y - y) * (from.y - y)));
  return share >= 1 ? null : { from, to: { x: x + (from.x - x) * share, y: y + (from.y - y) * share } };
}
/** A written line may stand so much off its slot, pixels. */
const HAIR = 0.25;
/** Beside a plate a name stands no farther from it, pixels. */
const NEAR_PLATE = 5;

function plateTexts(place: Place, layout: Layout): TextPlan[] {
  const size = layout.type.name;
  const lineHeight = Math.ceil(size * 1.25);
  return place.name.map((text, line) => ({
    id: `plate/${place.id}/${line}`, role: 'plate', text, size, bold: false, align: 'center', lane: null, on: null, tone: null, dim: false,
    box: box(place.box.x + 4, place.box.y + 5 + line * lineHeight, place.box.width - 8, lineHeight),
  }));
}

function writeLabel(place: Place, condition: Condition, slot: Slot, input: NameRequest): { texts: TextPlan[]; at: Mark | null; card: Card | null } {
  const { layout, request, world, frame } = input;
  const { words, measure } = request;
  const { name: nameSize, state: stateSize } = layout.type;
  const align = slot.side === 'left' ? 'right' : slot.side === 'right' ? 'left' : 'center';
  const texts: TextPlan[] = [];
  const widthOf = (text: string, size: number, bold: boolean): number => Math.ceil(measure(text, size, bold));
  // above the actor a label that is shorter than its room stands on the actor
  const used = place.name.length * Math.ceil(nameSize * 1.25) + (condition === 'none' ? 0 : Math.ceil(stateSize * 1.25));
  const spare = layout.level === 1 ? slot.box.height - used : 0;
  let y = slot.box.y + (slot.side === 'above' ? spare : slot.side === 'below' ? 0 : Math.max(0, Math.floor(spare / 2)));
  const line = (id: string, role: TextPlan['role'], text: string, size: number, bold: boolean, tone: TextPlan['tone'], indent = 0): Box => {
    const width = widthOf(text, size, bold);
    const height = Math.ceil(size * 1.25);
    const x = align === 'left' ? slot.box.x + indent : align === 'right' ? slot.box.x + slot.box.width - width : Math.round(slot.box.x + (slot.box.width - width + indent) / 2);
    const spot = box(x, y, width, height);
    texts.push({ id: `${id}/${place.id}`, role, text, box: spot, size, bold, align: 'left', lane: null, on: null, tone, dim: false });
    y += height;
    return spot;
  };
  place.name.forEach((text, index) => line(`name${index}`, 'name', text, nameSize, true, null));
  let at: Mark | null = null;
  if (condition !== 'none') {
    const mark = Math.round(stateSize * 0.85);
    const bad = condition === 'inDefault' || condition === 'distressed' || condition === 'ponzi';
    const spot = line('state', 'state', words.condition(condition), stateSize, false, bad ? 'trouble' : null, mark + 4);
    at = { x: spot.x - 4 - mark / 2, y: spot.y + spot.height / 2, size: mark };
  }
  const row = world.accounts[place.id];
  if (row !== undefined && layout.level === 2) {
    const { owns, equity } = books(row);
    line('assets', 'figure', words.assets(owns), stateSize, false, null);
    line('equity', 'figure', words.equity(equity), stateSize, false, equity < 0 ? 'trouble' : null);
  }
  let card: Card | null = null;
  if (row !== undefined && layout.level === 3) {
    const size = statementSize(layout.type);
    const left = slot.side === 'left' ? slot.box.x + slot.box.width - size.width : slot.side === 'right' ? slot.box.x : Math.round(slot.box.x + (slot.box.width - size.width) / 2);
    const room = box(left, slot.box.y + slot.box.height - size.height, size.width, size.height);
    const lines = statementTexts({ id: place.id, world, frame, words, measure, room, size: stateSize, line: size.line });
    texts.push(...lines);
    const bottom = Math.max(...lines.map(({ box: line }) => line.y + line.height)) + STATEMENT.padding;
    card = { box: { ...room, height: bottom - room.y }, ruleAt: room.y + STATEMENT.padding + 4 * size.line + 1 };
  }
  return { texts, at, card };
}
