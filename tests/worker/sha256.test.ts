import { describe, expect, it } from 'vitest';
import { sha256 as native } from '../../src/cli/sha256.ts';
import { sha256 } from '../../src/worker/sha256.ts';

describe('the digest of the page', () => {
  // its buffer holds 65,536 bytes: texts that end within, at and beyond it, letters of one to four bytes across its edge
  it.each([0, 1, 65_533, 65_534, 65_535, 65_536, 65_537, 200_000])('is that of the platform after %i letters', (length) => {
    for (const end of ['', 'é', '元', '🐍', '🐍元é'.repeat(40_000), '\ud83d']) {
      const text = 'a'.repeat(length) + end;
      expect(sha256(text)).toBe(native(text));
    }
    const bytes = Uint8Array.from({ length }, (_, place) => place % 251);
    expect(sha256(bytes)).toBe(native(bytes));
  });
});
