/** The twenty-one stylised facts, in order. What each compares and which bound it must clear is said with it. */
import { CREDIT_FACTS } from './credit-facts.ts';
import type { Fact } from './evidence.ts';
import { FINANCE_FACTS } from './finance-facts.ts';
import { SHORTFALL_FACTS } from './shortfall-facts.ts';
import { SOUNDNESS_FACTS } from './soundness-facts.ts';

export const FACTS: readonly Fact[] = [...SHORTFALL_FACTS, ...FINANCE_FACTS, ...CREDIT_FACTS, ...SOUNDNESS_FACTS].sort((a, b) => a.number - b.number);
export type { Evidence, Fact, Reading, Unit, Verdict } from './evidence.ts';
export type { Estimate } from './statistics.ts';
export { Tracer, type Trace, type TracedMonth } from './trace.ts';
export { LEVELS, MOST_SIZING_SEEDS, SHIPPED_FOR_FACTS, seedsOf, VARIANT_NAMES, VARIANTS, withFall, type ShippedForFacts, type Variant, type VariantName } from './variants.ts';
export { fails } from './evidence.ts';
