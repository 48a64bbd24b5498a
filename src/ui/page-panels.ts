/** The panels of the page. They come after the page and its picture: nobody opens one in the first seconds. */
import { lazy, type ComponentType } from 'react';
import type { PanelContent, PanelSet } from './panel-sheet.tsx';

const panels = () => import('./panels/index.ts');
const later = (pick: (all: Awaited<ReturnType<typeof panels>>) => ComponentType<PanelContent>): ComponentType<PanelContent> => lazy(async () => ({ default: pick(await panels()) }));

export const pagePanels: PanelSet = {
  books: later((all) => all.Books),
  charts: later((all) => all.Charts),
  table: later((all) => all.TableView),
  why: later((all) => all.Why),
  follow: later((all) => all.Follow),
  compare: later((all) => all.Compare),
  futures: lazy(async () => ({ default: (await import('./futures.tsx')).Futures })),
};

/** Brings them in, so that the first one opens at once. */
export async function fetchPanels(): Promise<void> {
  await Promise.all([panels(), import('./futures.tsx')]);
}
