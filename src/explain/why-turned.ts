/**
 * A web of causes with time running down: rows by month where `layOutWhy` has columns, the same lanes and labels. A
 * chain that is too long for the width of a projector or a telephone then scrolls in one direction only.
 */
import type { Web } from './web.ts';
import { layOutWhy, type Rectangle, type Spot, type WhyLayout, type WhySizes } from './why-layout.ts';

const MARGIN = 14; // over and under all
const NARROWEST = 40; // between rows: an arrow and its tip
const RIM = 12; // left and right of all
const LANE = 14; // an amount is wider than its lane, but there is room for several under each other

/** `head` is the room left of the boxes, for the names of the months; all boxes are as high as the highest. */
export function layOutDown(web: Web, sizes: WhySizes & { readonly head: number }): WhyLayout {
  const spread = turn(web, sizes, sizes.width);
  const layout = spread.needed <= sizes.width ? spread : turn(web, sizes, 0);
  const width = Math.max(sizes.width, layout.needed);
  const right = (width - layout.needed) / 2 + sizes.head + RIM - layout.left;
  const move = <Placed extends Spot>(placed: Placed): Placed => ({ ...placed, x: placed.x + right });
  return {
    width,
    height: layout.turned.width,
    months: layout.turned.months.map((month) => ({ ...month, ...across(month), x: 0, width })),
    boxes: layout.boxes.map((box) => ({ ...box, ...move(box) })),
    edges: layout.turned.edges.map((placed, nth) => ({ ...placed, path: placed.path.map(({ x, y }) => move({ x: y, y: x })), label: layout.labels[nth] == null ? null : move(layout.labels[nth]) })),
  };
}

/** Laid out so wide, and what it needs at least: amounts are wider than their lanes, and may stand beyond the boxes. */
function turn(web: Web, sizes: WhySizes, width: number) {
  const turned = layOutWhy(web, {
    width: sizes.height,
    height: width,
    box: Math.max(...web.nodes.map((node) => sizes.boxHeight(node))),
    boxHeight: () => sizes.box,
    label: (edge) => {
      const size = sizes.label(edge);
      return size === null ? null : { width: size.height, height: size.width };
    },
    head: 0,
    margin: MARGIN,
    narrowest: NARROWEST,
    lane: LANE,
  });
  const boxes = turned.boxes.map((box) => ({ ...box, ...across(box) }));
  const labels = turned.edges.map(({ label }) => (label === null ? null : across(label)));
  const shown: readonly Rectangle[] = [...boxes, ...labels.filter((label) => label !== null)];
  const bends = turned.edges.flatMap(({ path }) => path.map((spot) => spot.y));
  const left = Math.min(...shown.map((each) => each.x), ...bends);
  return { turned, boxes, labels, left, needed: Math.max(...shown.map((each) => each.x + each.width), ...bends) - left + (sizes.head ?? 0) + 2 * RIM };
}

function across({ x, y, width, height }: Rectangle): Rectangle {
  return { x: y, y: x, width: height, height: width };
}
