import { describe, expect, it } from 'vitest';
import { uiEn } from '../../src/words/ui.en.ts';
import { uiZh } from '../../src/words/ui.zh.ts';

describe('the notice of a link that was not understood', () => {
  const en = (...fields: string[]): string => uiEn.notices.link({ key: 'link', fields });
  const zh = (...fields: string[]): string => uiZh.notices.link({ key: 'link', fields });

  it('says what fell back and names what means nothing, each once', () => {
    expect(en('t', 'seed')).toBe('The link could not be read in full: the month and the seed fell back to the usual. Everything else is as the link says.');
    expect(en('colour', 't', 'size', 'colour')).toBe('The link could not be read in full: the month fell back to the usual; “colour” and “size” mean nothing here. Everything else is as the link says.');
    expect(en('colour')).toBe('The link could not be read in full: “colour” means nothing here. Everything else is as the link says.');
    expect(zh('t', 'colour')).toBe('链接没能完全读懂：月份已改用默认值；“colour”在这里没有意义。其余与链接一致。');
  });
  it('knows no word that every object has, and cuts an endless name', () => {
    expect(en('constructor')).toContain('“constructor” means nothing here');
    expect(en('😀'.repeat(9000))).toContain(`“${'😀'.repeat(24)}…” means`);
  });
});
