/**
 * Numbers and dates as people read them: $22.5B, 225亿美元, "Apr 2027". For display only: nothing formatted here is
 * ever recorded or digested, and nothing is read back.
 */
import { calendar, EPOCH, type BasisPoints, type Dollars, type Tick } from '../model/units.ts';
import type { Language } from './language.ts';

export interface Format {
  readonly language: Language;
  /** `$22.5B`, `225亿美元`: three digits at most, a true minus sign. */
  dollars(amount: Dollars): string;
  /** The same with every digit, for hovering: `$22,512,345,678`. */
  dollarsExact(amount: Dollars): string;
  /** Both languages' units at once, for hovering: `$22.5B · 225亿美元`. */
  dollarsBoth(amount: Dollars): string;
  /** Billions with one decimal, no unit, for columns headed "$B" (or hundreds of millions, "亿美元"). */
  column(amount: Dollars): string;
  /** What `column` counts in. */
  columnUnit: string;
  /** `0.4` → `40%`. */
  percent(share: number, digits?: number): string;
  /** A difference of two shares: 0.017 → `1.7 points`. */
  points(difference: number, digits?: number): string;
  /** Basis points a year → `9.1%`. */
  rate(bp: BasisPoints): string;
  /** Cents of a dollar: 0.18 → `18¢`. */
  cents(share: number): string;
  number(value: number, digits?: number): string;
  /** Large counts: `24,000`, `140K`, `14万`. */
  count(value: number): string;
  /** `0.94×` */
  times(value: number): string;
  /** `Apr 2027`, `2027年4月`. */
  date(tick: Tick): string;
  /** `Apr 2027 · tick 27`: for commands, which take ticks. */
  dateTick(tick: Tick): string;
  /** `Apr 2027 · month 28`: for the page, which counts months from one. */
  dateMonth(tick: Tick): string;
  /** The number of a month alone: `month 28`. */
  monthNumber(tick: Tick): string;
  /** A unit price: `$2.35`. */
  price(dollars: number): string;
}

const MINUS = '\u2212';
const minus = (text: string): string => text.replace('-', MINUS);

function compactDollars(language: Language): (amount: Dollars) => string {
  const unit = new Intl.NumberFormat(language === 'en' ? 'en-US' : 'zh-CN', { notation: 'compact', maximumSignificantDigits: 3 });
  return (amount) => {
    const sign = amount < 0 ? MINUS : '';
    const size = unit.format(Math.abs(amount));
    return language === 'en' ? `${sign}$${size}` : `${sign}${size}美元`;
  };
}

/** `opens`: calendar month of tick 0, for a scenario of another time. */
export function makeFormat(language: Language, opens: { readonly year: number; readonly month: number } = EPOCH): Format {
  const locale = language === 'en' ? 'en-US' : 'zh-CN';
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const counts = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const digitsOf = new Map<number, Intl.NumberFormat>();
  const fixed = (value: number, digits: number): string => {
    let found = digitsOf.get(digits);
    if (found === undefined) digitsOf.set(digits, (found = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })));
    // no "-0.0"
    return minus(found.format(Number(value.toFixed(digits)) === 0 ? 0 : value));
  };
  const dollars = compactDollars(language);
  const other = compactDollars(language === 'en' ? 'zh' : 'en');
  const columnOf = language === 'en' ? 1e9 : 1e8;
  const date = (tick: Tick): string => {
    const { year, month } = calendar(tick, opens);
    return months.format(Date.UTC(year, month - 1, 15));
  };
  const monthNumber = (tick: Tick): string => (language === 'en' ? `month ${tick + 1}` : `第 ${tick + 1} 个月`);
  return {
    language,
    dollars,
    dollarsExact: (amount) => `${amount < 0 ? MINUS : ''}${language === 'en' ? '$' : ''}${exact.format(Math.abs(amount))}${language === 'en' ? '' : '美元'}`,
    dollarsBoth: (amount) => `${dollars(amount)} · ${other(amount)}`,
    column: (amount) => fixed(amount / columnOf, language === 'en' ? 1 : 0),
    columnUnit: language === 'en' ? '$B' : '亿美元',
    percent: (share, digits = 0) => `${fixed(share * 100, digits)}%`,
    points: (difference, digits = 1) => `${fixed(difference * 100, digits)} ${language === 'en' ? 'points' : '个百分点'}`,
    rate: (bp) => `${fixed(bp / 100, 1)}%`,
    cents: (share) => (language === 'en' ? `${fixed(share * 100, share > 0 && share < 0.1 ? 1 : 0)}¢` : `${fixed(share * 100, share > 0 && share < 0.1 ? 1 : 0)} 美分`),
    number: (value, digits = 0) => fixed(value, digits),
    count: (value) => minus((Math.abs(value) < 100_000 ? exact : counts).format(value)),
    times: (value) => `${fixed(value, 2)}×`,
    date,
    dateTick: (tick) => `${date(tick)} · ${language === 'en' ? 'tick' : '第'} ${tick}${language === 'en' ? '' : ' 期'}`,
    dateMonth: (tick) => `${date(tick)} · ${monthNumber(tick)}`,
    monthNumber,
    price: (amount) => (language === 'en' ? `${amount < 0 ? MINUS : ''}$${fixed(Math.abs(amount), 2)}` : `${fixed(amount, 2)} 美元`),
  };
}
