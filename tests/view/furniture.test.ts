import { describe, expect, it } from 'vitest';
import { boxInside, boxesMeet } from '../../src/view/geometry.ts';
import { targetAt } from '../../src/view/hit.ts';
import { SIZES, stillAt, type Setting } from './stills.ts';

describe('legend and count', () => {
  it('have ground of their own where the picture is magnified, under which nothing is pointed at', () => {
    let covered = 0;
    for (const size of [...SIZES, { width: 1024, height: 264, projector: true }])
      for (const language of ['en', 'zh'] as const)
        for (const zoom of [1.3, 2, 3.5])
          for (const share of [0, 0.5, 1]) {
            const window = { zoom, x: size.width * (zoom - 1) * share, y: size.height * (zoom - 1) * share };
            const setting: Setting = { ...size, language, window };
            const still = stillAt(9, setting);
            const furniture = still.texts.filter(({ role }) => role === 'legend' || role === 'hidden');
            expect(furniture.length).toBeGreaterThan(0);
            for (const { text, box: word } of furniture) expect(still.veils.some((veil) => boxInside(word, veil)), text).toBe(true);
            for (const { x, y } of still.legend) expect(still.veils.some((veil) => boxInside({ x: x - 12, y: y - 4, width: 24, height: 8 }, veil))).toBe(true);
            for (const veil of still.veils) {
              for (const across of [0.1, 0.5, 0.9]) expect(targetAt(still, veil.x + veil.width * across, veil.y + veil.height / 2)).toBeNull();
              covered += still.texts.filter((text) => !furniture.includes(text) && boxesMeet(text.box, veil)).length;
            }
          }
    // there was something to hide
    expect(covered).toBeGreaterThan(0);
  });

  it('need none in the whole picture, where nothing is written beneath them', () => {
    for (const size of SIZES) {
      const still = stillAt(9, size);
      expect(still.veils).toEqual([]);
      const furniture = still.texts.filter(({ role }) => role === 'legend' || role === 'hidden');
      expect(still.texts.filter((text) => !furniture.includes(text) && furniture.some(({ box }) => boxesMeet(box, text.box)))).toEqual([]);
    }
  });
});
