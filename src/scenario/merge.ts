/**
 * Puts a scenario on top of the one it extends: maps by key, lists of items with an id by id (stakes by holder and
 * issuer), everything else replaced. The result remembers which file each entry came from.
 */
import { exampleAt } from './fields.ts';
import type { Problem } from './problem.ts';
import { isMapValue, type Entry, type Origins, type Plain, type PlainMap } from './read.ts';
import { quoteText } from './quote.ts';

/** What a list item is known by, or null for lists that are replaced as a whole. */
export function itemKey(item: Plain | undefined): string | null {
  if (!isMapValue(item)) return null;
  if (typeof item.id === 'string' || typeof item.id === 'number') return String(item.id);
  if (typeof item.holder === 'string' && typeof item.issuer === 'string') return `${item.holder}/${item.issuer}`;
  return null;
}

function isKeyed(list: readonly Plain[]): boolean {
  return list.length > 0 && list.every((item) => itemKey(item) !== null);
}

/** `over` wins. Neither argument is changed. */
export function mergeMaps(base: PlainMap, over: PlainMap, origins: Origins): PlainMap {
  const merged: PlainMap = {};
  const entries = new Map<string, Entry>();
  const baseEntries = origins.get(base);
  const overEntries = origins.get(over);
  for (const key of Object.keys(base)) {
    merged[key] = Object.hasOwn(over, key) ? mergeValues(base[key]!, over[key]!, origins) : base[key]!;
    const entry = (Object.hasOwn(over, key) ? overEntries : baseEntries)?.get(key);
    if (entry !== undefined) entries.set(key, entry);
  }
  for (const key of Object.keys(over)) {
    if (Object.hasOwn(base, key)) continue;
    merged[key] = over[key]!;
    const entry = overEntries?.get(key);
    if (entry !== undefined) entries.set(key, entry);
  }
  origins.set(merged, entries);
  return merged;
}

function mergeValues(base: Plain, over: Plain, origins: Origins): Plain {
  if (isMapValue(base) && isMapValue(over)) return mergeMaps(base, over, origins);
  if (Array.isArray(base) && Array.isArray(over) && isKeyed(base) && (over.length === 0 || isKeyed(over)))
    return mergeLists(base, over, origins);
  return over;
}

function mergeLists(base: Plain[], over: Plain[], origins: Origins): Plain[] {
  const merged: Plain[] = [];
  const entries = new Map<string, Entry>();
  const place = (list: Plain[], index: number): void => {
    const entry = origins.get(list)?.get(String(index));
    if (entry !== undefined) entries.set(String(merged.length - 1), entry);
  };
  const positions = new Map(over.map((item, index) => [itemKey(item)!, index]));
  const known = new Set<string>();
  base.forEach((item, index) => {
    const key = itemKey(item)!;
    known.add(key);
    const position = positions.get(key);
    merged.push(position === undefined ? item : mergeMaps(item as PlainMap, over[position] as PlainMap, origins));
    if (position === undefined) place(base, index);
    else place(over, position);
  });
  over.forEach((item, index) => {
    if (known.has(itemKey(item)!)) return;
    merged.push(item);
    place(over, index);
  });
  origins.set(merged, entries);
  return merged;
}

/** Two items of one list in one file with the same id would silently become one: refuse them. */
export function findDuplicateItems(root: PlainMap, origins: Origins, problems: Problem[]): void {
  for (const list of Object.keys(root)) {
    const items = root[list];
    if (!Array.isArray(items)) continue;
    const first = new Map<string, number>();
    items.forEach((item, index) => {
      const key = itemKey(item);
      const entry = origins.get(items)?.get(String(index));
      if (key === null || entry === undefined) return;
      const own = isMapValue(item) ? origins.get(item)?.get('id') : undefined;
      const { line, col } = entry.file.lines.linePos(own?.valueAt ?? entry.valueAt);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, line);
      else problems.push({ code: 'duplicateId', file: entry.file.name, line, column: col, path: `${list}[${key}]`, data: { got: quoteText(key), list, first: earlier }, example: own === undefined ? exampleAt([list]) : `id: ${key.slice(0, 38)}-2` });
    });
  }
}
