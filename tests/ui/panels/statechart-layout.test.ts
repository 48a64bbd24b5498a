import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../../agents/index.ts';
import { statechartOf } from '../../../src/engine/statechart.ts';
import { layoutRegion, openFrom, STATE_HEIGHT, type Region, type Spot } from '../../../src/ui/panels/statechart-layout.ts';

const regions = Object.entries(MACHINES).flatMap(([kind, agent]) => statechartOf(agent.machine, kind).regions.map((region) => ({ name: `${kind}, ${region.id}`, region })));
const widthOf = (state: string): number => state.length * 8 + 18;
const everyCase = (region: Region) => region.states.flatMap((now) => [null, ...region.states].map((left) => ({ now, left: left === now ? null : left })));

describe.each(regions)('The statechart of $name', ({ region }) => {
  it('keeps its states apart and inside the picture', () => {
    for (const { now, left } of everyCase(region)) {
      const plan = layoutRegion(region, widthOf, now, left);
      expect(plan.states.map((box) => box.state)).toEqual(region.states);
      for (const box of plan.states) {
        expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2).toBeLessThanOrEqual(plan.width);
        expect(box.y + box.height / 2).toBeLessThanOrEqual(plan.height);
      }
      plan.states.slice(1).forEach((box, index) => expect(box.y - plan.states[index]!.y).toBeGreaterThan(STATE_HEIGHT));
    }
  });

  it('draws every way that is open from the state it is in', () => {
    for (const now of region.states) {
      const plan = layoutRegion(region, widthOf, now, null);
      for (const way of openFrom(region, now)) expect(plan.arrows.some((arrow) => arrow.from === way.from && arrow.to === way.to && arrow.guard === way.guard)).toBe(true);
    }
  });

  it('draws the way just gone, however far', () => {
    for (const { from, to } of region.transitions) {
      const plan = layoutRegion(region, widthOf, to, from);
      expect(plan.arrows.some((arrow) => arrow.from === from && arrow.to === to), `${from} → ${to}`).toBe(true);
    }
  });

  it('runs no arrow through a state between', () => {
    for (const { now, left } of everyCase(region)) {
      const plan = layoutRegion(region, widthOf, now, left);
      for (const arrow of plan.arrows)
        for (const box of plan.states) {
          if (box.state === arrow.from || box.state === arrow.to) continue;
          for (const { x, y } of sampled(arrow.points, arrow.arc !== null))
            expect(Math.abs(x - box.x) < box.width / 2 - 1 && Math.abs(y - box.y) < box.height / 2 - 1, `${arrow.from} → ${arrow.to} through ${box.state}`).toBe(false);
        }
    }
  });
});

/** Points along an arrow: one cubic curve for an arc, straight pieces (which its rounded corners stay inside of) otherwise. */
function sampled(points: readonly Spot[], arc: boolean): Spot[] {
  const found: Spot[] = [];
  if (arc) {
    const [a, b, c, d] = points as [Spot, Spot, Spot, Spot];
    for (let t = 0; t <= 1; t += 0.05) {
      const s = 1 - t;
      const mix = (axis: 'x' | 'y'): number => s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
      found.push({ x: mix('x'), y: mix('y') });
    }
    return found;
  }
  points.slice(1).forEach((to, index) => {
    const from = points[index]!;
    for (let t = 0; t <= 1; t += 0.1) found.push({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
  });
  return found;
}
