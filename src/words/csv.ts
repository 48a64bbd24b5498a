/**
 * CSV that a spreadsheet and a database both read: UTF-8 with its mark, CRLF, quotes where needed. A spreadsheet takes
 * cells that begin with = + @ or a control character for a formula; text that does gets an apostrophe before it. Minus
 * signs are left alone before numbers, which are numbers.
 */
export type CsvValue = string | number | boolean | null;

export const CSV_MARK = '\ufeff';

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** What a spreadsheet would evaluate, after blanks or quotes it may skip. */
const FORMULA = /^[\s"']*[=+@\t\r\n|%]/;

export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const dangerous = FORMULA.test(value) || (/^\s*-/.test(value) && !NUMBER.test(value));
  const safe = dangerous ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) || dangerous || safe === '' ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
