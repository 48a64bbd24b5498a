/** The panels of the page, each a function of the run, the scene and who speaks. */
import './panels.css';

export { Inspector } from './inspector.tsx';
export type { PanelLinks, PanelProps, Select } from './props.ts';
