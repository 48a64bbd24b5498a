/**
 * What a market pays when much is sold at once (Cifuentes, Ferrucci & Shin 2005). Selling as much as the market is deep
 * lowers the price by the share `impact` (linear), or by 1 − e^−impact (exponential), but not below a floor. Proceeds are
 * counted two ways: all at the end price, or each unit at the price of its moment.
 */
import { exponential, logarithm } from '../model/arithmetic.ts';
import { reject } from './problem.ts';
import { amount, fields, share } from './read.ts';

export const IMPACT_FORMS = ['linear', 'exponential'] as const;
export type ImpactForm = (typeof IMPACT_FORMS)[number];

export interface FireSaleInput {
  /** Price of a unit before the sale, > 0. */
  readonly price: number;
  /** Share of the price that selling one depth takes, ≥ 0. */
  readonly impact: number;
  /** Units sold, ≥ 0, and the depth of the market in the same unit, > 0. */
  readonly sold: number;
  readonly depth: number;
  readonly form: ImpactForm;
  /** Least the price can fall to, as a share of it; 0 when not given. */
  readonly floor?: number;
}

export interface FireSaleResult {
  readonly endPrice: number;
  readonly averagePrice: number;
  readonly proceedsAtEndPrice: number;
  readonly proceedsAtAverage: number;
}

/** The end price as a share of the price before: `pressure` is impact · sold ÷ depth. */
export function priceLeft(pressure: number, form: ImpactForm, floor: number): number {
  return Math.max(floor, form === 'linear' ? 1 - pressure : exponential(-pressure), 0);
}

/** The same for the mean over the units sold. */
export function averageLeft(pressure: number, form: ImpactForm, floor: number): number {
  const least = Math.max(floor, 0);
  // pressure at which the floor is met: units after that are sold at the floor
  const free = form === 'linear' ? Math.min(pressure, 1 - least) : least > 0 ? Math.min(pressure, -logarithm(least)) : pressure;
  if (pressure === 0) return 1;
  return (area(free, form) + least * (pressure - free)) / pressure;
}

/** ∫ of the price share from no pressure to this one. */
function area(pressure: number, form: ImpactForm): number {
  if (form === 'linear') return pressure * (1 - pressure / 2);
  // 1 − e^−x loses its digits for small x
  return pressure < 1e-4 ? pressure * (1 - (pressure / 2) * (1 - pressure / 3)) : 1 - exponential(-pressure);
}

/** @throws NetworkError naming the place of what is wrong. */
export function fireSale(input: FireSaleInput): FireSaleResult {
  const given = fields(input, ['price', 'impact', 'sold', 'depth', 'form', 'floor']);
  const positive = (name: string): number => {
    const value = amount(given[name], name);
    return value > 0 ? value : reject('notPositive', name, value);
  };
  const price = positive('price');
  const impact = amount(given['impact'], 'impact');
  const sold = amount(given['sold'], 'sold');
  const depth = positive('depth');
  if (given['form'] === undefined) reject('missing', 'form');
  const form = IMPACT_FORMS.find((each) => each === given['form']) ?? reject('notInList', 'form', given['form'], IMPACT_FORMS.join(', '));
  const floor = given['floor'] === undefined ? 0 : share(given['floor'], 'floor');
  const pressure = (impact * sold) / depth;
  const endPrice = price * priceLeft(pressure, form, floor);
  const averagePrice = price * averageLeft(pressure, form, floor);
  return { endPrice, averagePrice, proceedsAtEndPrice: endPrice * sold, proceedsAtAverage: averagePrice * sold };
}
