/**
 * A scenario of another trade gives words of its own for what the catalogues call chips, labs and clouds. They take the
 * place of ours in everything a catalogue says, in texts and in what its functions make of figures.
 */
import type { Language } from './language.ts';

/** What the catalogues say, and what is said instead. */
export type Trade = { readonly [word: string]: string };

type Say = (text: string) => string;
const sayings = new WeakMap<Trade, Say>();
const catalogues = new WeakMap<Trade, WeakMap<object, unknown>>();

/** A text of ours in the words of a trade. */
export const sayInTrade = (text: string, trade: Trade | undefined, language: Language): string => (trade === undefined ? text : sayingOf(trade, language)(text));

/** A catalogue in the words of a trade; the same object for the same two. */
export function inTrade<Words extends object>(words: Words, trade: Trade | undefined, language: Language): Words {
  if (trade === undefined) return words;
  let known = catalogues.get(trade);
  if (known === undefined) catalogues.set(trade, (known = new WeakMap()));
  if (!known.has(words)) known.set(words, spoken(words, sayingOf(trade, language)));
  return known.get(words) as Words;
}

/** Longer words first, so that "AI labs" is not "AI" with something behind it; English words whole, and capital where ours are. */
function sayingOf(trade: Trade, language: Language): Say {
  let say = sayings.get(trade);
  if (say !== undefined) return say;
  const instead = new Map(Object.entries(trade).flatMap(([word, other]) => (language === 'en' ? [[capital(word), capital(other)], [word, other]] : [[word, other]]) as [string, string][]));
  const either = [...instead.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (either.length === 0) return (text) => text;
  const wanted = new RegExp(language === 'en' ? `\\b(?:${either.join('|')})\\b` : either.join('|'), 'g');
  say = (text) => text.replace(wanted, (word) => instead.get(word)!);
  sayings.set(trade, say);
  return say;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function spoken(words: unknown, say: Say): unknown {
  if (typeof words === 'string') return say(words);
  if (typeof words === 'function') return (...given: unknown[]): unknown => spoken((words as (...given: unknown[]) => unknown)(...given), say);
  if (Array.isArray(words)) return words.map((each) => spoken(each, say));
  if (words !== null && typeof words === 'object' && Object.getPrototypeOf(words) === Object.prototype) return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, spoken(each, say)]));
  return words;
}
