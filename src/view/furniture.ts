/** Headings over the columns, the legend at the upper right and the count of what is hidden. */
import type { PartyKind } from '../model/party.ts';
import { boxesMeet, boxMeetsDisc, box, type Box } from './geometry.ts';
import type { Layout, Place } from './layout.ts';
import type { LegendItem, TextPlan } from './plan.ts';
import type { RunScale } from '../playback/run-scale.ts';
import type { ColumnRole, MeasureText, StageWords } from './stage-words.ts';

const ROLE: { readonly [kind in PartyKind]?: ColumnRole } = {
  endCustomers: 'payers', outsideInvestors: 'payers', aiLab: 'labs', hyperscaler: 'clouds', neocloud: 'clouds', chipVendor: 'vendors',
};
/** The order in which the legend names what lines are made of, as the eye meets them. */
const LEGEND = ['cash', 'gpu', 'equity', 'debt', 'rent', 'promised', 'river'] as const satisfies readonly LegendItem['kind'][];
const MARK = 30;
const GAP = 12;

export interface Furniture {
  readonly texts: readonly TextPlan[];
  readonly legend: readonly LegendItem[];
  readonly veils: readonly Box[];
}

export function furnish(layout: Layout, scale: RunScale, words: StageWords, measure: MeasureText, hidden: { count: number; share: number }): Furniture {
  const { size, height, widthOf } = lettersOf(layout, measure);
  const { texts, legend } = legendOf(layout, scale, words, measure);
  if (layout.window.zoom === 1) texts.push(...headings(layout, scale, words, measure));
  if (hidden.count > 0) {
    const text = words.hidden(hidden.count, hidden.share);
    texts.push(plain('hidden', 'hidden', text, box(layout.width - layout.margin - widthOf(text), layout.height - height - 2, widthOf(text), height), size));
  }
  return { texts, legend, veils: layout.window.zoom === 1 ? [] : veilsOf(layout, texts, legend) };
}

/** From the words of the legend and of the count to the rims of the stage. */
function veilsOf({ width, height }: Layout, texts: readonly TextPlan[], legend: readonly LegendItem[]): Box[] {
  const veils: Box[] = [];
  const row = texts.filter(({ role }) => role === 'legend').map((text) => text.box);
  if (row.length > 0) {
    const left = Math.min(...row.map(({ x }) => x), ...legend.map(({ x }) => x - MARK / 2)) - VEIL;
    veils.push(box(left, 0, width - left, Math.max(...row.map((each) => each.y + each.height)) + VEIL / 2));
  }
  const count = texts.find(({ role }) => role === 'hidden')?.box;
  if (count !== undefined) veils.push(box(count.x - VEIL, count.y - VEIL / 2, width - count.x + VEIL, height - count.y + VEIL / 2));
  return veils;
}
/** Room between a word and what is seen beside its ground, pixels. */
const VEIL = 10;

function lettersOf(layout: Layout, measure: MeasureText): { size: number; height: number; widthOf: (text: string) => number } {
  const size = layout.type.legend;
  return { size, height: Math.ceil(size * 1.3), widthOf: (text) => Math.ceil(measure(text, size, false)) };
}

function plain(id: string, role: TextPlan['role'], text: string, at: Box, size: number): TextPlan {
  return { id, role, text, box: at, size, bold: false, align: 'left', lane: null, on: null, tone: null, dim: false };
}

/** What lines are made of and what a mark stands for, from the right; `left` is where it begins. */
function legendOf(layout: Layout, scale: RunScale, words: StageWords, measure: MeasureText): { texts: TextPlan[]; legend: LegendItem[]; left: number } {
  const { size, height, widthOf } = lettersOf(layout, measure);
  const texts: TextPlan[] = [];
  const legend: LegendItem[] = [];
  const y = layout.margin - 2;
  let x = layout.width - layout.margin;
  const quantum = words.quantum(scale.quantum);
  const all = LEGEND.filter((kind) => kind !== 'river' || scale.rivers.length > 0).map((kind) => ({ kind, text: words.lane(kind) }));
  const lengthOf = (some: typeof all): number => some.reduce((sum, item) => sum + MARK + widthOf(item.text) + GAP, 0);
  // on a projector there is room for what lines are made of, and no more
  const items = lengthOf(all) < layout.width - 2 * layout.margin ? all : all.filter(({ kind }) => kind !== 'river');
  const whole = lengthOf(items);
  // where the row is too narrow for both, the marks stay and what one stands for is left to the page
  if (whole + widthOf(quantum) < layout.width * 0.75) {
    x -= widthOf(quantum);
    texts.push(plain('legend/quantum', 'legend', quantum, box(x, y, widthOf(quantum), height), size));
    x -= GAP;
  }
  if (whole < layout.width - 2 * layout.margin)
    for (const { kind, text } of [...items].reverse()) {
      x -= widthOf(text);
      texts.push(plain(`legend/${kind}`, 'legend', text, box(x, y, widthOf(text), height), size));
      x -= MARK;
      legend.unshift({ kind, x: x + MARK / 2 - 3, y: y + height / 2 });
      x -= GAP;
    }
  return { texts, legend, left: x };
}

/** Each heading over its column, as near to the middle as nobody stands, all in one line: beside the legend if they fit there, else under it. The same in every month. */
export function headings(layout: Layout, scale: RunScale, words: StageWords, measure: MeasureText): TextPlan[] {
  const size = layout.type.column;
  const height = Math.ceil(size * 1.3);
  const { texts: legend, left } = legendOf(layout, scale, words, measure);
  const spots: { role: ColumnRole; text: string; x: number; width: number }[] = [];
  for (const role of ['payers', 'labs', 'clouds', 'vendors'] as const) {
    const members = [...layout.places.values()].filter((place) => ROLE[place.kind] === role);
    if (members.length === 0) continue;
    const text = words.column(role);
    const width = Math.ceil(measure(text, size, false));
    spots.push({ role, text, width, x: Math.max(layout.margin, Math.min(layout.width - layout.margin - width, Math.round(middleOf(members) - width / 2))) });
  }
  const besides = spots.every(({ x, width }) => x + width <= left - GAP);
  const y = besides ? layout.margin - 2 : layout.margin + height + 4;
  const texts: TextPlan[] = [];
  for (const { role, text, x, width } of spots) {
    const spot = ASIDE.map((aside) => box(x + aside, y, width, height)).find((each) => isClear(each, layout) && ![...legend, ...texts].some((other) => boxesMeet(other.box, each, 4)));
    if (spot !== undefined) texts.push(plain(`column/${role}`, 'column', text, spot, size));
  }
  return texts;
}

/** Where a column stands: the middle one of its members, so that one who stands apart does not draw the heading away. */
function middleOf(members: readonly Place[]): number {
  const xs = members.map((place) => place.x).sort((a, b) => a - b);
  return (xs[(xs.length - 1) >> 1]! + xs[xs.length >> 1]!) / 2;
}
/** How far a heading may stand from the middle of its column, pixels, the best first. */
const ASIDE = Array.from({ length: 25 }, (_, nth) => (nth % 2 === 1 ? -1 : 1) * Math.ceil(nth / 2) * 5);

function isClear(spot: Box, layout: Layout): boolean {
  for (const place of layout.places.values())
    if (place.shape === 'ring' ? boxMeetsDisc(spot, place.x, place.y, place.radius + layout.ring, 3) : boxesMeet(spot, place.box, 3)) return false;
  return true;
}

