/** The panels of the page. */
import { Futures } from './futures.tsx';
import { Books, Charts, Compare, Follow, TableView, Why } from './panels/index.ts';
import type { PanelSet } from './panel-sheet.tsx';

export const pagePanels: PanelSet = { books: Books, charts: Charts, table: TableView, why: Why, follow: Follow, compare: Compare, futures: Futures };
