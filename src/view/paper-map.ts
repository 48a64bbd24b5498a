/**
 * The network for paper, as data: names in boxes where their owners stand on the stage, what flowed in some months
 * along the stage's own ways. Nobody can point at paper, so a line keeps off every name and ends beside it, and the
 * largest amounts are written. Lengths in pixels of the map.
 */
import type { Header } from '../model/frame.ts';
import { isActorKind } from '../model/party.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Dollars } from '../model/units.ts';
import { drawnParties, LaneBook, lanesOfMonth, laneParts, type LaneKey } from '../playback/lane-book.ts';
import { runScale, type RunOfFlows, type RunScale } from '../playback/run-scale.ts';
import type { FlowLane } from './flow-plan.ts';
import { moveApart, type Body } from './apart.ts';
import { box, pathMeetsBox } from './geometry.ts';
import { amountLabels } from './labels.ts';
import { WHOLE, type Layout, type LayoutRequest, type Place } from './layout.ts';
import type { LanePlan, TextPlan } from './plan.ts';
import { layRoutes } from './routes.ts';
import type { MeasureText, StageWords } from './stage-words.ts';
import { layStrands } from './strands.ts';
import { wrapText } from './wrap.ts';

export const PAPER_TYPE = { name: 12, state: 11, amount: 11, column: 11, legend: 11 } as const;
/** From one line of a name to the next. */
export const PAPER_LINE = 15;
/** A name is broken into lines where it is wider. */
const NAME = { width: 100, beside: 7, above: 4 } as const;
/** What a lane of one moment has, and one of many months has not. */
const RESTING = { part: null, missing: 0, promised: 0, promise: null, solid: 1, hollowing: null, followed: 0, lit: null, dim: false, beats: { income: 0, decide: 0, finance: 0, goods: 0, settle: 0 } } as const;
const WIDTH = { least: 1.3, more: 6.2 } as const;
/** What names keep free around them for lines to pass, as it is tried. */
const APART = [9, 12, 6, 15, 4] as const;
/** Amounts that are written, the largest. */
const WRITTEN = 14;

export interface PaperRequest {
  readonly header: Pick<Header, 'scenario' | 'opening'>;
  /** The months whose flows are added up. */
  readonly frames: RunOfFlows['frames'];
  /** Of these, what flowed in those months is drawn and written in any case. */
  readonly spoken: readonly LaneKey[];
  readonly width: number;
  readonly height: number;
  readonly words: StageWords;
  readonly measure: MeasureText;
}

export interface PaperMap {
  /** `box` holds the name, and nothing runs through it. */
  readonly places: readonly Place[];
  /** Wide lines first: thin ones are drawn over them. */
  readonly lanes: readonly LanePlan[];
  readonly amounts: readonly TextPlan[];
  /** Of all dollars paid the share that is not drawn. */
  readonly hidden: number;
}

/** Lengths of an arrow's head for a line this wide. */
export function paperHead(width: number): { readonly length: number; readonly half: number } {
  return { length: 6 + width * 0.9, half: 3.2 + width * 0.6 };
}

export function planPaperMap(request: PaperRequest): PaperMap {
  const { header, frames, measure } = request;
  // the line itself says what moves
  const words: StageWords = { ...request.words, laneLabel: (lane) => (lane.kind === 'gpu' ? request.words.laneLabel(lane) : request.words.dollars(lane.amount)) };
  const { scenario } = header;
  const own = runScale([{ header, frames }]);
  const book = new LaneBook(scenario, frames);
  const total = new Map(book.keys().map((key) => [key, book.total(key)]));
  const keys = withEverybody([...own.lanes, ...request.spoken], total, scenario);
  const bySize = [...keys].sort((a, b) => total.get(b)! - total.get(a)! || (a < b ? -1 : 1));
  const largest = Math.max(1, total.get(bySize[0]!) ?? 0);
  const widths = Object.fromEntries(keys.map((key) => [key, WIDTH.least + WIDTH.more * Math.sqrt(total.get(key)! / largest)]));
  const scale: RunScale = { ...own, lanes: keys, rivers: [], widths };
  const asked: LayoutRequest = { scenario, scale, width: request.width, height: request.height, window: WHOLE, words, measure, type: PAPER_TYPE, sparse: false };
  const written = new Set([...request.spoken, ...bySize].slice(0, WRITTEN));
  const flows = keys.map((key): FlowLane => ({ ...RESTING, ...laneParts(key), key, amount: total.get(key)!, width: widths[key]!, units: unitsOf(key, frames), spoken: written.has(key) }));
  const { layout, drawn } = clearest(asked, flows);
  const amounts = amountLabels({ lanes: drawn, bundles: [], rivers: [], layout, selected: null, words, measure, taken: [] });
  const paid = (some: readonly LaneKey[]): Dollars => some.reduce((sum, key) => (laneParts(key).kind === 'gpu' ? sum : sum + total.get(key)!), 0);
  return { places: [...layout.places.values()], lanes: drawn, amounts, hidden: 1 - paid(drawn.map((lane) => lane.key)) / Math.max(1, paid([...total.keys()])) };
}

/** Everybody so far apart that every line finds its way past all names; where none is far enough, without those that do not. */
function clearest(asked: LayoutRequest, flows: readonly FlowLane[]): { readonly layout: Layout; readonly drawn: readonly LanePlan[] } {
  let best: { readonly layout: Layout; readonly drawn: readonly LanePlan[] } | null = null;
  for (const apart of APART) {
    const layout = standing(asked, apart);
    const places = [...layout.places.values()];
    const { lanes } = layStrands(flows, layout, layRoutes(layout, asked.scale.lanes, asked), null);
    const drawn = lanes.filter(({ bundle, path, width, from, to }) => bundle === null && !places.some(({ id, box: name }) => id !== from && id !== to && pathMeetsBox(path, name, width / 2 + 1)));
    if (best === null || drawn.length > best.drawn.length) best = { layout, drawn };
    if (drawn.length === flows.length) break;
  }
  return best!;
}

/** These, and everybody's largest payment in and out: nobody stands there for nothing. */
function withEverybody(wanted: readonly LaneKey[], total: ReadonlyMap<LaneKey, Dollars>, scenario: Scenario): LaneKey[] {
  const chosen = new Set(wanted.filter((key) => (total.get(key) ?? 0) > 0));
  const bySize = [...total.keys()].filter((key) => laneParts(key).kind !== 'gpu').sort((a, b) => total.get(b)! - total.get(a)! || (a < b ? -1 : 1));
  for (const { id } of drawnParties(scenario))
    for (const end of ['from', 'to'] as const) {
      const best = bySize.find((key) => laneParts(key)[end] === id);
      if (best !== undefined && ![...chosen].some((key) => laneParts(key)[end] === id)) chosen.add(best);
    }
  return [...chosen].sort();
}

/** Everybody on a plate that holds the name. */
function standing(request: LayoutRequest, apart: number): Layout {
  const { scenario, scale, width, height, words, measure } = request;
  const area = box(2, 2, width - 4, height - 4);
  const bodies = drawnParties(scenario).map(({ id, kind }, nth): Body & { readonly place: Place } => {
    const at = scenario.display.positions[id] ?? { x: 100 + ((nth * 371) % 800), y: 100 + ((nth * 137) % 800), label: 'below' as const };
    const bold = isActorKind(kind);
    const name = wrapText(words.party(id), NAME.width, (text) => measure(text, PAPER_TYPE.name, bold));
    // where many lines meet there is room for their tips beside each other
    const met = scale.lanes.filter((key) => laneParts(key).from === id || laneParts(key).to === id).length;
    const more = Math.min(16, Math.max(0, met - 3) * 1.6);
    const [wide, high] = [Math.ceil(Math.max(...name.map((line) => measure(line, PAPER_TYPE.name, bold)))) + 2 * (NAME.beside + more), name.length * PAPER_LINE + 2 * (NAME.above + more)];
    const plate = box(-wide / 2, -high / 2, wide, high);
    const [homeX, homeY] = [area.x + (at.x / 1000) * area.width, area.y + ((at.y - 55) / 905) * area.height];
    return { place: { id, kind, shape: 'plate', x: 0, y: 0, radius: high / 2, box: plate, side: at.label, name }, claims: [box(plate.x - apart, plate.y - apart, plate.width + 2 * apart, plate.height + 2 * apart)], homeX, homeY, x: homeX, y: homeY };
  });
  moveApart(bodies, [], area, 400);
  const places = new Map(bodies.map(({ place, x, y }) => [place.id, { ...place, x, y, box: { ...place.box, x: x + place.box.x, y: y + place.box.y } }]));
  return { width, height, window: WHOLE, level: 1, places, area, type: PAPER_TYPE, ring: 0, margin: 2 };
}

function unitsOf(key: LaneKey, frames: RunOfFlows['frames']): number {
  return frames.reduce((sum, frame) => sum + (lanesOfMonth(frame).get(key)?.units ?? 0), 0);
}
