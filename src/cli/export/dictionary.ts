/** What every column of every exported table means, as a table itself. */
import { ACCOUNTS, ORIGINS } from '../../model/account.ts';
import type { Language } from '../../words/language.ts';
import type { Speaker } from '../../words/speaker.ts';
import { tablesEn, type TableColumn, type TableWords } from '../../words/tables.en.ts';
import { tablesZh } from '../../words/tables.zh.ts';
import { csvLine, CSV_MARK } from '../../words/csv.ts';
import { EXPORT_TABLES } from './tables.ts';

export const TABLE_WORDS: { readonly [language in Language]: TableWords } = { en: tablesEn, zh: tablesZh };

type Words = Pick<Speaker, 'words' | 'vocabulary'>;

export function meaningOf(column: string, speaker: Words): string | null {
  const words = speaker.words(TABLE_WORDS);
  const { account, origin } = speaker.vocabulary;
  if (Object.hasOwn(words.columns, column)) return words.columns[column as TableColumn];
  const [, receipts, from] = /^(vendor_receipts_)?from_(.*)$/.exec(column) ?? [];
  const name = (from ?? column).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const source = ORIGINS.find((one) => one === name);
  if (from !== undefined && source !== undefined) return receipts === undefined ? words.origin(origin[source]) : words.receipts(origin[source]);
  const booked = ACCOUNTS.find((one) => one === name);
  return booked === undefined ? null : words.account(account[booked]);
}

/** In the words of the scenario that was recorded. */
export function dictionaryCsv(speaker: Words): string {
  const words = speaker.words(TABLE_WORDS);
  const { table, column, type, about } = words.head;
  const rows = EXPORT_TABLES.flatMap((one) => [
    csvLine([one.name, '', '', words.tables[one.name]]),
    ...one.columns.map((each) => csvLine([one.name, each.name, words.types[each.type], meaningOf(each.name, speaker) ?? ''])),
  ]);
  return [CSV_MARK, csvLine([table, column, type, about]), ...rows, csvLine(['', '', '', words.apostrophe])].join('');
}
