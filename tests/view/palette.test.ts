import { describe, expect, it } from 'vitest';
import { contrast, laidOver, PALETTES, THEMES, typeFor } from '../../src/view/palette.ts';
import { LANE_KINDS } from '../../src/playback/lane-book.ts';
import { CONDITIONS } from '../../src/view/condition.ts';
import { STAGE_WORDS } from '../../src/words/stage.ts';

describe('colours', () => {
  for (const theme of THEMES) {
    const palette = PALETTES[theme];
    it(`of words are read easily on the ${theme} theme, ${theme === 'projector' ? 7 : 4.5} to 1`, () => {
      const least = theme === 'projector' ? 7 : 4.5;
      for (const ground of [palette.background, palette.glow, palette.pill, palette.plate]) {
        expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(7);
        expect(contrast(palette.muted, ground)).toBeGreaterThanOrEqual(least);
        expect(contrast(palette.tone.trouble, ground)).toBeGreaterThanOrEqual(Math.min(least, 4.5));
      }
    });
    it(`of lanes stand out on the ${theme} theme, by themselves or by their outline`, () => {
      for (const kind of LANE_KINDS) {
        const rim = palette.outline[kind] ?? laidOver(palette.background, palette.lane[kind], palette.laneAlpha);
        const least = palette.outline[kind] === null && theme === 'dark' ? 2 : 3; // dark lanes carry bright particles
        expect(contrast(rim, palette.background), kind).toBeGreaterThanOrEqual(least);
        expect(contrast(palette.outline[kind] ?? palette.lane[kind], palette.background), `particles of ${kind}`).toBeGreaterThanOrEqual(3);
      }
    });
  }
  it('laid over each other are between the two', () => {
    expect(laidOver(0x000000, 0xffffff, 0)).toBe(0);
    expect(laidOver(0x000000, 0xff8040, 0.5)).toBe(0x804020);
    expect(laidOver(0x123456, 0xabcdef, 1)).toBe(0xabcdef);
  });
});

describe('letters', () => {
  it('are 24 pixels on a projector whatever the size', () => {
    for (const size of Object.values(typeFor('projector', 1024, 500))) expect(size).toBeGreaterThanOrEqual(24);
  });
  it('grow with a large stage and never shrink', () => {
    expect(typeFor('dark', 800, 400).name).toBe(13);
    expect(typeFor('light', 1580, 890).name).toBe(18);
  });
});

describe('words of the stage', () => {
  it('name every condition but none, differently, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const words = CONDITIONS.filter((condition) => condition !== 'none').map((condition) => STAGE_WORDS[language].condition[condition]);
      expect(new Set(words).size).toBe(words.length);
      expect(words.every((word) => word !== '')).toBe(true);
    }
  });
  it('have the same parts in both languages, and Chinese ones are Chinese', () => {
    expect(Object.keys(STAGE_WORDS.zh)).toEqual(Object.keys(STAGE_WORDS.en));
    expect(STAGE_WORDS.zh.partPaid('1', '2')).toMatch(/\p{Script=Han}/u);
  });
});
