import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PHASES } from '../../src/model/phase.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';
import { SECTOR_TERMS, TERMS } from '../../src/model/terms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const page = read('docs/model.md');
const between = (from: string, to: string): string => page.slice(page.indexOf(from), page.indexOf(to));
const firstCells = (text: string): string[] => [...text.matchAll(/^\| `?([\w]+)`? \|/gm)].map(([, name]) => name!).filter((name) => !['phase', 'channel'].includes(name));

/** Every rule of the document: a point of a list, with the sources it links to and the code spans in it. */
const rules = between('## 7. Submodels', '## 8. Channels').split(/\n(?=- |#)/).filter((text) => text.startsWith('- ')).map((text) => ({
  text,
  files: [...text.matchAll(/\]\(([^)#]+\.ts)\)/g)].map(([, target]) => normalize(join(dirname('docs/model.md'), target!))),
  spans: [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span!),
}));

/** Numbers of a source, written in any way that TypeScript takes. */
function numbersOf(source: string): ReadonlySet<number> {
  return new Set([...source.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e\d+)?/gi)].map(([text]) => Number(text.replaceAll('_', ''))));
}

describe('the model document', () => {
  it('has the phases of a month in their order', () => {
    expect(firstCells(between('## 3. Process', '## 4. Design'))).toEqual([...PHASES]);
  });

  it('has every channel of contagion', () => {
    expect(firstCells(between('## 8. Channels', '## 9. Chance'))).toEqual([...CHANNELS]);
  });

  it('has a row for every kind of actor', () => {
    expect(between('## 2. Entities', 'Solvency is one region').match(/^\| (?!kind|-)/gm)).toHaveLength(ACTOR_KINDS.length);
  });

  it('says of every rule where it is', () => {
    expect(rules.length).toBeGreaterThan(60);
    const without = rules.filter(({ files }) => files.length === 0).map(({ text }) => text.slice(0, 60));
    expect(without).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.text.slice(2, 60), rule] as const))('has no number that is not in the source: %s', (_name, { files, spans }) => {
    const sources = files.map(read).join('\n');
    const known = numbersOf(sources);
    // subscripts and names with digits in them are no numbers
    const missing = spans.flatMap((span) => [...span.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([text]) => Number(text))).filter((value) => !known.has(value));
    expect(missing).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.text.slice(2, 60), rule] as const))('names only constants, parameters and terms that there are: %s', (_name, { files, spans }) => {
    const sources = files.map(read).join('\n');
    const terms = new Set([...Object.values(TERMS), ...Object.values(SECTOR_TERMS)].flatMap((each) => Object.keys(each)));
    const unknown = spans.flatMap((span) => [
      ...[...span.matchAll(/\b[A-Z][A-Z_]{2,}\b/g)].map(([name]) => name).filter((name) => !new RegExp(`\\bconst ${name}\\b`).test(sources)),
      ...[...span.matchAll(/\b[a-z]+[A-Za-z]*\.[a-z][A-Za-z]*\b/g)].map(([name]) => name).filter((name) => !Object.hasOwn(PARAMETERS, name)),
      ...(/^[a-z]+[A-Z][A-Za-z]*$/.test(span) && !terms.has(span) && !sources.includes(span) ? [span] : []),
    ]);
    expect(unknown).toEqual([]);
  });
});
