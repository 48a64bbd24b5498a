/** Playback: a cursor over months, scenes, the timeline, comparison, branches. */
export { changesInForce, startBranch, type Branch, type Parent, type Rerun, type RunRequest } from './branch.ts';
export { changeProblem, isContract, type BranchProblem } from './changes.ts';
export {
  alignMarks, alignOn, beginAlike, BY_TICK, changedParameters, commonEvents, divergentDecisions, extraLosses, firstDivergentDecision, isBranchOf, isChangeOf, measureDeltas, measureSeries, partyDifferences, tooSmallToTell, whereTheyPart,
  type Alignment, type DecisionDifference, type ExtraLoss, type Losses, type MeasureDelta, type Parting, type PartyDifference,
} from './compare.ts';
export { isWaiting, reduce, SPEEDS, START, STEP_SECONDS, type Command, type Playback, type RunFacts, type Speed } from './cursor.ts';
export { marksOf, nearestMark, WEIGHT, type EventMark, type Weight } from './events.ts';
export { loadAround, sceneAt, statesInside, type Scene } from './scene.ts';
export { growingSource, recordingSource, runSource, type FrameSource, type GrowingSource } from './source.ts';
export { summarise, timelineOf, type MonthSummary, type Timeline } from './summary.ts';
