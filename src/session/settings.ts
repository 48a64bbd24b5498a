/** How a reader wants to see things. Kept between visits; never part of a run. */
import { isLanguage, type Language } from '../words/language.ts';

export const THEMES = ['dark', 'light', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

export const RENDERERS = ['auto', 'webgl', 'canvas', 'table'] as const;
export type Renderer = (typeof RENDERERS)[number];

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** `generic` hides names: "Neocloud A". */
  readonly names: 'real' | 'generic';
  /** Keys without Ctrl or Alt act at once. Off for readers whose tools send stray letters. */
  readonly singleKeys: boolean;
  /** Particles and tweens; `auto` follows the system. */
  readonly motion: 'auto' | 'full' | 'reduced';
  readonly renderer: Renderer;
}

export const DEFAULT_SETTINGS: Settings = { language: 'en', theme: 'dark', names: 'real', singleKeys: true, motion: 'auto', renderer: 'auto' };

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value => (values as readonly unknown[]).includes(value);

/** Settings from wherever they were kept; whatever does not fit is left as it was. */
export function readSettings(kept: unknown, defaults: Settings): Settings {
  if (typeof kept !== 'object' || kept === null) return defaults;
  const { language, theme, names, singleKeys, motion } = kept as Record<string, unknown>;
  return {
    ...defaults,
    ...(typeof language === 'string' && isLanguage(language) ? { language } : {}),
    ...(oneOf(THEMES, theme) ? { theme } : {}),
    ...(oneOf(['real', 'generic'], names) ? { names } : {}),
    ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}),
    ...(oneOf(['auto', 'full', 'reduced'], motion) ? { motion } : {}),
  };
}
