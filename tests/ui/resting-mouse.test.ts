import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REST, restingMouse, type RestingMouse } from '../../src/ui/resting-mouse.ts';
import type { Pointed } from '../../src/view/pointed.ts';
import { run, stillAt } from '../view/stills.ts';

const still = stillAt(10);
function on(id: string, x = 0, tick = 10, height = 490): Pointed {
  const node = still.nodes.find((each) => each.id === id)!;
  return { thing: { kind: 'actor', node }, scenario: run.header.scenario, frame: run.frames[tick]!, phase: null, at: { x, y: 0 }, room: { width: 960, height } };
}
const whom = (said: Pointed | null): string | null => (said?.thing.kind === 'actor' ? said.thing.node.id : null);

describe('words beside the mouse', () => {
  const said: (Pointed | null)[] = [];
  let mouse: RestingMouse;
  beforeEach(() => {
    vi.useFakeTimers();
    said.length = 0;
    mouse = restingMouse((rested) => said.push(rested));
  });
  afterEach(() => vi.useRealTimers());

  it('come up when it rests, where it rests, and stay there while it moves on the same thing', () => {
    mouse.point(on('nvidia', 10));
    vi.advanceTimersByTime(REST - 1);
    mouse.point(on('nvidia', 14));
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(said.map((each) => [whom(each), each?.at.x])).toEqual([['nvidia', 14]]);
    mouse.point(on('nvidia', 30));
    expect(said.at(-1)?.at.x).toBe(14);
  });

  it('are of the month that is drawn', () => {
    mouse.point(on('nvidia'));
    vi.advanceTimersByTime(REST);
    mouse.point(on('nvidia', 0, 11));
    expect([said.at(-1)?.frame.tick, said.length]).toEqual([11, 2]);
  });

  it('do not come up under a mouse that passes, nor go while it crosses something else on its way back to them', () => {
    for (const id of ['nvidia', 'coreweave', 'openai', 'nvidia']) {
      mouse.point(on(id));
      vi.advanceTimersByTime(REST - 10);
    }
    expect(said).toEqual([]);
    vi.advanceTimersByTime(10);
    expect(whom(said.at(-1)!)).toBe('nvidia');
    for (const crossed of [on('coreweave'), null, on('openai')]) {
      mouse.point(crossed);
      vi.advanceTimersByTime(REST / 4);
    }
    mouse.point(on('nvidia'));
    vi.advanceTimersByTime(REST * 2);
    expect(said.map(whom)).toEqual(['nvidia', 'nvidia']);
  });

  it('change, and go, when it has rested on something else or on nothing', () => {
    mouse.point(on('nvidia'));
    vi.advanceTimersByTime(REST);
    mouse.point(on('openai'));
    vi.advanceTimersByTime(REST);
    mouse.point(null);
    vi.advanceTimersByTime(REST - 1);
    expect(said.map(whom)).toEqual(['nvidia', 'openai']);
    vi.advanceTimersByTime(1);
    expect(said.map(whom)).toEqual(['nvidia', 'openai', null]);
  });

  it('go when they are taken away, and come back only after the mouse has rested elsewhere', () => {
    mouse.point(on('nvidia'));
    vi.advanceTimersByTime(REST);
    mouse.dismiss();
    expect(said.map(whom)).toEqual(['nvidia', null]);
    mouse.point(on('nvidia', 20, 11));
    vi.advanceTimersByTime(REST * 2);
    expect(said.length).toBe(2);
    mouse.point(null);
    vi.advanceTimersByTime(REST);
    mouse.point(on('nvidia'));
    vi.advanceTimersByTime(REST);
    expect(said.map(whom)).toEqual(['nvidia', null, null, 'nvidia']);
  });

  it('come up again elsewhere when the stage has another size', () => {
    mouse.point(on('nvidia', 10));
    vi.advanceTimersByTime(REST);
    mouse.point(on('nvidia', 5, 10, 300));
    vi.advanceTimersByTime(REST);
    expect(said.map((each) => each?.at.x)).toEqual([10, 5]);
  });
});
