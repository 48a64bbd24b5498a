/** Recordings as files: a Source that reads where it is told, and a Sink that has the final name only once complete. */
import { constants, existsSync, realpathSync, statSync } from 'node:fs';
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Sink, Source } from '../recording/source.ts';
import { Failed, systemCode } from './failed.ts';

export interface FileSource extends Source {
  close(): Promise<void>;
}

/** @throws Failed when there is no such file, or it may not be read. */
export async function openSource(path: string): Promise<FileSource> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    throw new Failed({ key: 'cli.unreadable', path, code: stats.isDirectory() ? 'EISDIR' : 'ENOTSUP' });
  }
  return {
    size: stats.size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, stats.size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, offset + filled);
        if (bytesRead === 0) break; // cut while it was being read
        filled += bytesRead;
      }
      return filled === bytes.length ? bytes : bytes.slice(0, filled);
    },
    close: () => file.close(),
  };
}

export function unreadable(path: string, error: unknown): Failed {
  const code = systemCode(error);
  if (code === null) throw error;
  return new Failed(code === 'ENOENT' ? { key: 'cli.noFile', path } : { key: 'cli.unreadable', path, code });
}

/** The name under which a recording grows. */
export const partOf = (path: string): string => `${path}.part`;

/** What `FileSink` needs of a file; a test gives it one whose disk is full. */
export type SinkFile = Pick<FileHandle, 'write' | 'sync' | 'close' | 'truncate'>;

export class FileSink implements Sink {
  private closed = false;

  private constructor(
    readonly path: string,
    private readonly file: SinkFile,
    private position: number,
  ) {}

  /** Begins `path.part` anew. */
  static async create(path: string): Promise<FileSink> {
    return new FileSink(path, await open(partOf(path), 'w'), 0);
  }

  /** Goes on after the first `bytes` bytes of `path.part`; what follows them is cut away. */
  static async append(path: string, bytes: number): Promise<FileSink> {
    const file = await open(partOf(path), 'r+');
    await file.truncate(bytes);
    return new FileSink(path, file, bytes);
  }

  static over(path: string, file: SinkFile): FileSink {
    return new FileSink(path, file, 0);
  }

  async write(bytes: Uint8Array): Promise<void> {
    let written = 0;
    // a disk that fills up takes a part of it first, and refuses the rest
    while (written < bytes.length) {
      const { bytesWritten } = await this.file.write(bytes, written, bytes.length - written, this.position + written);
      written += bytesWritten;
    }
    this.position += bytes.length;
  }

  async commit(): Promise<void> {
    await this.file.sync();
    await this.close();
    await rename(partOf(this.path), this.path);
  }

  async abort(): Promise<void> {
    await this.close();
    await rm(partOf(this.path), { force: true });
  }

  /** Leaves `path.part` as it is, to go on with later. */
  async keep(): Promise<void> {
    await this.close();
  }

  private async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.file.close();
  }
}

/**
 * Where the output really goes: through links, and never onto a device, a folder or one of the inputs.
 * @throws Failed before anything is run, when it could not be written at the end.
 */
export async function checkedOutput(path: string, inputs: readonly string[] = []): Promise<string> {
  let target = resolve(path);
  if (existsSync(target)) {
    target = realpathSync(target);
    const stats = statSync(target);
    if (stats.isDirectory()) throw new Failed({ key: 'cli.notWritable', path, code: 'EISDIR' });
    if (!stats.isFile()) throw new Failed({ key: 'cli.notAFile', path });
    if (inputs.some((input) => existsSync(input) && realpathSync(input) === target)) throw new Failed({ key: 'cli.ontoItself', path });
  }
  const folder = dirname(target);
  try {
    if (!statSync(folder).isDirectory()) throw new Failed({ key: 'cli.notWritable', path, code: 'ENOTDIR' });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new Failed(code === 'ENOENT' ? { key: 'cli.noFolder', path: folder } : { key: 'cli.notWritable', path, code });
  }
  return target;
}
