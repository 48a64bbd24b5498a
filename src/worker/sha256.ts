/**
 * SHA-256 as the page takes it: the same everywhere and at once, where the platform's own can only be waited for. Text is
 * written as UTF-8 into one buffer, piece by piece; a state is most of a megabyte, and copying it takes longer than
 * hashing it.
 */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from '../model/digest.ts';

const ENCODER = new TextEncoder();
const PIECE = new Uint8Array(1 << 16);

export const sha256: Sha256 = (content) => {
  if (typeof content !== 'string') return bytesToHex(nobleSha256(content));
  const hash = nobleSha256.create();
  for (let rest = content; rest.length > 0; ) {
    const { read, written } = ENCODER.encodeInto(rest, PIECE);
    hash.update(PIECE.subarray(0, written));
    rest = rest.slice(read);
  }
  return bytesToHex(hash.digest());
};
