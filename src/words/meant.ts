/** The name that was probably meant, as a sentence of its own behind another; nothing where none is near. */
import type { Language } from './language.ts';

type Nearest = string | null | undefined;
const isNear = (nearest: Nearest): nearest is string => nearest !== null && nearest !== undefined;

export const MEANT: { readonly [language in Language]: (nearest: Nearest) => string } = {
  en: (nearest) => (isNear(nearest) ? ` Did you mean ${nearest}?` : ''),
  zh: (nearest) => (isNear(nearest) ? `是不是想输入 ${nearest}？` : ''),
};
