/** Why, what did it break, was it necessary, and where did the money go: read from a recording, never from an engine. */
export { candidatesOf, shockOf, type Candidate, type Untestable } from './candidates.ts';
export { explain, type CauseEdge, type CauseNode, type Explanation, type Gap, type NodeKind } from './causes.ts';
export { actorOf, chronicleOf, readChronicle, startChronicle, type Chronicle, type Happening } from './chronicle.ts';
export { consequences, type Broken, type Consequences } from './consequences.ts';
export { GRACE, testAllCauses, testCauses, type Again, type MonthAgain, type Tested, type TestOptions, type TestOutcome, type TestProblem, type TestProgress, type Trial, type Verdict } from './counterfactual.ts';
export { firstTranche, follow, isRevenue, startTrail, type Followed, type FollowProblem, type Step, type Trail, type TrailMonth } from './follow.ts';
export { fold, MOST_BOXES, REST, webOf } from './fold.ts';
export { defaultsOf, findTarget, type Question, type QuestionProblem } from './question.ts';
export { explainReport, followReport, type ExplainRequest, type Told } from './report.ts';
export { timesRevenue, type FollowJson, type ForwardJson, type WhyJson } from './report-json.ts';
export type { Web, WebEdge, WebNode } from './web.ts';
export { layOutWhy, type PlacedBox, type PlacedEdge, type PlacedMonth, type Rectangle, type Spot, type WhyLayout, type WhySizes } from './why-layout.ts';
export { drawWhy, type WhyPicture } from './why-picture.ts';
