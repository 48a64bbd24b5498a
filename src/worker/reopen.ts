/** Unpacking what was checked before by the browser's own decompressor, beside the page; undefined where it has none. */
import type { Reopen } from '../recording/gzip.ts';

export const reopen: Reopen | undefined = unpacksDeflate()
  ? (body) => new Response(new Blob([body as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
  : undefined;

function unpacksDeflate(): boolean {
  try {
    void new DecompressionStream('deflate-raw');
    return true;
  } catch {
    return false; // older browsers know gzip only, or nothing
  }
}
