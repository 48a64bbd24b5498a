/**
 * What goes to the terminal: results to standard output, progress and failures to standard error. Text that comes from
 * files is made harmless before it is shown; colour is added after, and only for a person.
 */
import { styleText } from 'node:util';
import Table from 'cli-table3';
import cliProgress from 'cli-progress';
import type { Names } from './language.ts';
import { aired } from '../words/aired.ts';
import { CLI_WORDS, type CliWords } from '../words/cli.ts';
import { makeFormat, type Format } from '../words/format.ts';
import type { Language } from '../words/language.ts';

/** Escape sequences, and characters that hide or reorder text, could make a file say something it does not say. */
// eslint-disable-next-line no-control-regex
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
export const printable = (text: string): string => text.replace(HARMFUL, '\ufffd');

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

export interface Progress {
  at(done: number): void;
  stop(): void;
}

export class Terminal {
  readonly words: CliWords;
  readonly format: Format;

  constructor(
    readonly language: Language,
    readonly names: Names,
    private readonly out: Output,
    private readonly error: Output & { readonly stream: NodeJS.WriteStream | null },
    /** Whether months before the damage are to be used where a recording was changed. */
    readonly takesIntact = false,
  ) {
    this.words = CLI_WORDS[language];
    this.format = makeFormat(language);
  }

  /** A result for a person; `good` and `bad` colour its first line. */
  say(text: string, mood: 'plain' | 'good' | 'bad' = 'plain'): void {
    const safe = this.shown(text);
    this.out.write(`${mood === 'plain' || !this.out.isTTY ? safe : coloured(safe, mood)}\n`);
  }

  /** A result for a program. */
  json(value: unknown): void {
    this.out.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Text that is already a file format, as it is. */
  raw(text: string): void {
    this.out.write(text);
  }

  fail(text: string): void {
    const safe = this.shown(text);
    this.error.write(`${this.error.isTTY ? coloured(safe, 'bad') : safe}\n`);
  }

  note(text: string): void {
    this.error.write(`${this.shown(text)}\n`);
  }

  private shown(text: string): string {
    return this.language === 'zh' ? aired(printable(text)) : printable(text);
  }

  /** A bar on standard error when a person is watching it; nothing otherwise. */
  progress(task: keyof CliWords['progress'], total: number): Progress {
    return this.bar(this.words.progress[task], this.words.months, total);
  }

  /** Whether a person sees a bar. */
  get isWatched(): boolean {
    return this.error.isTTY && this.error.stream !== null;
  }

  bar(label: string, unit: string, total: number): Progress {
    if (!this.error.isTTY || this.error.stream === null || total === 0) return { at: () => undefined, stop: () => undefined };
    const bar = new cliProgress.SingleBar({
      stream: this.error.stream,
      format: `${label} {bar} {value}/{total} ${unit} · {eta_formatted} ${this.words.left}`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false, // interruptions are ours to answer
    });
    bar.start(total, 0);
    return {
      at: (done) => {
        bar.update(done);
      },
      stop: () => {
        bar.stop();
      },
    };
  }
}

function coloured(text: string, mood: 'good' | 'bad'): string {
  const [first, ...rest] = text.split('\n');
  return [styleText(mood === 'good' ? 'green' : 'red', first!), ...rest].join('\n');
}

export type Cell = string | { readonly right: string };

/** A table of text, without colour or lines; numbers stand to the right. Its columns are measured with the air in them. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[], right: readonly number[] = []): string {
  const drawn = new Table({
    head: head.length === 0 ? undefined : head.map(aired),
    chars: { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: Array.from({ length: Math.max(head.length, ...rows.map((row) => row.length)) }, (_, column) => (right.includes(column) ? 'right' : 'left')),
  });
  for (const row of rows) drawn.push(row.map((cell) => aired(printable(typeof cell === 'string' ? cell : cell.right))));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** `1.4 MB`: sizes of files, in powers of a thousand as file managers count. */
export function fileSize(bytes: number, format: Format): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${format.number(bytes / 1000, 0)} kB` : `${format.number(bytes / 1_000_000, 1)} MB`;
}
