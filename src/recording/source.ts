/** Where a recording is read from and written to; files, blobs and memory all look like this. */

export interface Source {
  /** Bytes in all. */
  readonly size: number;
  /** Its bytes stay what they are while it is open: a reading gives them or fails. */
  readonly settled?: boolean;
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes go to a place that is not the final one until `commit`; `abort` leaves nothing behind. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

/** The medium failed: a disk went away, a file may no longer be read. */
export class SourceError extends Error {}

/** The same source, whose failures can be told from bugs. */
export function guarded(source: Source): Source {
  return {
    size: source.size,
    ...(source.settled === undefined ? {} : { settled: source.settled }),
    async read(offset, length) {
      try {
        return await source.read(offset, length);
      } catch (error) {
        throw new SourceError(error instanceof Error ? error.message.slice(0, 200) : '');
      }
    },
  };
}

export function bytesSource(bytes: Uint8Array): Source {
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)) };
}

/** Keeps what is written in memory; `bytes` is null until committed. */
export function memorySink(before: Uint8Array = new Uint8Array(0)): Sink & { bytes(): Uint8Array | null } {
  let parts: Uint8Array[] = [before];
  let done: Uint8Array | null = null;
  return {
    write(bytes) {
      parts.push(bytes);
      return Promise.resolve();
    },
    commit() {
      done = joined(parts);
      return Promise.resolve();
    },
    abort() {
      parts = [];
      return Promise.resolve();
    },
    bytes: () => done,
  };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
