/** Words of the panels, in a language. */
import type { Language } from './language.ts';
import { panelsEn } from './panels.en.ts';
import type { PanelWords } from './panels-types.ts';
import { panelsZh } from './panels.zh.ts';

export const PANEL_WORDS: { readonly [language in Language]: PanelWords } = { en: panelsEn, zh: panelsZh };

export function panelWords(language: Language): PanelWords {
  return PANEL_WORDS[language];
}
