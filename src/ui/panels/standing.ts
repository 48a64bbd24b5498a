/**
 * How near a firm stands to trouble, in words: how long its cash lasts, whether its income covers what its debts ask, how
 * much of what it has is owed. Where a figure would say nothing, the reason is said instead; and of which moment it all is.
 */
import type { Measures } from '../../model/measures.ts';
import type { PartyKind } from '../../model/party.ts';
import type { PartyId } from '../../model/units.ts';
import type { World } from '../../model/world.ts';
import { PHASES } from '../../model/phase.ts';
import type { Scene } from '../../playback/index.ts';
import type { Condition } from '../../view/condition.ts';
import { sentences } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { covenantTest, levelOf } from './contract-clocks.ts';
import { eventsOf } from './month.ts';

/** Months of cash beyond which nobody counts. */
const LONG = 60;
/** So little cash that its first decimal of a month would be 0. */
const GONE = 0.05;
/** So little debt that its share of what a firm has rounds to 0 %. */
const SLIGHT = 0.005;
/** Times over that nobody tells apart. */
const AMPLE = 100;

type Measured = Measures['actors'][string];

/** Cash, cover and debt; how long a lender's cash lasts is not measured. */
export function standing(id: PartyId, kind: PartyKind, own: Measured, state: World, speaker: Speaker): readonly string[] {
  return [...(kind === 'lender' ? [] : [cash(own, speaker)]), ...debt(id, own, state, speaker)];
}

function cash({ runway }: Measured, speaker: Speaker): string {
  const words = speaker.words(PANEL_WORDS).inspector;
  if (runway === null) return words.runwayEndless;
  if (runway < GONE) return words.runwayOver;
  return runway >= LONG ? words.runwayLong : words.runway(speaker.format.number(runway, 1));
}

function debt(id: PartyId, own: Measured, state: World, speaker: Speaker): readonly string[] {
  const words = speaker.words(PANEL_WORDS).inspector;
  const { format } = speaker;
  if (own.leverage === null) return [];
  if (own.leverage < SLIGHT) return [words.noDebt];
  const tested = Object.values(state.loans).find((loan) => loan.borrower === id && loan.covenant !== 'none' && loan.covenant !== 'loanToValue');
  const test = tested === undefined ? null : covenantTest(tested, state, speaker);
  const cover = test?.cover ?? own.debtServiceCover;
  const needed = test === null ? null : levelOf('covenant.cover', state, speaker);
  const said = cover === null ? null : cover < 0 ? words.coverNone : cover >= AMPLE ? words.coverAmple(format.number(AMPLE)) : words.cover(format.times(cover));
  return [...(said === null ? [] : [needed === null ? said : sentences([said, words.coverNeeded(format.times(needed))], speaker.language)]), words.leverage(format.percent(own.leverage))];
}

/** The last phase reached, where the picture stands within a month. */
function phaseOf(scene: Scene): (typeof PHASES)[number] | null {
  return scene.phase === null || scene.phase >= PHASES.length - 1 ? null : PHASES[scene.phase]!;
}

/** Which moment the figures and the balance sheet are from, and what changed them since the story of the month. */
export function moment(id: PartyId, scene: Scene, speaker: Speaker): readonly string[] {
  const words = speaker.words(PANEL_WORDS).inspector;
  const date = speaker.format.date(scene.frame.tick);
  const phase = phaseOf(scene);
  const mine = eventsOf(scene).filter((event) => event.actor === id);
  const settled = mine.some((event) => event.type === 'liquidated') ? words.woundUp : mine.some((event) => event.type === 'restructured') ? words.newTerms : null;
  return [phase === null ? words.atClose(date) : words.afterPhase(speaker.vocabulary.phase[phase], date), ...(settled === null ? [] : [settled])];
}

const CLASSES: ReadonlySet<string> = new Set(['hedge', 'speculative', 'ponzi']);

/** A class is judged on the books of the month before; what those of this month's close would make of it, where that is another. */
export function nextClass(condition: Condition, own: Measured | undefined, speaker: Speaker): string | null {
  if (own === undefined || !CLASSES.has(condition) || !CLASSES.has(own.minsky) || own.minsky === condition) return null;
  return speaker.words(PANEL_WORDS).inspector.nextClass(speaker.state('solvency', own.minsky));
}
