/**
 * Ground under words that a lane would strike out: names, conditions and headings stand on the bare picture, and where
 * a lane, a sheath of lanes or a river runs beneath one of them, the words get a plate of background of their own.
 */
import { box, pathMeetsBox, type Box, type Path } from './geometry.ts';
import type { TextPlan } from './plan.ts';

const ON_BARE_GROUND: ReadonlySet<TextPlan['role']> = new Set(['name', 'state', 'figure', 'column', 'hidden', 'legend']);
/** What a letter needs beside it to be told from a line, pixels. */
const BESIDE = 3;

/** Plates that meet no other, from the words in the order in which they were given. */
export function wordGrounds(texts: readonly TextPlan[], drawn: readonly { readonly path: Path; readonly width: number }[]): Box[] {
  return texts
    .filter((text) => ON_BARE_GROUND.has(text.role))
    .map((text) => groundOf(text))
    .filter((ground) => drawn.some((lane) => pathMeetsBox(lane.path, ground, lane.width / 2)));
}

/** A condition's shape stands before its word and shares its plate. */
function groundOf({ role, box: { x, y, width, height }, size }: TextPlan): Box {
  const mark = role === 'state' ? Math.round(size * 0.85) + 4 : 0;
  return box(x - BESIDE - mark, y, width + 2 * BESIDE + mark, height);
}
