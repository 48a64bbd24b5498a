/**
 * Forced sales and the price they make: who must sell at a price, sells and lowers it, which forces others. Of the prices
 * that hold together the greatest is meant: the descent starts at the opening price and every lot sold stays sold, so
 * that it ends after at most one pass a lot and does not depend on the order of lots (Cifuentes, Ferrucci & Shin 2005).
 */
import { priceLeft, type ImpactForm } from './fire-sale.ts';

export interface ForcedLot {
  /** In the unit the market's depth is counted in: H100 equivalents, less what age and wear take. */
  readonly units: number;
  /** Sold when the price is below this; null for a lot that is sold whatever the price. */
  readonly soldBelow: number | null;
}

export interface CollateralMarket {
  /** Price of a unit before anybody is forced, a whole number of its money unit. */
  readonly opening: number;
  readonly depth: number;
  readonly impact: number;
  readonly form: ImpactForm;
  /** Least share of the opening price. */
  readonly floor: number;
}

export interface CollateralPrice {
  /** Whole, at most the opening price. */
  readonly price: number;
  readonly sold: readonly boolean[];
  readonly units: number;
  readonly passes: number;
}

/** Price after so many units are sold, floored to a whole number; what is not for sale does not move it. */
export function priceAfter(market: CollateralMarket, units: number): number {
  if (units <= 0) return market.opening;
  const left = market.depth > 0 ? priceLeft((market.impact * units) / market.depth, market.form, market.floor) : market.floor;
  return Math.min(market.opening, Math.floor(market.opening * left));
}

export function greatestPrice(market: CollateralMarket, lots: readonly ForcedLot[]): CollateralPrice {
  const sold = lots.map(() => false);
  let price = market.opening;
  for (let passes = 1; ; passes++) {
    let changed = false;
    lots.forEach((lot, index) => {
      if (sold[index] || (lot.soldBelow !== null && price >= lot.soldBelow)) return;
      sold[index] = true;
      changed = true;
    });
    // summed in the order of the lots, not of their sales, so that equal sets make equal prices to the bit
    let units = 0;
    lots.forEach((lot, index) => (units += sold[index] ? lot.units : 0));
    if (!changed) return { price, sold, units, passes };
    price = Math.min(price, priceAfter(market, units));
  }
}
