/**
 * Ground under words that a lane would strike out: names, conditions and headings stand on the bare picture, and where
 * a lane runs beneath one of them, or a sheath of lanes, the words get a plate of background of their own.
 */
import { box, pathMeetsBox, type Box } from './geometry.ts';
import type { BundlePlan, LanePlan, TextPlan } from './plan.ts';

const ON_BARE_GROUND: ReadonlySet<TextPlan['role']> = new Set(['name', 'state', 'figure', 'column', 'hidden', 'legend']);
/** What a letter needs beside it to be told from a line, pixels. */
const BESIDE = 3;

/** Plates that meet no other, from the words in the order in which they were given. */
export function wordGrounds(texts: readonly TextPlan[], lanes: readonly LanePlan[], bundles: readonly BundlePlan[]): Box[] {
  const drawn = [...lanes.filter((lane) => lane.bundle === null), ...bundles];
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
