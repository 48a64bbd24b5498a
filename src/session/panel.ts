/** What can stand in place of the stage while the timeline stays: one at a time. */
export const PANELS = ['books', 'charts', 'table', 'why', 'follow', 'compare', 'futures', 'change'] as const;
export type Panel = (typeof PANELS)[number];

export function isPanel(text: string): text is Panel {
  return (PANELS as readonly string[]).includes(text);
}
