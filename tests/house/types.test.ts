import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the pure compiler settings say about a file that is not on disk. */
function complaints(code: string): string[] {
  const read = ts.readConfigFile(`${root}tsconfig.pure.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const name = `${root}src/markets/sample.ts`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, language) => (file === name ? ts.createSourceFile(file, code, language) : getSourceFile.call(host, file, language));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.readFile = (file) => (file === name ? code : readFile.call(host, file));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map((found) => ts.flattenDiagnosticMessageText(found.messageText, ' '));
}

describe('the pure compiler settings', () => {
  it('know the language', () => {
    expect(complaints('export const x: readonly number[] = [3, 1].toSorted((a, b) => a - b);')).toEqual([]);
  });

  it('know neither the page nor Node', () => {
    for (const code of ['document.title', 'window', 'setTimeout', 'console', 'process', 'Buffer', 'fetch', 'performance', 'crypto', 'new Blob()', 'new Worker("x")'])
      expect([code, complaints(`export const x: unknown = ${code};`).length]).toEqual([code, 1]);
    expect(complaints("export * from 'node:fs';").length).toBe(1);
  });

  it('are strict about what may be missing', () => {
    expect(complaints('export const x: number = [1][0];').length).toBe(1);
    expect(complaints('export const x = (a) => a;').length).toBe(1);
  });

  it('hold every part of src except those that assemble or draw', () => {
    const read = ts.readConfigFile(`${root}tsconfig.pure.json`, ts.sys.readFile).config as { include: string[] };
    const impure = new Set(['cli', 'ensemble', 'ui', 'view', 'worker']);
    const parts = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !impure.has(entry.name));
    for (const { name } of parts) expect(read.include).toContain(`src/${name}`);
  });

  it('are part of npm test', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
    expect(scripts.types).toContain('tsconfig.pure.json');
    expect(scripts.test).toBe('node scripts/test.js');
    const steps = readFileSync(`${root}scripts/test.js`, 'utf8');
    for (const step of ['types', 'lint', 'deps', 'build', 'vitest']) expect(steps).toContain(`'${step}'`);
  });
});
