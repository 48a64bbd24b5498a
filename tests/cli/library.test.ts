import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { folder } from './ouroboros.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the modules for researchers', () => {
  it('are imported by name, without the rest of the program', () => {
    const script = `
      import { clear } from 'ouroboros/contagion';
      import { concentration } from 'ouroboros/measures';
      console.log(JSON.stringify([clear({ owed: [[0, 10], [5, 0]], means: [3, 1] }).paid, concentration({ sales: [1, 1] }).hhi]));`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
    expect([status, stderr, stdout]).toEqual([0, '', '[[8,5],5000]\n']);
  });

  it('have types that a program of somebody else compiles against', () => {
    const place = folder();
    const file = join(place, 'study.mts');
    writeFileSync(
      file,
      `import { clear, type ClearInput } from 'ouroboros/contagion';
       import { concentration } from 'ouroboros/measures';
       const input: ClearInput = { owed: [[0, 10], [5, 0]], means: [3, 1] };
       export const paid: readonly number[] = clear(input).paid;
       export const hhi: number | null = concentration({ sales: [1, 2] }).hhi;
       // @ts-expect-error dollars are numbers
       clear({ owed: [['0']], means: [1] });`,
    );
    const options: ts.CompilerOptions = {
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts'],
      types: [],
      strict: true,
      noEmit: true,
      paths: { 'ouroboros/*': [join(root, 'dist/lib/*/index.d.ts')] },
    };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options))
      .filter((one) => !one.file?.fileName.includes('/node_modules/'))
      .map((one) => `${one.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`);
    expect(found).toEqual([]);
    for (const name of ['contagion', 'measures']) expect(existsSync(join(root, 'dist/lib', name, 'index.d.ts'))).toBe(true);
  });
});
