/** Parts of a link that were not understood: those the page has a word for, and names from elsewhere, cut where they are endless. */
import type { LinkFieldWords } from './ui-types.ts';

const LONGEST = 24;

export function linkFields(fields: readonly string[], words: LinkFieldWords): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const known = fields.filter((field) => Object.hasOwn(words, field));
  const others = fields.filter((field) => !known.includes(field)).map((field) => [...field]);
  return {
    known: known.map((field) => words[field]!),
    unknown: [...new Set(others.map((letters) => (letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join(''))))],
  };
}
