import { expect, it } from 'vitest';
import type { Frame } from '../../src/model/frame.ts';
import { spokenLanes } from '../../src/lesson/spoken-lanes.ts';

const flow = (purpose: string, amount: number) => ({ from: 'nvidia', to: 'coreweave', lane: 'cash', purpose, amount });
const frame = { phases: [{ phase: 'settle', flows: [flow('backstop', 300), flow('computeRent', 84), flow('backstop', 13)], events: [] }] } as unknown as Frame;

it('of a payment that is named, its lane and what it is of it, added up', () => {
  expect(spokenLanes({ flow: { from: 'nvidia', to: 'coreweave', purpose: 'backstop' } }, null, frame)).toEqual([{ key: 'nvidia/cash/coreweave', part: 313 }]);
  expect(spokenLanes({ flow: { from: 'coreweave', to: 'nvidia', purpose: 'backstop' } }, null, frame)).toEqual([]);
  expect(spokenLanes({ flow: undefined }, null, frame)).toEqual([]);
});
