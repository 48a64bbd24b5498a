/**
 * What is measured of an economy of loops, for use on its own: pure functions of plain arrays. Shares and ratios are
 * fractions of one. Input that is not as documented throws a NetworkError which names the place.
 */
export { circularity, FLOW_KINDS, type CircularityFlow, type CircularityInput, type CircularityResult, type FlowKind } from './circularity.ts';
export { cyclingIndex, type CyclingInput } from './cycling.ts';
export { concentration, concentrationBounds, type ConcentrationInput, type ConcentrationResult } from './concentration.ts';
export { minskyClass, minskyShares, MINSKY_CLASSES, type DebtService, type MinskyClass, type MinskyShares, type Owing } from './minsky.ts';
export { debtServiceCover, interestCover, loanLifeCover, loanToValue, netDebtToEarnings, runway } from './cover.ts';
export { measureMonth, NO_MEMORY, type ChipPrices, type MeasureMemory, type MonthInput } from './month.ts';
export { isNetworkKind, NETWORK_KINDS, runNetworkCase, runNetworkCases, type NetworkKind } from './network-case.ts';
export { NetworkError, type NetworkProblem } from '../contagion/problem.ts';
