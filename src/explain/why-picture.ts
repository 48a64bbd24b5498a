/**
 * A web of causes ready to be drawn: boxes with their lines of text, edges as curves with a width and a label, months
 * above. Whoever draws needs no more than rectangles, curves and text, and may bring a measure for the text.
 */
import { EXPLAIN_WORDS, hopSentence, nodeDetail, nodeLabel, nodeSentence } from '../words/explain.ts';
import type { Speaker } from '../words/speaker.ts';
import type { Tick } from '../model/units.ts';
import type { Web, WebEdge, WebNode } from './web.ts';
import { layOutWhy, type Rectangle, type Spot } from './why-layout.ts';

export interface DrawnBox extends Rectangle {
  readonly node: WebNode;
  readonly title: readonly string[];
  readonly detail: readonly string[];
  /** The whole sentence, for hovering and for reading aloud. */
  readonly sentence: string;
}
export interface DrawnEdge {
  readonly edge: WebEdge;
  /** `M … C …`, as SVG has it, from left to right. */
  readonly path: string;
  /** The arrow stands at the left end. */
  readonly reversed: boolean;
  readonly width: number;
  readonly label: (Rectangle & { readonly text: string }) | null;
  /** One sentence: the cause, and what it did. */
  readonly sentence: string;
}
export interface WhyPicture {
  readonly width: number;
  readonly height: number;
  readonly months: readonly { readonly tick: Tick; readonly text: string; readonly x: number; readonly width: number }[];
  readonly boxes: readonly DrawnBox[];
  readonly edges: readonly DrawnEdge[];
  /** Font sizes the text was measured for, and the distance between lines. */
  readonly titleSize: number;
  readonly detailSize: number;
  readonly lineHeight: number;
  /** Space inside a box beside the text; the mark of its kind stands in the left one. */
  readonly padding: { readonly left: number; readonly right: number; readonly top: number };
  /** Things folded away. */
  readonly hidden: number;
}

export interface WhyRoom {
  readonly width: number;
  readonly height: number;
  /** Size of the letters in a title; everything else follows. */
  readonly titleSize?: number;
  /** Width in pixels of a text; an estimate where none is given. */
  readonly measure?: (text: string, size: number, bold: boolean) => number;
}

const THINNEST = 1.5;
const THICKEST = 7;
const MOST_LINES = { title: 4, detail: 3 } as const;
/** Width of a box, in sizes of a letter. */
const BOX_WIDTHS = [16, 15, 14, 13, 12] as const;

/** Draws it in the room there is; with many months the boxes get narrower before the picture gets wider. */
export function drawWhy(web: Web, speaker: Speaker, room: WhyRoom): WhyPicture {
  let picture = drawWith(web, speaker, room, BOX_WIDTHS[0]);
  for (const width of BOX_WIDTHS) {
    if (picture.width <= room.width) break;
    picture = drawWith(web, speaker, room, width);
  }
  return picture;
}

function drawWith(web: Web, speaker: Speaker, room: WhyRoom, letters: number): WhyPicture {
  const titleSize = room.titleSize ?? 14;
  const detailSize = titleSize - 1.5;
  const lineHeight = titleSize * 1.4;
  const measure = room.measure ?? estimate;
  const box = Math.round(titleSize * letters);
  const padding = { left: titleSize * 2.1, right: titleSize * 0.8, top: titleSize * 0.8 };
  const inside = box - padding.left - padding.right;
  const texts = new Map(
    web.nodes.map((node) => [
      node.id,
      { title: wrap(nodeLabel(node, speaker), inside, MOST_LINES.title, (text) => measure(text, titleSize, true)), detail: wrap(nodeDetail(node, speaker), inside, MOST_LINES.detail, (text) => measure(text, detailSize, false)) },
    ]),
  );
  const labelOf = (edge: WebEdge): string | null => (edge.dollars === null ? null : speaker.format.dollars(edge.dollars));
  const layout = layOutWhy(web, {
    width: room.width,
    height: room.height,
    box,
    boxHeight: (node) => 2 * padding.top + lineHeight * (texts.get(node.id)!.title.length + texts.get(node.id)!.detail.length),
    label: (edge) => {
      const text = labelOf(edge);
      return text === null ? null : { width: measure(text, detailSize, false) + titleSize, height: detailSize * 1.6 };
    },
  });
  const most = Math.max(1, ...web.edges.map((edge) => edge.dollars ?? 0));
  return {
    width: layout.width,
    height: layout.height,
    months: layout.months.map((month) => ({ ...month, text: speaker.format.date(month.tick) })),
    boxes: layout.boxes.map((placed) => ({ ...placed, ...texts.get(placed.node.id)!, sentence: nodeSentence(placed.node, speaker) })),
    edges: layout.edges.map(({ edge, path, reversed, label }) => ({
      edge,
      path: svgPath(path),
      reversed,
      width: edge.dollars === null ? 1 : THINNEST + (THICKEST - THINNEST) * Math.sqrt(edge.dollars / most),
      label: label === null ? null : { ...label, text: labelOf(edge) ?? '' },
      sentence: hopSentence(edge, web, speaker) + (edge.via > 0 ? ` (${speaker.words(EXPLAIN_WORDS).why.via(edge.via)})` : ''),
    })),
    titleSize,
    detailSize,
    lineHeight,
    padding,
    hidden: web.hidden,
  };
}

function svgPath(path: readonly Spot[]): string {
  const at = ({ x, y }: Spot): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  let text = `M${at(path[0]!)}`;
  for (let nth = 1; nth < path.length; nth += 3) text += `C${at(path[nth]!)} ${at(path[nth + 1]!)} ${at(path[nth + 2]!)}`;
  return text;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Width of a text in a common sans-serif face, rather too wide than too narrow. */
export function estimate(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? 1 : /[A-Z@%MW\u2212×→]/.test(letter) ? 0.74 : /[ilj.,:;'|! ]/.test(letter) ? 0.34 : 0.58;
  return width * size * (bold ? 1.06 : 1);
}

/** Lines no wider than there is room, at most `most`; a text that is longer still ends with an ellipsis. */
function wrap(text: string, room: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  // a number stays with its percent sign
  for (const part of text.replace(/ %/g, '\u00a0%').match(/[\u2e80-\u9fff\uff00-\uffef]|[^ \n\t\u2e80-\u9fff\uff00-\uffef]+|[ \n\t]+/gu) ?? []) {
    if (line !== '' && measure((line + part).trimEnd()) > room && !/^[\s\u3002\uff0c\uff1a\uff1b\u201d]/.test(part)) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += line === '' ? part.trimStart() : part;
    while (measure(line) > room && [...line].length > 1) {
      // one word that is too long by itself
      let fits = [...line].length - 1;
      while (fits > 1 && measure([...line].slice(0, fits).join('')) > room) fits--;
      lines.push([...line].slice(0, fits).join(''));
      line = [...line].slice(fits).join('');
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  let last = lines[most - 1]!;
  while (last.length > 1 && measure(`${last}…`) > room) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
