import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/ensemble/make-folder.ts';

const place = mkdtempSync(join(tmpdir(), 'folder-'));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});
const codeOf = (path: string): unknown => {
  try {
    makeFolder(path);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe('a folder that is made', () => {
  it('has those above it, and may be there already', () => {
    const deep = join(place, 'a', 'b', 'c');
    expect([codeOf(deep), existsSync(deep), codeOf(deep), codeOf(join(place, 'a'))]).toEqual([null, true, null, null]);
  });

  it('is refused in place of a file and inside one', () => {
    const file = join(place, 'file');
    writeFileSync(file, 'mine');
    expect([codeOf(file), codeOf(join(file, 'x', 'y'))]).toEqual(['EEXIST', 'ENOTDIR']);
  });

  it('is given up where the system takes none, however deep', () => {
    const nowhere = process.platform === 'linux' ? '/proc/none/deep/er' : join(place, 'file', 'none', 'deep', 'er');
    expect(['ENOENT', 'ENOTDIR', 'EACCES', 'EROFS']).toContain(codeOf(nowhere));
  });
});
