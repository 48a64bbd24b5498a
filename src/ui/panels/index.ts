/** The panels of the page, each a function of the run, the scene and who speaks. */
export { Books, booksResidual, Lamp } from './books.tsx';
export { Charts, type ChartsProps } from './charts.tsx';
export { Compare, type CompareProps } from './compare.tsx';
export { Follow, type FollowProps } from './follow.tsx';
export { FuturesPanel, type FuturesProps } from './futures.tsx';
export { Inspector } from './inspector.tsx';
export type { PanelLinks, PanelProps, PanelSubject, Select } from './props.ts';
export { LiveSentence, TableView } from './table-view.tsx';
export { Why, type WhyProps } from './why.tsx';
