/**
 * The histories of a sweep as they come in: a file that only grows, a line a history with the digest of the line before
 * its text. Whatever ends the program, the lines before the torn one stand. A history is in it once, by its content id:
 * a second one with the same id must say the same, or the rules are not the same everywhere.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { canonical } from '../model/canonical.ts';
import type { History } from '../histories/history.ts';

export const JOURNAL_FILE = 'histories.journal';

/** What the journal needs of a disk; a test gives it one that fills up. */
export interface Disk {
  write(file: number, bytes: Uint8Array, position: number): number;
  sync(file: number): void;
}
const DISK: Disk = { write: (file, bytes, position) => writeSync(file, bytes, 0, bytes.length, position), sync: fsyncSync };

export type Kept = 'new' | 'known' | 'conflict';

const CHUNK = 1 << 20;
const checkOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const textOf = (history: History): string => canonical(history);

export class Journal {
  private readonly checks = new Map<string, string>();
  private readonly histories = new Map<string, History>();
  private end = 0;

  private constructor(
    private readonly file: number,
    private readonly disk: Disk,
  ) {}

  /** Opens or begins a journal; a torn last line is cut away. @throws what the disk says. */
  static open(path: string, disk: Disk = DISK): Journal {
    const journal = new Journal(openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644), disk);
    journal.recover();
    return journal;
  }

  /** The histories in a journal that is not to be written. @throws what the disk says. */
  static read(path: string): History[] {
    const file = openSync(path, 'r');
    try {
      const found: History[] = [];
      for (const { history } of linesOf(file)) found.push(history);
      return found;
    } finally {
      closeSync(file);
    }
  }

  get size(): number {
    return this.histories.size;
  }

  has(id: string): boolean {
    return this.checks.has(id);
  }

  get(id: string): History | undefined {
    return this.histories.get(id);
  }

  /** @throws what the disk says; the journal is then as it was before. */
  add(history: History): Kept {
    const text = textOf(history);
    const check = checkOf(text);
    const known = this.checks.get(history.id);
    if (known !== undefined) return known === check ? 'known' : 'conflict';
    const line = Buffer.from(`${check} ${text}\n`);
    try {
      let written = 0;
      // a disk that fills up takes a part of it first, and refuses the rest
      while (written < line.length) written += this.disk.write(this.file, line.subarray(written), this.end + written);
    } catch (error) {
      ftruncateSync(this.file, this.end);
      throw error;
    }
    this.end += line.length;
    this.checks.set(history.id, check);
    this.histories.set(history.id, history);
    return 'new';
  }

  /** What was added so far outlives a power cut. */
  sync(): void {
    this.disk.sync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }

  private recover(): void {
    for (const { history, check, end } of linesOf(this.file)) {
      this.checks.set(history.id, check);
      this.histories.set(history.id, history);
      this.end = end;
    }
    if (fstatSync(this.file).size > this.end) ftruncateSync(this.file, this.end);
  }
}

/** Whole lines from the beginning up to the first that is torn or changed. */
function* linesOf(file: number): Generator<{ readonly history: History; readonly check: string; readonly end: number }> {
  const chunk = Buffer.alloc(CHUNK);
  let rest = Buffer.alloc(0);
  let end = 0;
  for (let position = 0; ; ) {
    const read = readSync(file, chunk, 0, CHUNK, position);
    if (read === 0) return;
    position += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let line = rest.indexOf(10); line !== -1; line = rest.indexOf(10)) {
      const text = rest.toString('utf8', 17, line);
      const check = rest.toString('latin1', 0, 16);
      if (rest[16] !== 32 || check !== checkOf(text)) return;
      end += line + 1;
      rest = rest.subarray(line + 1);
      yield { history: JSON.parse(text) as History, check, end };
    }
  }
}
