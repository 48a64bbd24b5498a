/** Months a reader marked, in order of time, each with a word of theirs. */
import type { Tick } from '../model/units.ts';

export interface Bookmark {
  readonly tick: Tick;
  readonly text: string;
}
export const LONGEST_BOOKMARK = 200;

/** Sets a mark at a month, or takes the one that is there away. */
export function toggleBookmark(bookmarks: readonly Bookmark[], tick: Tick, text = ''): readonly Bookmark[] {
  const without = bookmarks.filter((bookmark) => bookmark.tick !== tick);
  if (without.length < bookmarks.length) return without;
  return [...without, { tick, text: text.slice(0, LONGEST_BOOKMARK) }].sort((a, b) => a.tick - b.tick);
}
