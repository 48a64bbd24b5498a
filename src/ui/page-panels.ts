/** The panels of the page. */
import { Books } from './panels/index.ts';
import type { PanelSet } from './panel-sheet.tsx';

export const pagePanels: PanelSet = { books: Books };
