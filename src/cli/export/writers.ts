/** Tables as files, a row group at a time: CSV, JSON Lines, Parquet. Each has its final name only once complete. */
import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer';
import { csvLine, CSV_MARK, type CsvValue } from '../../words/csv.ts';
import type { FileSink } from '../files.ts';
import type { ExportFormat } from './formats.ts';
import type { Column, ColumnType, Row } from './tables.ts';

export interface TableWriter {
  write(rows: readonly Row[]): Promise<void>;
  finish(): Promise<void>;
  abort(): Promise<void>;
}

export function tableWriter(format: ExportFormat, columns: readonly Column[], sink: FileSink): TableWriter {
  switch (format) {
    case 'csv':
      return textWriter(sink, CSV_MARK + csvLine(columns.map((column) => column.name)), csvLine);
    case 'jsonl':
      return textWriter(sink, '', (row) => `${JSON.stringify(Object.fromEntries(columns.map((column, index) => [column.name, plain(column.type, row[index] ?? null)])))}\n`);
    case 'parquet':
      return parquetWriter(columns, sink);
  }
}

/** JSON inside JSON is JSON, not a text that holds it. */
const plain = (type: ColumnType, value: CsvValue): unknown => (type === 'json' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value);

function textWriter(sink: FileSink, head: string, line: (row: Row) => string): TableWriter {
  let waiting = head;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(waiting, 'utf8');
    waiting = '';
    if (bytes.length > 0) await sink.write(bytes);
  };
  return {
    async write(rows) {
      waiting += rows.map(line).join('');
      if (waiting.length > 1_000_000) await flush();
    },
    async finish() {
      await flush();
      await sink.commit();
    },
    abort: () => sink.abort(),
  };
}

/** Rows of one group: large enough to pack well, small enough to hold. */
const GROUP = 50_000;
const PARQUET = { whole: 'INT64', number: 'DOUBLE', text: 'STRING', flag: 'BOOLEAN', json: 'JSON' } as const;

function parquetWriter(columns: readonly Column[], sink: FileSink): TableWriter {
  let waiting: Row[] = [];
  const bytes = new ByteWriter();
  const source = (rows: readonly Row[]): ColumnSource[] =>
    columns.map(({ name, type }, index) => ({ name, type: PARQUET[type], nullable: true, data: rows.map((row) => stored(type, row[index] ?? null)) }));
  const writer = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: source([]) }) });
  const drain = async (): Promise<void> => {
    const chunk = new Uint8Array(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0; // its offset, which the footer is made from, goes on counting
    if (chunk.length > 0) await sink.write(chunk);
  };
  const group = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await writer.write({ columnData: source(waiting), rowGroupSize: GROUP });
    waiting = [];
    await drain();
  };
  return {
    async write(rows) {
      for (const row of rows) waiting.push(row);
      if (waiting.length >= GROUP) await group();
    },
    async finish() {
      await group();
      await writer.finish();
      await drain();
      await sink.commit();
    },
    abort: () => sink.abort(),
  };
}

function stored(type: ColumnType, value: CsvValue): unknown {
  if (value === null) return null;
  if (type === 'whole') return BigInt(value);
  return type === 'json' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}
