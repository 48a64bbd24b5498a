/**
 * How a chain of causes is shown in the room there is: how far it is folded, how wide its boxes are, and whether time
 * runs to the right or down. Seen at once if possible, else so that it scrolls in one direction only.
 */
import { fold, MOST_BOXES } from '../../explain/fold.ts';
import { layOutWhy, type WhyLayout } from '../../explain/why-layout.ts';
import { layOutDown } from '../../explain/why-turned.ts';
import type { Web, WebNode } from '../../explain/web.ts';
import { nodeDetail, nodeLabel } from '../../words/explain.ts';
import type { Speaker } from '../../words/speaker.ts';
import { textWidth } from './text-width.ts';

/** Widths of a box, pixels: as it is wherever it can be, narrower to fit, and wider where time runs down. */
const USUAL_BOX = 188;
const BOXES = [USUAL_BOX, 164, 140, 130] as const;
const NARROWEST_BOX = 116; // where months share columns
const BOXES_DOWN = [260, 220, ...BOXES] as const;
/** Fewest boxes a chain is folded to, and where even those do not fit: what fails, why, what began it and all the rest; or what it broke, and by what. */
const FEWEST_BOXES = 5;
const LEAST_BOXES = { back: 4, forward: 3 } as const;
/** Then boxes of several months stand in one column, two or three; or there are fewer of them. */
const CLOSE = [1, 2, 3].flatMap((shared) => [[false, shared], [true, shared]] as const);
const LABEL = 13;
const DETAIL = 12;
/** Letters of an amount, a little larger: they are what the picture is read for. */
const AMOUNT = 13;
/** What the glyph and the margins of a box take; more in the round ones. */
const INSET = 44;
const ROUND_INSET = 48;
/** Smallest size to which a wide chain is shrunk before it scrolls. */
export const SMALLEST = 0.86;
/** Lowest picture, unless there is less room, and narrowest: in less room it scrolls. */
const LOWEST = 300;
const NARROWEST = 320;
/** Over boxes that say their months themselves, and beside them. */
const NO_HEAD = 8;
const MARGIN_DATED = 14;

/** Pixels there are for the picture before it scrolls, and how large its letters are: 1 where text is 14 pixels. */
export interface WhyRoom {
  readonly width: number;
  readonly height: number;
  /** The same where legend and sum below are scrolled to, and what steps through the chain stays in sight. */
  readonly plain: number;
  /** The same when what stands above has been scrolled away too. */
  readonly sight: number;
  readonly unit: number;
}

/** Lines a text takes in a box: what a browser breaks at spaces, and Chinese anywhere. */
function linesOf(text: string, size: number, bold: boolean, room: number): number {
  let lines = text === '' ? 0 : 1;
  let used = 0;
  for (const word of text.split(/(?<=[ \u2e80-\uffef])/)) {
    const width = textWidth(word, size, bold) * 1.03;
    // the space at the end of a line takes no room
    if (used > 0 && used + (word.endsWith(' ') ? textWidth(word.trimEnd(), size, bold) * 1.03 : width) > room) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}
function boxHeight(node: WebNode, speaker: Speaker, box: number, dated: boolean): number {
  const room = box - (node.kind === 'decision' ? ROUND_INSET : INSET);
  return 18 + linesOf(nodeLabel(node, speaker), LABEL, true, room) * 18 + (linesOf(nodeDetail(node, speaker), DETAIL, false, room) + (dated ? 1 : 0)) * 16.5;
}

/** A web as it is shown. */
export interface WhyShape {
  readonly web: Web;
  readonly box: number;
  /** Time runs down. */
  readonly down: boolean;
  /** How many boxes may stand in one column (or row) though their months differ; each then says its month itself. */
  readonly shared: number;
}
export const datesBoxes = ({ shared }: WhyShape): boolean => shared > 1;

/** The picture laid out in its own pixels, at least as large as its room. */
export function planWhy(shape: WhyShape, speaker: Speaker, { width, height, unit }: Omit<WhyRoom, 'plain' | 'sight'>): WhyLayout {
  const { web, box, down, shared } = shape;
  const dated = datesBoxes(shape);
  const sizes = {
    width: Math.max(NARROWEST, width / unit - 2),
    height: Math.min(LOWEST, Math.max(0, height / unit - 2)),
    box,
    shared,
    boxHeight: (node: WebNode) => boxHeight(node, speaker, box, dated),
    label: (edge: Web['edges'][number]) => (edge.dollars === null ? null : { width: Math.ceil(textWidth(speaker.format.dollars(edge.dollars), AMOUNT, true)) + 16, height: 21 }),
  };
  if (down) return layOutDown(web, { ...sizes, head: dated ? 0 : monthWidth(web, speaker) });
  return layOutWhy(web, dated ? { ...sizes, head: NO_HEAD, margin: MARGIN_DATED } : sizes);
}
const monthWidth = (web: Web, speaker: Speaker): number => Math.ceil(Math.max(...web.nodes.map((node) => textWidth(speaker.format.date(node.tick), DETAIL, false)))) + 16;

/** How large the letters of a picture are in its room. */
export function unitOf(plan: WhyLayout, room: WhyRoom): number {
  const { width, unit } = room;
  const tall = heightsOf(room).find((height) => plan.height * unit * SMALLEST <= height) ?? room.sight;
  return unit * Math.max(SMALLEST, Math.min(1, (width - 2) / (plan.width * unit), tall / (plan.height * unit)));
}
const heightsOf = ({ height, plain, sight }: WhyRoom): readonly number[] => [height, plain, sight];

/**
 * The most of a chain that can be seen at once: months apart if possible, running right or else down; then several months
 * in a column, or fewer boxes. Where not even four fit, what scrolls in one direction only.
 */
export function foldToFit(web: Web, speaker: Speaker, room: WhyRoom): WhyShape {
  const folded = Array.from({ length: MOST_BOXES - LEAST_BOXES[web.direction] + 1 }, (_, nth) => fold(web, MOST_BOXES - nth));
  const telling = folded.slice(0, MOST_BOXES - FEWEST_BOXES + 1);
  const ways = (webs: readonly Web[], ...kinds: readonly (readonly [down: boolean, shared: number])[]): readonly Fitting[] => webs.flatMap((shown) => kinds.flatMap(([down, shared]) => shapes(shown, speaker, room, down, shared)));
  const across = ways(telling, [false, 1]);
  const down = ways(folded, [true, 1]);
  // many, and seldom needed
  let close: readonly Fitting[] | null = null;
  for (const limit of [room.height, room.plain]) {
    const fits = ({ height }: Fitting): boolean => height <= limit;
    const found = across.find(fits) ?? down.find((each) => fits(each) && each.shape.web.nodes.length >= FEWEST_BOXES) ?? (close ??= ways(folded, ...CLOSE)).find(fits);
    if (found !== undefined) return found.shape;
  }
  const lowest = Math.min(...down.map(({ height }) => height));
  const best = across[0] ?? down.find(({ height }) => height <= room.sight) ?? down.find(({ height }) => height === lowest);
  return best?.shape ?? usual(fold(web));
}
const usual = (web: Web): WhyShape => ({ web, box: USUAL_BOX, down: false, shared: 1 });

/** All of a chain, so that it scrolls in one direction only if there is a way. */
export function spreadOut(web: Web, speaker: Speaker, room: WhyRoom): WhyShape {
  const across = usual(web);
  const plan = planWhy(across, speaker, { width: 0, height: 0, unit: room.unit });
  if (plan.width * room.unit * SMALLEST <= room.width || plan.height * room.unit * SMALLEST <= room.height) return across;
  return shapes(web, speaker, room, true)[0]?.shape ?? across;
}

/** A shape that is no wider than there is room, and how high it is at the smallest. */
interface Fitting {
  readonly shape: WhyShape;
  readonly height: number;
}
function shapes(web: Web, speaker: Speaker, room: WhyRoom, down: boolean, shared = 1): readonly Fitting[] {
  const boxes = down ? BOXES_DOWN : BOXES;
  return (shared === 1 ? boxes : [...boxes, NARROWEST_BOX]).flatMap((box) => {
    const shape = { web, box, down, shared };
    const plan = planWhy(shape, speaker, { width: 0, height: 0, unit: room.unit });
    return plan.width * room.unit * SMALLEST > room.width ? [] : [{ shape, height: plan.height * room.unit * SMALLEST }];
  });
}
