/** The run on the page as a recording, with the reader's marks; title and author of a recording that was opened stay with it. */
import type { Sha256 } from '../model/digest.ts';
import type { Sink } from '../recording/source.ts';
import { RecordingWriter } from '../recording/write.ts';
import type { Bookmark } from './bookmarks.ts';
import type { ShownRun } from './shown-run.ts';

/** @throws when a month of it cannot be read. */
export async function saveRun(sink: Sink, { source, origin }: ShownRun, bookmarks: readonly Bookmark[], sha256: Sha256): Promise<void> {
  const writer = await RecordingWriter.start(sink, source.header, sha256);
  for (let tick = 0; tick < source.length; tick++) {
    const read = await source.load(tick);
    if (!read.ok) throw new Error(`tick ${tick}`);
    await writer.append(read.frame);
  }
  const { title = '', author = '' } = origin.kind === 'file' ? origin : {};
  const isPlain = title === '' && author === '' && bookmarks.length === 0;
  await writer.finish(isPlain ? undefined : { title, author, bookmarks });
}
