import { describe, expect, it } from 'vitest';
import { LAST_STANDS, momentOf, PICTURE_RATE, picturesOf, secondsOf, type Stretch } from '../../../src/ui/video/stretch.ts';
import { SPEEDS } from '../../../src/playback/cursor.ts';

const speeds = SPEEDS.filter((speed) => speed !== 'max');
const momentsOf = (stretch: Stretch) => Array.from({ length: picturesOf(stretch) }, (_, nth) => momentOf(stretch, nth));

describe('the pictures of a film', () => {
  it('tell every month of the stretch from its beginning to its end, each for as long as the others', () => {
    for (const speed of speeds) {
      const moments = momentsOf({ from: 7, to: 11, speed });
      for (const tick of [7, 8, 9, 10, 11]) {
        const told = moments.filter((moment) => moment.tick === tick).map((moment) => moment.u);
        // 30 pictures a second are no whole number of pictures for each month at every speed
        expect(told.at(-1), `month ${tick} at ${speed}`).toBeGreaterThan(1 - speed / PICTURE_RATE);
        expect(moments.at(-1)).toEqual({ tick: 11, u: 1 });
        expect(told[0]).toBeGreaterThan(0);
        expect(told[0]).toBeLessThanOrEqual(speed / PICTURE_RATE + 1e-9);
        if (tick < 11 && (PICTURE_RATE / speed) % 1 === 0) expect(told.length).toBe(PICTURE_RATE / speed);
      }
    }
  });

  it('never go back', () => {
    for (const speed of speeds) {
      const moments = momentsOf({ from: 0, to: 30, speed });
      for (const [nth, { tick, u }] of moments.entries()) {
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThanOrEqual(1);
        const before = moments[nth - 1];
        if (before !== undefined) expect(tick + u).toBeGreaterThanOrEqual(before.tick + before.u);
      }
    }
  });

  it('end with the last month at rest for two seconds', () => {
    const moments = momentsOf({ from: 3, to: 4, speed: 2 });
    expect(moments.filter((moment) => moment.tick === 4 && moment.u === 1).length).toBe(LAST_STANDS * PICTURE_RATE + 1);
    expect(secondsOf({ from: 3, to: 4, speed: 2 })).toBe(3);
    expect(picturesOf({ from: 3, to: 4, speed: 2 })).toBe(90);
  });
});
