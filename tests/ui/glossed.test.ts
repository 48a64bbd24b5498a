import { expect, it } from 'vitest';
import { withStops } from '../../src/ui/glossed.tsx';
import { termsIn } from '../../src/words/glossary.ts';

it('what closes a word stays with it, and the text is the same', () => {
  for (const [language, text, kept] of [['en', 'Other neoclouds default, $958M short. A covenant: broken.', [',', ':']], ['zh', '其他新云违约\uff0c缺口 9.58亿美元。', ['\uff0c']]] as const) {
    const pieces = withStops(termsIn(text, language));
    expect(pieces.map((piece) => piece.text + piece.stops).join('')).toBe(text);
    expect(pieces.flatMap(({ stops }) => (stops === '' ? [] : [stops]))).toEqual(kept);
    // no piece but the first begins with a stop
    expect(pieces.slice(1).filter((piece) => /^[,.:\uff0c\u3002]/.test(piece.text))).toEqual([]);
  }
});
