/** What two texts are joined by: Chinese has marks of its own, as wide as a character, and no space after them. */
import type { Language } from './language.ts';

/** `Print: Guide` */
export const named = (name: string, text: string, language: Language): string => `${name}${colon(language)}${text}`;

/** What stands between a name and what it names. */
export const colon = (language: Language): string => (language === 'en' ? ': ' : '：');

/** `Months of cash. How long they last.` */
export const headed = (title: string, text: string, language: Language): string => `${title}${language === 'en' ? '. ' : '。'}${text}`;

/** A remark behind a text, with what parts the two. */
export const remark = (text: string, language: Language): string => (language === 'en' ? ` (${text})` : `（${text}）`);

/** Whole sentences, one behind the other. */
export const sentences = (texts: readonly string[], language: Language): string => texts.join(language === 'en' ? ' ' : '');

/** Parts of one sentence. */
export const clauses = (texts: readonly string[], language: Language): string => texts.join(language === 'en' ? ', ' : '\uff0c');

/** What stands side by side in a list that is read aloud. */
export const items = (texts: readonly string[], language: Language): string => texts.join(language === 'en' ? '; ' : '\uff1b');

/** In place of what is left out. */
export const omission = (language: Language): string => (language === 'en' ? '…' : '……');
