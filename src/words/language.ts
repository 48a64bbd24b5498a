/** The two languages everything is said in. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** The language a reader most likely wants, from what the browser or terminal says of itself (`zh-CN`, `en_US.UTF-8`). */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const start = tag.slice(0, 2).toLowerCase();
    if (isLanguage(start)) return start;
  }
  return 'en';
}
