/** `export`: a recording as tables in a folder, with a dictionary of their columns. */
import { join } from 'node:path';
import { makeFolder } from '../../ensemble/make-folder.ts';
import { dictionaryCsv } from '../export/dictionary.ts';
import { EXPORT_TABLES, type ExportTable } from '../export/tables.ts';
import type { ExportFormat } from '../export/formats.ts';
import { tableWriter, type TableWriter } from '../export/writers.ts';
import { Failed, systemCode } from '../failed.ts';
import { checkedOutput, FileSink } from '../files.ts';
import { livable, withRecording } from '../recordings.ts';
import type { Report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { makeSpeaker } from '../../words/speaker.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
}

export async function exportTables(terminal: Terminal, path: string, { format, out }: ExportOptions): Promise<Report> {
  return withRecording(path, async ({ recording }) => {
    folderFor(out);
    const { header } = recording;
    const open: { readonly table: ExportTable; readonly writer: TableWriter; rows: number }[] = [];
    const progress = terminal.progress('writing', recording.ticks);
    let ticks = 0;
    try {
      for (const table of EXPORT_TABLES) {
        const file = await checkedOutput(join(out, `${table.name}.${format}`), [path]);
        const writer = tableWriter(format, table.columns, await FileSink.create(file));
        const rows = table.opening?.(header) ?? [];
        open.push({ table, writer, rows: rows.length });
        await writer.write(rows);
      }
      for (; ticks < recording.ticks; ticks++) {
        const read = await recording.frame(ticks);
        if (!read.ok) throw new Failed(read.problem);
        for (const each of open) {
          const rows = each.table.month(read.frame, header);
          each.rows += rows.length;
          await each.writer.write(rows);
        }
        progress.at(ticks + 1);
      }
      for (const { writer } of open) await writer.finish();
      const dictionary = await FileSink.create(await checkedOutput(join(out, 'dictionary.csv'), [path]));
      await dictionary.write(Buffer.from(dictionaryCsv(makeSpeaker(terminal.language, header.scenario)), 'utf8'));
      await dictionary.commit();
    } catch (error) {
      for (const { writer } of open) await writer.abort();
      const code = systemCode(error);
      throw code === null ? error : new Failed({ key: 'cli.stoppedWriting', path: out, code, part: null, ticks: 0 });
    } finally {
      progress.stop();
    }
    livable(terminal, recording.problem);
    const tables = open.map(({ table, rows }) => ({ table: table.name, file: join(out, `${table.name}.${format}`), rows }));
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    const flows = join(out, `flows.${format}`);
    return {
      ok: true,
      json: { ok: true, folder: out, format, ticks, tables, dictionary: join(out, 'dictionary.csv') },
      text: `${terminal.words.exported({ tables: tables.length, rows, folder: out })}\n${terminal.words.query} SELECT purpose, sum(amount) FROM '${flows.replaceAll("'", "''")}' GROUP BY purpose ORDER BY 2 DESC;`,
    };
  });
}

function folderFor(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // some file systems that take no files say "nothing there"
    throw new Failed({ key: 'cli.notWritable', path: folder, code: code === 'EEXIST' ? 'ENOTDIR' : code === 'ENOENT' ? 'EROFS' : code });
  }
}
