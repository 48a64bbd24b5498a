/** What the two sides of a comparison are called. */
import type { Change, Header } from '../../model/frame.ts';
import { isBranchOf } from '../../playback/index.ts';
import { panelWords } from '../../words/panels.ts';
import type { Language } from '../../words/language.ts';

export interface SideNames {
  readonly a: string;
  readonly b: string;
}

/** Parameters of one scenario that A has otherwise than B, with A's values; none of two scenarios. */
export function movedParameters(a: Header, b: Header): readonly Change[] {
  if (a.scenario.id !== b.scenario.id) return [];
  return Object.entries(a.scenario.parameters).flatMap(([path, { value }]) => (b.scenario.parameters[path] !== undefined && b.scenario.parameters[path].value !== value ? [{ kind: 'set' as const, path, value }] : []));
}

/** A what-if and what it left; one scenario with and without changes; else each by its scenario. */
export function sideNames(a: Header, b: Header, language: Language): SideNames {
  const words = panelWords(language).compare;
  if (isBranchOf(b, a)) return { a: words.a, b: words.b };
  const moved = movedParameters(a, b).length;
  if (moved > 0) return { a: words.named('A', words.moved(a.scenario.name[language], moved)), b: words.named('B', b.scenario.name[language]) };
  return { a: words.named('A', a.scenario.name[language]), b: words.named('B', b.scenario.name[language]) };
}
