/**
 * What a thing on the stage is, in few words, for whoever rests the mouse on it: an actor with its condition, its cash
 * and what its marks mean; a lane with what ran along it and for what; of several drawn as one, each.
 */
import type { Purpose } from '../model/flow.ts';
import { isActorKind } from '../model/party.ts';
import { PHASES } from '../model/phase.ts';
import type { Dollars } from '../model/units.ts';
import { laneParts, lanesOfMonth, type LaneKind } from '../playback/lane-book.ts';
import { hasFailed, type Condition } from '../view/condition.ts';
import type { MarkShape, MarkTone } from '../view/marks.ts';
import type { LanePlan, NodePlan, RiverPlan } from '../view/plan.ts';
import type { Pointed } from '../view/pointed.ts';
import { makeStageWords, STAGE_WORDS } from '../words/stage.ts';
import type { Speaker } from '../words/speaker.ts';

export type HoverGlyph =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'mark'; readonly shape: MarkShape; readonly tone: MarkTone }
  | { readonly kind: 'lane'; readonly lane: LaneKind };

export interface HoverRow {
  readonly glyph: HoverGlyph | null;
  readonly text: string;
  readonly amount: string | null;
}
export interface HoverSaying {
  readonly title: string;
  /** What kind of actor it is, where its name does not say so. */
  readonly kind: string | null;
  readonly rows: readonly HoverRow[];
}

/** So many are named, and on a low stage fewer; the others are counted, and are in the table. */
export const MOST_ROWS = { low: 2, high: 5 } as const;
/** Pixels under which a stage is low. */
const LOW = 260;
/** Months of cash beyond which nobody counts. */
const LONG = 60;

export function hoverSaying(pointed: Pointed, speaker: Speaker): HoverSaying {
  const { thing } = pointed;
  switch (thing.kind) {
    case 'actor':
      return sayActor(thing.node, pointed, speaker);
    case 'lane':
      return { title: way(thing.lane, speaker), kind: null, rows: laneRows(thing.lane, pointed, speaker) };
    case 'bundle': {
      const rows = thing.lanes.map((lane) => row(way(lane, speaker), { kind: 'lane', lane: lane.kind }, said(lane, speaker)));
      return { title: thing.ends.map((id) => speaker.party(id)).join(' ⇄ '), kind: null, rows: shortened(rows, pointed, speaker) };
    }
    case 'river':
      return sayRiver(thing.river, pointed, speaker);
  }
}

const row = (text: string, glyph: HoverGlyph | null = null, amount: string | null = null): HoverRow => ({ glyph, text, amount });
const way = ({ from, to }: Pick<LanePlan, 'from' | 'to'>, speaker: Speaker): string => `${speaker.party(from)} → ${speaker.party(to)}`;

function sayActor(node: NodePlan, { scenario, frame }: Pointed, speaker: Speaker): HoverSaying {
  const words = makeStageWords(speaker);
  const title = speaker.party(node.id);
  const kind = scenario.parties.find(({ id }) => id === node.id)?.kind;
  const rows: HoverRow[] = [];
  if (node.condition !== 'none') rows.push(row(words.condition(node.condition), { kind: 'condition', condition: node.condition }));
  const runway = frame.measures.actors[node.id]?.runway;
  if (kind !== undefined && isActorKind(kind) && kind !== 'lender' && runway !== undefined && !hasFailed(node.condition) && (runway === null || runway < LONG)) rows.push(row(words.runway(runway)));
  const { event, decision } = speaker.vocabulary as { readonly [kind in 'event' | 'decision']: { readonly [type: string]: string } };
  for (const { shape, tone, type, decided } of node.badges) rows.push(row((decided ? decision : event)[type] ?? type, { kind: 'mark', shape, tone }));
  return { title, kind: kind === undefined || words.kind(kind).toLowerCase() === title.toLowerCase() ? null : words.kind(kind), rows };
}

/** What ran along it, was to run or is promised, then what it was for. */
function laneRows(lane: LanePlan, pointed: Pointed, speaker: Speaker): HoverRow[] {
  const { frame, phase } = pointed;
  const words = makeStageWords(speaker);
  const rows = [row(said(lane, speaker), { kind: 'lane', lane: lane.kind })];
  if (lane.followed > 0) rows.push(row(words.laneLabel(lane)));
  if (lane.promise !== null && (lane.amount > 0 || lane.missing > 0)) rows.push(row(words.laneLabel({ ...lane, amount: 0, missing: 0, followed: 0 })));
  const purposes = new Map<Purpose, Dollars>();
  for (const record of frame.phases)
    if (phase === null || record.phase === PHASES[phase])
      for (const flow of record.flows) if (flow.from === lane.from && flow.to === lane.to && flow.lane === lane.kind) purposes.set(flow.purpose, (purposes.get(flow.purpose) ?? 0) + flow.amount);
  const isAlone = purposes.size === 1 && lane.kind !== 'gpu';
  const what = [...purposes].sort(([, a], [, b]) => b - a).map(([purpose, amount]) => row(speaker.vocabulary.purpose[purpose], null, isAlone ? null : words.dollars(amount)));
  return [...rows, ...shortened(what, pointed, speaker)];
}

/** The whole of it, also where a part of it is followed. */
function said(lane: LanePlan, speaker: Speaker): string {
  if (lane.amount <= 0 && lane.missing <= 0 && lane.promise === null) return speaker.words(STAGE_WORDS).nothing;
  return makeStageWords(speaker).laneLabel({ ...lane, followed: 0 });
}

function sayRiver(river: RiverPlan, pointed: Pointed, speaker: Speaker): HoverSaying {
  const { scenario, frame, phase } = pointed;
  const words = makeStageWords(speaker);
  const several = river.payers.length > 1;
  const endName = (ids: readonly string[]): string => {
    const kind = scenario.parties.find(({ id }) => id === ids[0])?.kind;
    return ids.length > 1 && kind !== undefined ? speaker.vocabulary.kinds[kind] : speaker.party(ids[0] ?? '');
  };
  const month = lanesOfMonth(frame);
  const held = river.lanes
    .map((key) => {
      const lane = month.get(key);
      const { from, to } = laneParts(key);
      return { name: speaker.party(several ? from : to), amount: phase === null ? (lane?.amount ?? 0) : (lane?.phases[PHASES[phase]!] ?? 0) };
    })
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const sum = held.reduce((total, { amount }) => total + amount, 0);
  const whole = sum === 0 ? speaker.words(STAGE_WORDS).nothing : several ? words.gathered(held.length, sum) : words.spread(held.length, sum);
  const rows = held.map(({ name, amount }) => row(name, null, words.dollars(amount)));
  return { title: `${endName(river.payers)} → ${endName(river.payees)}`, kind: null, rows: [row(whole, { kind: 'lane', lane: river.kind }), ...shortened(rows, pointed, speaker)] };
}

function shortened(rows: readonly HoverRow[], { room }: Pointed, speaker: Speaker): readonly HoverRow[] {
  const most = MOST_ROWS[room.height < LOW ? 'low' : 'high'];
  // a line that says "1 more" takes as much room as the one
  if (rows.length <= most + 1) return rows;
  return [...rows.slice(0, most), row(speaker.words(STAGE_WORDS).more(speaker.format.number(rows.length - most)))];
}
