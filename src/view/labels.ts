/**
 * Amounts on their lanes. The largest of each kind first, then the largest of all, missed payments before either and
 * everything that was selected, and what is being spoken of before all; each at the middle of its curve or a quarter aside, where it meets nothing, else it
 * is left out (the table has it). Rivers choose after lanes.
 */
import { boxesMeet, boxInside, boxMeetsDisc, box, pointAt, type Box } from './geometry.ts';
import type { Layout } from './layout.ts';
import { LANE_KINDS } from '../playback/lane-book.ts';
import { type BundlePlan, type LanePlan, type RiverPlan, type Target, type TextPlan } from './plan.ts';
import { touches, type FlowLane } from './flow-plan.ts';
import type { MeasureText, StageWords } from './stage-words.ts';

/** Shares of the way at which an amount may stand, the best first. */
export const LABEL_PLACES = [0.5, 0.35, 0.65, 0.25, 0.75] as const;
/** What was not paid must be said, what is spoken of, and what several paid at once: it may stand closer to the ends too. */
const MORE_PLACES = [...LABEL_PLACES, 0.42, 0.58, 0.3, 0.7, 0.18, 0.82, 0.12, 0.88];
/** They may also stand beside the curve, in heights of the label, where there is no room on it. */
const ASIDE = [0, 0.9, -0.9, 1.6, -1.6] as const;
export const AMOUNTS = 6;
const APART = 3;

export interface LabelRequest {
  readonly lanes: readonly LanePlan[];
  readonly bundles: readonly BundlePlan[];
  readonly rivers: readonly RiverPlan[];
  readonly layout: Layout;
  readonly selected: Target | null;
  readonly words: StageWords;
  readonly measure: MeasureText;
  /** Boxes already taken: names, headings, legend. */
  readonly taken: readonly Box[];
}

export function amountLabels(request: LabelRequest): TextPlan[] {
  const { layout, words, measure, bundles, rivers } = request;
  const taken = [...request.taken];
  const texts: TextPlan[] = [];
  const size = layout.type.amount;
  const place = (id: string, sayings: readonly string[], path: LanePlan['path'], rest: Pick<TextPlan, 'lane' | 'on' | 'tone' | 'dim'>, places: readonly number[] = LABEL_PLACES, asides: readonly number[] = [0]): void => {
    const height = Math.ceil(size * 1.5);
    for (const text of sayings) {
      const width = Math.ceil(measure(text, size, false)) + 14;
      for (const aside of asides)
        for (const share of places) {
          const at = pointAt(path, share);
          const [x, y] = [at.x - Math.sin(at.angle) * aside * height, at.y + Math.cos(at.angle) * aside * height];
          const spot = box(Math.round(x - width / 2), Math.round(y - height / 2), width, height);
          if (!isFree(spot, layout, taken)) continue;
          taken.push(spot);
          texts.push({ id, role: 'amount', text, box: spot, size, bold: false, align: 'center', ...rest });
          return;
        }
    }
  };
  // where what was paid of what finds no room, what is missing may
  const sayingsOf = (lane: LanePlan): string[] => [words.laneLabel(lane), ...(lane.missing > 0 && lane.amount > 0 && lane.followed <= 0 ? [words.laneLabel({ ...lane, amount: 0 })] : [])];
  for (const lane of wanted(request))
    place(`amount/${lane.key}`, sayingsOf(lane), lane.path, { lane: lane.kind, on: lane.key, tone: lane.missing > 0 ? 'trouble' : null, dim: lane.dim }, lane.missing > 0 || lane.spoken ? MORE_PLACES : LABEL_PLACES, lane.missing > 0 || lane.spoken ? ASIDE : [0]);
  for (const river of rivers)
    if (river.amount > 0 && !river.dim)
      place(`bundle/${river.key}`, [river.payers.length > 1 ? words.gathered(river.lanes.length, river.amount) : words.spread(river.lanes.length, river.amount)], river.path, { lane: river.kind, on: null, tone: null, dim: false }, MORE_PLACES);
  for (const bundle of bundles) if (bundle.amount > 0) place(`bundle/${bundle.key}`, [words.bundle(bundle.lanes.length, bundle.amount)], bundle.path, { lane: null, on: null, tone: null, dim: request.selected !== null });
  return texts;
}

/** The lanes whose amounts should be written, in the order in which they choose their place. */
function wanted({ lanes, selected }: LabelRequest): LanePlan[] {
  const open = lanes.filter((lane) => lane.bundle === null && (lane.amount > 0 || lane.missing > 0 || lane.promise !== null) && (lane.hollowing === null || lane.missing > 0));
  const bySize = (a: FlowLane | LanePlan, b: FlowLane | LanePlan): number => b.amount - a.amount || b.promised - a.promised || (a.key < b.key ? -1 : 1);
  const missed = open.filter((lane) => lane.missing > 0).sort((a, b) => b.missing - a.missing || (a.key < b.key ? -1 : 1));
  const chosen = selected === null ? [] : open.filter((lane) => touches(lane.key, selected)).sort((a, b) => b.missing - a.missing || bySize(a, b));
  // where a followed payment has only been before, the amount of today says nothing of it
  const paid = open.filter((lane) => lane.amount > 0 && !lane.dim && lane.lit !== 'before').sort(bySize);
  const followed = open.filter((lane) => lane.lit === 'now').sort((a, b) => b.followed - a.followed || (a.key < b.key ? -1 : 1));
  const ofKinds = LANE_KINDS.flatMap((kind) => paid.filter((lane) => lane.kind === kind).slice(0, 1));
  const promised = open.filter((lane) => lane.amount <= 0 && lane.missing <= 0 && lane.promise !== null && !lane.dim).sort(bySize).slice(0, 2);
  const standard = selected === null ? [...missed.slice(0, 3), ...[...new Set([...ofKinds, ...paid])].slice(0, AMOUNTS), ...promised] : missed.filter((lane) => !lane.dim);
  const said = open.filter((lane) => lane.spoken).sort(bySize);
  return [...new Set([...said, ...chosen, ...followed, ...standard])];
}

function isFree(spot: Box, layout: Layout, taken: readonly Box[]): boolean {
  const { width, height, places, ring } = layout;
  if (!boxInside(spot, box(2, 2, width - 4, height - 4))) return false;
  if (taken.some((other) => boxesMeet(spot, other, APART))) return false;
  for (const place of places.values())
    if (place.shape === 'ring' ? boxMeetsDisc(spot, place.x, place.y, place.radius + ring, APART) : boxesMeet(spot, place.box, APART)) return false;
  return true;
}
