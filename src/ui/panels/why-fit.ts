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
const BOXES_DOWN = [260, 220, ...BOXES] as const;
/** Fewest boxes a chain is folded to. */
const FEWEST_BOXES = 5;
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

/** Pixels there are for the picture before it scrolls, and how large its letters are: 1 where text is 14 pixels. */
export interface WhyRoom {
  readonly width: number;
  readonly height: number;
  /** Height that can be seen at once when what stands above and below has been scrolled away. */
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
function boxHeight(node: WebNode, speaker: Speaker, box: number): number {
  const room = box - (node.kind === 'decision' ? ROUND_INSET : INSET);
  return 18 + linesOf(nodeLabel(node, speaker), LABEL, true, room) * 18 + linesOf(nodeDetail(node, speaker), DETAIL, false, room) * 16.5;
}

/** A web as it is shown. */
export interface WhyShape {
  readonly web: Web;
  readonly box: number;
  /** Time runs down. */
  readonly down: boolean;
}

/** The picture laid out in its own pixels, at least as large as its room. */
export function planWhy({ web, box, down }: WhyShape, speaker: Speaker, { width, height, unit }: Omit<WhyRoom, 'sight'>): WhyLayout {
  const sizes = {
    width: Math.max(NARROWEST, width / unit - 2),
    height: Math.min(LOWEST, Math.max(0, height / unit - 2)),
    box,
    boxHeight: (node: WebNode) => boxHeight(node, speaker, box),
    label: (edge: Web['edges'][number]) => (edge.dollars === null ? null : { width: Math.ceil(textWidth(speaker.format.dollars(edge.dollars), AMOUNT, true)) + 16, height: 21 }),
  };
  return down ? layOutDown(web, { ...sizes, head: monthWidth(web, speaker) }) : layOutWhy(web, sizes);
}
const monthWidth = (web: Web, speaker: Speaker): number => Math.ceil(Math.max(...web.nodes.map((node) => textWidth(speaker.format.date(node.tick), DETAIL, false)))) + 16;

/** How large the letters of a picture are in its room. */
export function unitOf(plan: WhyLayout, { width, height, unit, sight }: WhyRoom): number {
  const tall = plan.height * unit * SMALLEST > height ? sight : height;
  return unit * Math.max(SMALLEST, Math.min(1, (width - 2) / (plan.width * unit), tall / (plan.height * unit)));
}

/** The most of a chain that can be seen at once; where not even five boxes can, what scrolls in one direction only. */
export function foldToFit(web: Web, speaker: Speaker, room: WhyRoom): WhyShape {
  if (room.width < NARROWEST * room.unit) return { web: fold(web), box: USUAL_BOX, down: false };
  const folded = Array.from({ length: MOST_BOXES - FEWEST_BOXES + 1 }, (_, nth) => fold(web, MOST_BOXES - nth));
  const across = folded.flatMap((shown) => shapes(shown, speaker, room, false));
  const down = folded.flatMap((shown) => shapes(shown, speaker, room, true));
  const least = Math.min(...down.map(({ height }) => height));
  const best =
    across.find(({ height }) => height <= room.height) ??
    down.find(({ height }) => height <= room.height) ??
    across[0] ??
    down.find(({ height }) => height <= room.sight) ??
    down.find(({ height }) => height === least);
  return best?.shape ?? { web: fold(web), box: USUAL_BOX, down: false };
}

/** All of a chain, so that it scrolls in one direction only if there is a way. */
export function spreadOut(web: Web, speaker: Speaker, room: WhyRoom): WhyShape {
  const across = { web, box: USUAL_BOX, down: false };
  const plan = planWhy(across, speaker, { width: 0, height: 0, unit: room.unit });
  if (plan.width * room.unit * SMALLEST <= room.width || plan.height * room.unit * SMALLEST <= room.height) return across;
  return shapes(web, speaker, room, true)[0]?.shape ?? across;
}

/** The shapes of a web that are no wider than there is room, and how high they are at the smallest. */
function shapes(web: Web, speaker: Speaker, room: WhyRoom, down: boolean): readonly { readonly shape: WhyShape; readonly height: number }[] {
  return (down ? BOXES_DOWN : BOXES).flatMap((box) => {
    const shape = { web, box, down };
    const plan = planWhy(shape, speaker, { width: 0, height: 0, unit: room.unit });
    return plan.width * room.unit * SMALLEST > room.width ? [] : [{ shape, height: plan.height * room.unit * SMALLEST }];
  });
}
