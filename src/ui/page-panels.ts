/** The panels of the page, loaded when they are first opened. */
import type { PanelSet } from './panel-sheet.tsx';

export const pagePanels: PanelSet = {};
