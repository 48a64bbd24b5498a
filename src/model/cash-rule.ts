/** Months of outlays that a firm keeps even where it burns no cash, if its rule asks for so many [assumed]. */
export const MONTHS_KEPT = 2;
