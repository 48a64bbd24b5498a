/** From a path inside a scenario back to the file, line and column that said it. */
import { itemKey } from './merge.ts';
import { isMapValue, type Entry, type Origins, type Plain, type PlainMap } from './read.ts';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The path as people read it, list items by id. */
  readonly path: string;
  /** The whole path exists. */
  readonly found: boolean;
  /** What stands at the path, or at its deepest part that exists. */
  readonly value: Plain | undefined;
}

export type Path = readonly (string | number)[];

export class Places {
  constructor(
    private readonly root: PlainMap,
    private readonly origins: Origins,
    private readonly file: string,
  ) {}

  /** @param at whether the place is the value's or its key's; a missing entry is placed at its parent. */
  find(path: Path, at: 'key' | 'value' = 'value'): Place {
    let here: Plain | undefined = this.root;
    let entry: Entry | undefined;
    let shown = '';
    let found = true;
    for (const step of path) {
      const next: Plain | undefined = Array.isArray(here) ? here[Number(step)] : isMapValue(here) && Object.hasOwn(here, step) ? here[String(step)] : undefined;
      shown += Array.isArray(here) ? `[${itemKey(next) ?? step}]` : readable(String(step), shown);
      if (!found) continue;
      const own: Entry | undefined = typeof here === 'object' && here !== null ? this.origins.get(here)?.get(String(step)) : undefined;
      if (own === undefined || next === undefined) {
        found = false;
        continue;
      }
      entry = own;
      here = next;
    }
    if (entry === undefined) return { file: this.file, line: 1, column: 1, path: shown, found, value: here };
    const { line, col } = entry.file.lines.linePos(at === 'key' || !found ? entry.keyAt : entry.valueAt);
    return { file: entry.file.name, line: Math.max(1, line), column: Math.max(1, col), path: shown, found, value: here };
  }
}

function readable(step: string, before: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(step)) return before === '' ? step : `.${step}`;
  return `["${step}"]`;
}
