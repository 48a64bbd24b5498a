/**
 * Where everybody stands: places from the scenario's display block (0–1000 each way), moved apart just enough that
 * discs, plates and their labels are free of each other. It depends on the scenario, the scale of the run, the size
 * and the words, never on the month, so nobody moves while time passes. Lengths in CSS pixels.
 */
import type { Scenario } from '../model/scenario.ts';
import type { PartyId } from '../model/units.ts';
import { isActorKind, type PartyKind } from '../model/party.ts';
import { CONDITIONS } from './condition.ts';
import { moveApart, type Body } from './apart.ts';
import { box, type Box } from './geometry.ts';
import { drawnParties, laneParts } from '../playback/lane-book.ts';
import type { TypeScale } from './palette.ts';
import { nodeRadius, type RunScale } from '../playback/run-scale.ts';
import type { MeasureText, StageWords } from './stage-words.ts';
import { wrapText } from './wrap.ts';

/** What part of the picture is seen: `zoom` 1 to 4, and how far it is shifted, in pixels of the screen. */
export interface Window {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}
export const WHOLE: Window = { zoom: 1, x: 0, y: 0 };
export const ZOOM_LIMITS = { least: 1, most: 4 } as const;

export interface LayoutRequest {
  readonly scenario: Scenario;
  readonly scale: RunScale;
  readonly width: number;
  readonly height: number;
  readonly window: Window;
  readonly words: StageWords;
  readonly measure: MeasureText;
  readonly type: TypeScale;
  /** On a projector and in little room only the most important names have a place. */
  readonly sparse: boolean;
}

export type Side = 'left' | 'right' | 'above' | 'below';

export interface Place {
  readonly id: PartyId;
  readonly kind: PartyKind;
  readonly shape: 'ring' | 'plate';
  readonly x: number;
  readonly y: number;
  /** Of the disc inside the ring; of a plate half its height. */
  readonly radius: number;
  /** Disc and ring, or the plate. */
  readonly box: Box;
  readonly side: Side;
  /** The name, in lines. */
  readonly name: readonly string[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly window: Window;
  /** What a label shows at this zoom. */
  readonly level: 1 | 2 | 3;
  readonly places: ReadonlyMap<PartyId, Place>;
  /** Room for the network: below the headings. */
  readonly area: Box;
  readonly type: TypeScale;
  /** Pixels from the disc's rim to the outer rim of the ring. */
  readonly ring: number;
  /** Line under the headings where the legend is written. */
  readonly margin: number;
}

/** Third level from here on: full statements. */
export const LEVEL_ZOOM = { figures: 1.6, statement: 2.6 } as const;
export function levelOf(zoom: number): 1 | 2 | 3 {
  return zoom >= LEVEL_ZOOM.statement ? 3 : zoom >= LEVEL_ZOOM.figures ? 2 : 1;
}

/** A stage smaller than this, as far as it is magnified, has no room for everybody's name. */
const ROOMY = { width: 700, height: 400 } as const;
export function isCramped(width: number, height: number, zoom: number): boolean {
  return width * zoom < ROOMY.width || height * zoom < ROOMY.height;
}

/** The stage the sizes of `NODE_RADIUS` are meant for. */
const MEANT = { width: 1092, height: 620 } as const;
/** In a strip lower than this, as far as it is magnified, discs are smaller than anywhere else, so that lanes find a way between them. */
const LOW = 300;
/** No figure beside an actor is written longer than this one. */
const WIDEST_FIGURE = -888_000_000_000;
export const STATEMENT = { width: 300, lines: 8, padding: 7 } as const;

/**
 * Magnified, everybody stands where they stand in the whole picture, as far from each other as it is magnified, so that
 * zooming keeps what is under the pointer there; only who would stand on a larger label moves aside.
 */
export function layOut(request: LayoutRequest): Layout {
  const { scenario, width, height, window, type } = request;
  const { zoom } = window;
  const level = levelOf(zoom);
  const whole = zoom > 1 ? wholeOf(request) : null;
  const margin = 10;
  const top = Math.round(type.legend * 1.3 + margin + 6);
  const fit = Math.max(0.62 * Math.min(1, (height * zoom) / LOW), Math.min(1.5, Math.min(width / MEANT.width, height / MEANT.height)));
  const growth = 1 + (window.zoom - 1) * 0.55;
  const ring = Math.round(5 * Math.max(0.8, Math.min(1.4, fit * growth)));
  const virtual = { width: width * zoom, height: height * zoom };
  const area = box(margin * zoom, top * zoom, virtual.width - 2 * margin * zoom, virtual.height - (top + margin) * zoom);
  const corners = reserved(request, virtual);
  const parties = drawnParties(scenario);
  const shares = new Map<PartyId, number>();
  let bodies: readonly Placing[] = [];
  // who finds no room shrinks, and only they
  for (let round = 0; round < (level === 1 ? 14 : 3); round++) {
    bodies = parties.map((party, index) => placingOf(party, index, request, { level, area, whole, fit: fit * growth * (shares.get(party.id) ?? 1), ring }));
    const crowded = moveApart(bodies, corners, area, level === 1 ? 400 : 100);
    if (crowded.length === 0) break;
    for (const { place } of crowded) shares.set(place.id, Math.max(0.62, (shares.get(place.id) ?? 1) * 0.92));
  }
  const places = new Map<PartyId, Place>();
  for (const { place, x, y } of bodies) {
    const [cx, cy] = [Math.round((x - window.x) * 2) / 2, Math.round((y - window.y) * 2) / 2];
    places.set(place.id, { ...place, x: cx, y: cy, box: { ...place.box, x: cx + place.box.x, y: cy + place.box.y } });
  }
  return { width, height, window, level, places, area: { ...area, x: area.x - window.x, y: area.y - window.y }, type, ring, margin };
}

/** All of the picture, as far as it is magnified: nothing is drawn beyond it. */
export function stageBox({ width, height, window: { zoom, x, y } }: Layout): Box {
  return box(-x, -y, width * zoom, height * zoom);
}

/** Who stands where in the whole picture; the same for every window onto it, so it is kept for the last picture asked about. */
const wholes = new WeakMap<RunScale, { readonly request: LayoutRequest; readonly layout: Layout }>();
function wholeOf(request: LayoutRequest): Layout {
  const whole: LayoutRequest = { ...request, window: WHOLE, sparse: request.sparse || isCramped(request.width, request.height, 1) };
  const known = wholes.get(request.scale);
  if (known !== undefined && sameLayout(known.request, whole)) return known.layout;
  const layout = layOut(whole);
  wholes.set(request.scale, { request: whole, layout });
  return layout;
}
function sameLayout(a: LayoutRequest, b: LayoutRequest): boolean {
  const sizes = Object.keys(a.type) as (keyof TypeScale)[];
  return a.scenario === b.scenario && a.width === b.width && a.height === b.height && a.words === b.words && a.sparse === b.sparse && sizes.every((name) => a.type[name] === b.type[name]);
}

/** A place that is still being moved to where it is free. */
interface Placing extends Body {
  /** With boxes relative to the centre. */
  readonly place: Place;
}

/** Columns for parties the display block does not place. */
const COLUMN: { readonly [kind in PartyKind]: number } = {
  endCustomers: 70, outsideInvestors: 70, aiLab: 245, hyperscaler: 475, neocloud: 620, chipVendor: 820, lender: 500, reit: 800,
  otherChipBuyers: 930, suppliers: 930, government: 20, monetary: 980,
};

function placingOf(party: Scenario['parties'][number], index: number, request: LayoutRequest, frame: { level: 1 | 2 | 3; area: Box; whole: Layout | null; fit: number; ring: number }): Placing {
  const { scenario, scale, measure, type, sparse } = request;
  const at = scenario.display.positions[party.id] ?? { x: COLUMN[party.kind], y: 100 + ((index * 137) % 800), label: 'below' as const };
  const stands = frame.whole?.places.get(party.id);
  const homeX = stands === undefined ? (at.x / 1000) * (frame.area.width + 2 * frame.area.x) : stands.x * request.window.zoom;
  const homeY = stands === undefined ? frame.area.y + ((at.y - 55) / 905) * frame.area.height : stands.y * request.window.zoom;
  const isActor = isActorKind(party.kind);
  const name = nameLines(party.id, party.kind, request);
  const lineHeight = Math.ceil(type.name * 1.25);
  const nameWidth = Math.ceil(Math.max(...name.map((line) => measure(line, type.name, isActor))));
  if (!isActor) {
    const isEnd = scale.lanes.some((key) => laneParts(key).from === party.id || laneParts(key).to === party.id) || scale.rivers.some(({ payers, payees }) => [payers, payees].some((ends) => ends.length === 1 && ends[0] === party.id));
    if (sparse && !isEnd) {
      // nothing of the picture ends here: a small plate without a name
      const small = box(-type.name * 0.7, -type.name * 0.35, type.name * 1.4, type.name * 0.7);
      const place: Place = { id: party.id, kind: party.kind, shape: 'plate', x: 0, y: 0, radius: small.height / 2, box: small, side: at.label, name: [] };
      return { place, claims: [small], homeX, homeY, x: homeX, y: homeY };
    }
    const plate = box(-nameWidth / 2 - 10, (-lineHeight * name.length) / 2 - 5, nameWidth + 20, lineHeight * name.length + 10);
    const place: Place = { id: party.id, kind: party.kind, shape: 'plate', x: 0, y: 0, radius: plate.height / 2, box: plate, side: at.label, name };
    return { place, claims: [plate], homeX, homeY, x: homeX, y: homeY };
  }
  const radius = Math.round(nodeRadius(scale, party.id) * frame.fit);
  const reach = radius + frame.ring;
  const disc = box(-reach, -reach, 2 * reach, 2 * reach);
  const place: Place = { id: party.id, kind: party.kind, shape: 'ring', x: 0, y: 0, radius, box: disc, side: at.label, name };
  const claims = sparse ? [disc] : [disc, labelBox(place, labelSize(place, frame.level, request))];
  return { place, claims, homeX, homeY, x: homeX, y: homeY };
}

/** A name as it is written beside an actor or on a plate. */
export function nameLines(id: PartyId, kind: PartyKind, { words, measure, type }: Pick<LayoutRequest, 'words' | 'measure' | 'type'>): readonly string[] {
  const isActor = isActorKind(kind);
  return wrapText(words.party(id), (isActor ? 112 : 104) * (type.name / 13), (text) => measure(text, type.name, isActor));
}

/** How many names are shown on a projector and in little room. */
export const NAMED_WHERE_SPARSE = 10;
/** The largest actors: where names are few those whose names are certain to be there. */
export function largestActors(places: Iterable<Place>, scale: RunScale): Place[] {
  return [...places]
    .filter((place) => isActorKind(place.kind))
    .sort((a, b) => (scale.peakAssets[b.id] ?? 0) - (scale.peakAssets[a.id] ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, NAMED_WHERE_SPARSE);
}

/** Does this kind of actor have a class of solvency to show beside its name? */
export function showsCondition(kind: PartyKind): boolean {
  return kind === 'aiLab' || kind === 'neocloud' || kind === 'hyperscaler' || kind === 'reit' || kind === 'chipVendor' || kind === 'lender';
}

/** Widest word for a condition, so that a name keeps its place whatever happens to its owner. */
function conditionWidth(request: Pick<LayoutRequest, 'words' | 'measure' | 'type'>): number {
  const { words, measure, type } = request;
  return Math.max(...CONDITIONS.map((condition) => measure(words.condition(condition), type.state, false))) + type.state + 3;
}

/** Size of a full statement: eight lines in two columns. */
export function statementSize(type: TypeScale): { width: number; height: number; line: number } {
  const line = Math.ceil(type.state * 1.35);
  return { width: Math.round((STATEMENT.width * type.state) / 12), height: STATEMENT.lines * line + 2 * STATEMENT.padding, line };
}

/** Room kept for an actor's label at a zoom level: names, the condition, two figures or the whole statement. */
export function labelSize(place: Pick<Place, 'name' | 'kind'>, level: 1 | 2 | 3, request: Pick<LayoutRequest, 'words' | 'measure' | 'type'>): { width: number; height: number } {
  const { measure, type, words } = request;
  let width = Math.max(...place.name.map((line) => measure(line, type.name, true)));
  let height = Math.ceil(type.name * 1.25) * place.name.length;
  if (showsCondition(place.kind)) {
    width = Math.max(width, place.kind === 'lender' || place.kind === 'chipVendor' ? 0 : conditionWidth(request));
    height += Math.ceil(type.state * 1.25);
  }
  if (level === 2) {
    width = Math.max(width, measure(words.assets(WIDEST_FIGURE), type.state, false), measure(words.equity(WIDEST_FIGURE), type.state, false));
    height += 2 * Math.ceil(type.state * 1.25);
  }
  if (level === 3) {
    width = Math.max(width, statementSize(type).width);
    height += statementSize(type).height + 3;
  }
  return { width: Math.ceil(width), height };
}

/** The label's box on a side of its actor, in the coordinates of the place's own box. */
export function labelBox(place: Pick<Place, 'box' | 'x' | 'y'>, size: { width: number; height: number }, side: Side = (place as Place).side): Box {
  const { width, height } = size;
  const own = place.box;
  switch (side) {
    case 'below':
      return box(place.x - width / 2, own.y + own.height + 2, width, height);
    case 'above':
      return box(place.x - width / 2, own.y - 2 - height, width, height);
    case 'left':
      return box(own.x - 5 - width, place.y - height / 2, width, height);
    case 'right':
      return box(own.x + own.width + 5, place.y - height / 2, width, height);
  }
}

/** Where nobody stands: the lower right, where hidden lanes are counted. */
function reserved({ type, words, measure }: LayoutRequest, virtual: { width: number; height: number }): readonly Box[] {
  const height = Math.ceil(type.legend * 1.3) + 4;
  const width = Math.ceil(measure(words.hidden(188, 0.88), type.legend, false)) + 16;
  return [box(virtual.width - width, virtual.height - height, width, height)];
}
