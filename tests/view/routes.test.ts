import { describe, expect, it } from 'vitest';
import { obstaclesOf, UNDER } from '../../src/view/obstacles.ts';
import { leastLength, Trace, type Bend } from '../../src/view/trace.ts';
import { diceOf } from '../property/dice.ts';
import { groundOf, layoutRequest, SIZES } from './stills.ts';

describe('what stands in the way of a lane', () => {
  const { layout } = groundOf(SIZES[0]);
  const places = [...layout.places.values()];
  const [a, b] = [layout.places.get('nvidia')!, layout.places.get('coreweave')!];

  it.each([0, 2, 7.5, 30])('costs it wherever it runs under somebody or past a rim, %s pixels broad to either side, and only there', (half) => {
    const costAt = obstaclesOf(layout, layoutRequest(SIZES[0]), []).between(a, b, half);
    let under = 0;
    for (let x = -40; x < layout.width + 40; x += 7)
      for (let y = -40; y < layout.height + 40; y += 7) {
        const isUnder = places.some((place) => {
          if (place === a || place === b) return false;
          if (place.shape === 'ring') return Math.hypot(x - place.x, y - place.y) < place.radius + layout.ring + 4 + half;
          const { box } = place;
          return x > box.x - half - 3 && x < box.x + box.width + half + 3 && y > box.y - half - 3 && y < box.y + box.height + half + 3;
        });
        under += isUnder ? 1 : 0;
        expect(costAt(x, y) >= UNDER, `at ${x}, ${y}`).toBe(isUnder);
      }
    expect(under).toBeGreaterThan(100);
  });
  it('is nobody far from all, and words where only words stand', () => {
    const heading = { x: 5000, y: 5000, width: 80, height: 10 };
    const costAt = obstaclesOf(layout, layoutRequest(SIZES[0]), [heading]).between(a, b, 4);
    // both lie off the part of the stage that is for actors, which costs the same
    expect(costAt(5040, 5005)).toBeGreaterThan(costAt(6000, 6000));
    expect(costAt(5040, 5005)).toBeLessThan(UNDER);
  });
});

describe('a curve that is tried', () => {
  const dice = diceOf('curves');
  const point = () => ({ x: dice.whole(0, 1000), y: dice.whole(0, 600) });
  const bends = (): Bend[] => {
    const [start, middle, end] = [point(), point(), point()];
    return [[start, point(), point(), middle], [middle, point(), point(), end]];
  };
  it('is never shorter than is said before it is followed', () => {
    const trace = new Trace();
    for (let nth = 0; nth < 500; nth++) {
      const each = bends();
      expect(leastLength(each)).toBeLessThanOrEqual(trace.follow(each).length() + 1e-9);
    }
  });
  it('is where it was followed, when it is kept', () => {
    const each = bends();
    const trace = new Trace();
    const path = trace.follow(each).path();
    expect(path.total).toBe(trace.length());
    expect([path.xs[0], path.ys[0], path.xs.at(-1), path.ys.at(-1)]).toEqual([each[0]![0].x, each[0]![0].y, each[1]![3].x, each[1]![3].y]);
    // the next one does not move it
    const kept = structuredClone(path);
    trace.follow(bends());
    expect(path).toEqual(kept);
  });
});
