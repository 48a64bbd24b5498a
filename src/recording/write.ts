/** Writing a recording as it grows: one write a record, nothing kept but where each one lies. */
import { canonical } from '../model/canonical.ts';
import type { Sha256 } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { Hex } from '../model/units.ts';
import { line, megabytes, RECORD_CAP, TRAILER_SIZE, writeTrailer, type IndexRecord, type Member, type Notes } from './format.ts';
import { writeMember } from './gzip.ts';
import type { Problem } from './problem.ts';
import type { Sink } from './source.ts';

/** Something a person can mend, thrown so that it cannot be overlooked. */
export class RecordingError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.key);
    this.name = 'RecordingError';
  }
}

export interface RecordingSummary {
  readonly ticks: number;
  readonly bytes: number;
  /** Digest of the last frame: the name of the run. */
  readonly digest: Hex;
}

/** What has been written so far; a writer can go on from here. */
export interface Written {
  readonly members: readonly Member[];
  readonly bytes: number;
}

export class RecordingWriter {
  private readonly members: Member[];
  private offset: number;

  private constructor(
    private readonly sink: Sink,
    private readonly sha256: Sha256,
    written: Written,
  ) {
    this.members = [...written.members];
    this.offset = written.bytes;
  }

  /** Begins a recording: the header is written at once. */
  static async start(sink: Sink, header: Header, sha256: Sha256): Promise<RecordingWriter> {
    const writer = new RecordingWriter(sink, sha256, { members: [], bytes: 0 });
    const text = canonical(header);
    await writer.write('header', text, sha256(text));
    return writer;
  }

  /** Goes on with a recording whose first `written.bytes` bytes the sink already holds. */
  static resume(sink: Sink, written: Written, sha256: Sha256): RecordingWriter {
    return new RecordingWriter(sink, sha256, written);
  }

  get ticks(): number {
    return this.members.length - 1;
  }

  get bytes(): number {
    return this.offset;
  }

  /**
   * Writes the next month. `text` is its canonical record, from whoever has it already.
   * @throws when it does not follow the one before; RecordingError when it is larger than a record may be.
   */
  async append(frame: Frame, text = canonical({ type: 'tick', ...frame })): Promise<void> {
    const before = this.members.at(-1)!.digest;
    if (frame.tick !== this.ticks) throw new Error(`tick ${this.ticks} comes next, got ${frame.tick}`);
    if (frame.prev !== before) throw new Error(`tick ${frame.tick} does not follow ${before}`);
    await this.write('tick', text, frame.digest, frame.tick);
  }

  /** Closes the recording with its notes, index and trailer, and commits the sink. */
  async finish(notes?: Notes): Promise<RecordingSummary> {
    const digest = this.members.at(-1)!.digest;
    const ticks = this.ticks;
    if (notes !== undefined) {
      const { title, author, bookmarks } = notes;
      const text = canonical({ type: 'notes', title, author, bookmarks });
      await this.write('notes', text, this.sha256(text));
    }
    const index: IndexRecord = { type: 'index', ticks, digest, members: this.members };
    const offset = this.offset;
    const packed = await this.pack(canonical(index), null);
    await this.sink.write(writeTrailer({ offset, length: packed.length, sha256: this.sha256(packed) }));
    await this.sink.commit();
    return { ticks, bytes: this.offset + TRAILER_SIZE, digest };
  }

  async abort(): Promise<void> {
    await this.sink.abort();
  }

  private async write(record: Member['record'], text: string, digest: Hex, tick?: number): Promise<void> {
    const offset = this.offset;
    const packed = await this.pack(text, tick ?? null);
    this.members.push({ record, ...(tick === undefined ? {} : { tick }), offset, length: packed.length, sha256: this.sha256(packed), digest });
  }

  private async pack(text: string, tick: number | null): Promise<Uint8Array> {
    const content = line(text);
    if (content.length > RECORD_CAP) throw new RecordingError({ key: 'recording.tooLarge', tick, megabytes: megabytes(RECORD_CAP) });
    const packed = writeMember(content);
    await this.sink.write(packed);
    this.offset += packed.length;
    return packed;
  }
}
