import { describe, expect, it } from 'vitest';
import { GLOSSARY, TERM_IDS, termsIn, toldBefore } from '../../src/words/glossary.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { PANEL_WORDS } from '../../src/words/panels.ts';

describe.each(LANGUAGES)('the glossary (%s)', (language) => {
  const entries = GLOSSARY[language];

  it('has every word once, each with what it means', () => {
    expect(Object.keys(entries)).toEqual(TERM_IDS);
    const names = TERM_IDS.map((term) => entries[term].name);
    expect(new Set(names).size).toBe(names.length);
    for (const term of TERM_IDS) expect([term, entries[term].meaning.length > 5, entries[term].meaning === entries[term].name]).toEqual([term, true, false]);
  });

  it('has no form of a word twice, so that what is underlined has one meaning', () => {
    const forms = TERM_IDS.flatMap((term) => entries[term].forms.map((form) => form.toLowerCase()));
    expect(forms.filter((form, place) => forms.indexOf(form) !== place)).toEqual([]);
    expect(forms.length).toBeGreaterThan(30);
  });

  it('finds words in the charts', () => {
    const { chart } = PANEL_WORDS[language].charts;
    const said = Object.values(chart).flatMap(({ title, meaning, series }) => [title, meaning, ...Object.values(series)]);
    const found = new Set(said.flatMap((text) => termsIn(text, language).flatMap(({ term }) => (term === null ? [] : [term]))));
    for (const term of ['traced', 'earmarked', 'enabled', 'concentration', 'debtRank', 'hedge', 'covenant', 'debtServiceCover'] as const) expect(found).toContain(term);
  });
});

describe('words of the glossary in a text', () => {
  it('are found whole, the longer first, each once, and the text is all there', () => {
    const text = 'Ponzi: a covenant broken. Covenants and the debt-service cover; subponzi is no word.';
    const pieces = termsIn(text, 'en');
    expect(pieces.filter(({ term }) => term !== null)).toEqual([{ text: 'Ponzi', term: 'hedge' }, { text: 'covenant', term: 'covenant' }, { text: 'debt-service cover', term: 'debtServiceCover' }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('are found in Chinese, where words stand without spaces', () => {
    expect(termsIn('偿债覆盖率低于契约', 'zh')).toEqual([{ text: '偿债覆盖率', term: 'debtServiceCover' }, { text: '低于', term: null }, { text: '契约', term: 'covenant' }]);
  });

  it('are found once among texts that stand together', () => {
    const texts = ['A covenant.', 'Covenant and runway.', 'Runway, covenant.'];
    const before = toldBefore(texts, 'en');
    expect(texts.map((text, place) => termsIn(text, 'en', before[place]).flatMap(({ term }) => (term === null ? [] : [term])))).toEqual([['covenant'], ['runway'], []]);
  });

  it('are none in a text that needs none', () => {
    expect(termsIn('Cash.', 'en')).toEqual([{ text: 'Cash.', term: null }]);
    expect(termsIn('', 'en')).toEqual([]);
  });
});
