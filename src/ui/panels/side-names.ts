/** What the two sides of a comparison are called. */
import type { Header } from '../../model/frame.ts';
import { changedParameters, isBranchOf } from '../../playback/index.ts';
import { panelWords } from '../../words/panels.ts';
import type { Language } from '../../words/language.ts';

export interface SideNames {
  readonly a: string;
  readonly b: string;
}

/** A what-if and what it left; one scenario with and without changes; else each by its scenario. */
export function sideNames(a: Header, b: Header, language: Language): SideNames {
  const words = panelWords(language).compare;
  if (isBranchOf(b, a)) return { a: words.a, b: words.b };
  const changed = changedParameters(b, a).length;
  if (changed > 0) return { a: words.named('A', a.scenario.name[language]), b: words.named('B', words.moved(b.scenario.name[language], changed)) };
  return { a: words.named('A', a.scenario.name[language]), b: words.named('B', b.scenario.name[language]) };
}
