/** Panels as a browser would get them, without one: markup, and the text a reader sees in it. */
import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { runSource, sceneAt, type Scene } from '../../../src/playback/index.ts';
import type { Run } from '../../../src/model/frame.ts';
import type { Language } from '../../../src/words/language.ts';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import type { PanelProps } from '../../../src/ui/panels/props.ts';

export function panelProps(run: Run, tick: number, language: Language, phase: number | null = null): PanelProps & { readonly scene: Scene } {
  const source = runSource(run);
  const scene = sceneAt(source, { tick, phase, u: 1 });
  if (scene === null || 'ok' in scene) throw new Error(`no scene at tick ${tick}`);
  return { run: source, scene, speaker: makeSpeaker(language, run.header.scenario), select: () => undefined };
}

export function markupOf<Props extends object>(panel: ComponentType<Props>, props: Props): string {
  return renderToStaticMarkup(createElement(panel, props));
}

/** What stands between the tags, entities resolved. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
