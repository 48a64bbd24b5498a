/** The glossary of both languages, and where its words stand in a text, so that a reader may ask what they mean. */
import { glossaryEn, type Entry } from './glossary.en.ts';
import { glossaryZh } from './glossary.zh.ts';
import type { Language } from './language.ts';

export type TermId = keyof typeof glossaryEn;
export const GLOSSARY: { readonly [language in Language]: { readonly [term in TermId]: Entry } } = { en: glossaryEn, zh: glossaryZh };
export const TERM_IDS = Object.keys(glossaryEn) as readonly TermId[];

const NONE: ReadonlySet<TermId> = new Set();

/** A piece of a text: plain, or a word that the glossary explains. */
export interface Piece {
  readonly text: string;
  readonly term: TermId | null;
}

/** The text in pieces; of each term the first mention only, and none of those told before. */
export function termsIn(text: string, language: Language, before: ReadonlySet<TermId> = NONE): readonly Piece[] {
  const { pattern, terms } = finder(language);
  const told = new Set(before);
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const term = terms.get(found[0].toLowerCase())!;
    if (told.has(term)) continue;
    told.add(term);
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), term: null });
    pieces.push({ text: found[0], term });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), term: null });
  return pieces;
}

/** Texts that stand together, each with the terms that those before it have mentioned. */
export function toldBefore(texts: readonly string[], language: Language): readonly ReadonlySet<TermId>[] {
  const told = new Set<TermId>();
  return texts.map((text) => {
    const before = new Set(told);
    for (const { term } of termsIn(text, language)) if (term !== null) told.add(term);
    return before;
  });
}

interface Finder {
  readonly pattern: RegExp;
  readonly terms: ReadonlyMap<string, TermId>;
}
const finders: { [language in Language]?: Finder } = {};

/** Longer forms first; English words whole and with or without a capital. */
function finder(language: Language): Finder {
  const known = finders[language];
  if (known !== undefined) return known;
  const terms = new Map(TERM_IDS.flatMap((term) => GLOSSARY[language][term].forms.map((form): [string, TermId] => [form.toLowerCase(), term])));
  const either = [...terms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return (finders[language] = { pattern: new RegExp(language === 'en' ? `\\b(?:${either.join('|')})\\b` : either.join('|'), 'gi'), terms });
}
