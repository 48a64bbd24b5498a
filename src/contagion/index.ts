/**
 * The mathematics of contagion, for use on its own: pure functions of plain arrays. Money is whole dollars, shares are
 * fractions of one. Input that is not as documented throws a NetworkError which names the place.
 */
export { clear, type ClearInput, type ClearResult } from './clear.ts';
export { clearSparse, type Claim, type Clearing, type ClearingProblem, type OwnershipShare } from './clearing-vector.ts';
export { debtRank, distress, distressOnce, impactNetwork, type DebtRankInput, type DebtRankResult, type Exposure, type ImpactNetwork } from './debt-rank.ts';
export { fireSale, IMPACT_FORMS, type FireSaleInput, type FireSaleResult, type ImpactForm } from './fire-sale.ts';
export { greatestPrice, priceAfter, type CollateralMarket, type CollateralPrice, type ForcedLot } from './collateral.ts';
export { NetworkError, NETWORK_PROBLEMS, type NetworkProblem, type NetworkProblemCode } from './problem.ts';
