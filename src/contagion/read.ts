/** Reads the parts of a case and refuses what is not as documented, with the place. Nothing is converted silently. */
import { reject } from './problem.ts';

export type Fields = { readonly [name: string]: unknown };

/** A map with none but these fields. */
export function fields(value: unknown, allowed: readonly string[], path = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reject('notObject', path, value);
  for (const name of Object.keys(value)) if (!allowed.includes(name)) reject('unknown', join(path, name), undefined, allowed.join(', '));
  return value as Fields;
}

export const join = (path: string, name: string): string => {
  const shown = /^[\w-]{1,40}$/.test(name) ? name : JSON.stringify(name.slice(0, 40));
  return path === '' ? shown : `${path}.${shown}`;
};

export function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return reject('missing', path);
  return Array.isArray(value) ? value : reject('notList', path, value);
}

/** Any finite number. */
export function number(value: unknown, path: string): number {
  if (value === undefined) return reject('missing', path);
  return typeof value === 'number' && Number.isFinite(value) ? value : reject('notNumber', path, value);
}

/** A number ≥ 0. */
export function amount(value: unknown, path: string): number {
  const read = number(value, path);
  return read < 0 ? reject('negative', path, read) : read + 0;
}

/** Whole dollars ≥ 0. */
export function dollars(value: unknown, path: string): number {
  const read = amount(value, path);
  if (!Number.isInteger(read)) return reject('notWhole', path, read);
  return Number.isSafeInteger(read) ? read : reject('tooLarge', path, read);
}

/** A part of one, 0 … 1. */
export function share(value: unknown, path: string): number {
  const read = number(value, path);
  return read >= 0 && read <= 1 ? read + 0 : reject('notShare', path, read);
}

export type Reader<T> = (value: unknown, path: string) => T;

export function vector<T>(value: unknown, path: string, size: number | null, each: Reader<T>): T[] {
  const read = list(value, path);
  if (size !== null && read.length !== size) reject('length', path, read.length, String(size));
  // Array.from, not map: a hole in the list is a missing value
  return Array.from(read, (item, index) => each(item, `${path}[${index}]`));
}

/** A square matrix with nothing on its diagonal: m[i][j], row by row. */
export function network<T extends number>(value: unknown, path: string, size: number | null, each: Reader<T>): T[][] {
  const rows = list(value, path);
  if (size !== null && rows.length !== size) reject('length', path, rows.length, String(size));
  return Array.from(rows, (row, index) => {
    const place = `${path}[${index}]`;
    const cells = list(row, place);
    if (cells.length !== rows.length) reject('notSquare', place, cells.length, String(rows.length));
    const read = vector(cells, place, null, each);
    if (read[index] !== 0) reject('diagonal', `${place}[${index}]`, read[index]);
    return read;
  });
}
