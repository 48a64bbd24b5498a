import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/words/csv.ts';

/** What a strict reader makes of one line: RFC 4180. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line.replace(/\r\n$/, '');
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?:,|$)/s.exec(rest);
    const plain = /^([^",\r\n]*)(?:,|$)/.exec(rest);
    const found = quoted ?? plain;
    if (found === null) throw new Error(`not a line: ${line}`);
    cells.push(quoted === null ? found[1]! : found[1]!.replaceAll('""', '"'));
    const more = found[0].endsWith(',');
    rest = rest.slice(found[0].length);
    if (!more && rest === '') return cells;
  }
}

describe('a CSV cell', () => {
  it('is never a formula, whatever text a stranger chose', () => {
    for (const text of ['=1+1', '+1+1', '@SUM(A1)', '\t=1', '\r=1', '-2+3', '-cmd|x', ' =1', '"=1', '%0A=1', '|calc', '=HYPERLINK("http://x","y")', '-'])
      expect(readLine(csvLine([text]))[0], JSON.stringify(text)).toBe(`'${text}`);
  });

  it('leaves numbers as they are, negative ones and texts that are numbers too', () => {
    expect(csvLine([-5, -0.25, 1e21, 0, -1e-7])).toBe('-5,-0.25,1e+21,0,-1e-7\r\n');
    expect(csvLine(['-5', '-0.25', '-1e-7'])).toBe('-5,-0.25,-1e-7\r\n');
  });

  it('tells nothing from an empty text', () => {
    expect(csvLine([null, '', true])).toBe(',"",true\r\n');
  });

  it('comes back as it was, apart from the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('=', '"', ',', '\r\n', '-1', '+', 'é中')), { minLength: 1, maxLength: 5 }), (texts) => {
        const back = readLine(csvLine(texts));
        expect(back.length).toBe(texts.length);
        for (const [index, text] of texts.entries()) {
          const found = back[index]!;
          expect(found === text || found === `'${text}`).toBe(true);
          // nothing a spreadsheet evaluates survives at the beginning of a cell
          if (!/^-?[\d.]/.test(text)) expect(found).not.toMatch(/^\s*[=+@|%-]/);
        }
      }),
      { numRuns: 2000, seed: 20261125 },
    );
  });

  it('quotes what would break a line', () => {
    expect(csvCell('a"b,c\nd')).toBe('"a""b,c\nd"');
  });
});
