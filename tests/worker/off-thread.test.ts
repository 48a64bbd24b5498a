import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpeningListener } from '../../src/session/ports.ts';
import { offThread } from '../../src/worker/off-thread.ts';
import { spawn } from '../../src/worker/spawn.ts';

vi.mock('../../src/worker/spawn.ts', () => ({ spawn: vi.fn() }));

/** Time of a page that is not itself busy, real messages between worker and page going on in between. */
async function pass(seconds: number): Promise<void> {
  for (let half = 0; half < seconds * 2; half++) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Two ends of a wire; `api` sits at the far one, or nobody does. */
function thread(api: object | null): Worker {
  const { port1, port2 } = new MessageChannel();
  if (api !== null) Comlink.expose(api, port2);
  port1.start();
  return Object.assign(port1, { terminate: () => port2.close() }) as unknown as Worker;
}

const nothing = new Blob([]);
const listener = (): OpeningListener => ({ searched: vi.fn<OpeningListener['searched']>(), header: vi.fn<OpeningListener['header']>(), months: vi.fn<OpeningListener['months']>(), done: vi.fn<OpeningListener['done']>(), failed: vi.fn<OpeningListener['failed']>() });

describe('a worker', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', class {});
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('that is long at a large file is not taken for dead', async () => {
    const opening = vi.fn(() => new Promise(() => undefined));
    vi.mocked(spawn).mockReturnValue(thread({ hello: () => undefined, open: opening, stop: () => undefined }));
    const died = vi.fn();
    const told = listener();
    offThread(died).openRecording(nothing, told);
    await pass(30);
    expect(opening).toHaveBeenCalledTimes(1);
    expect(died).not.toHaveBeenCalled();
    expect(told.failed).not.toHaveBeenCalled();
  });

  it('that never answers is given up, and the page does the work itself', async () => {
    vi.mocked(spawn).mockReturnValue(thread(null));
    const died = vi.fn();
    const told = listener();
    offThread(died).openRecording(nothing, told);
    await pass(6);
    expect(died).not.toHaveBeenCalled();
    await pass(4);
    expect(died).toHaveBeenCalledTimes(1);
    // an empty file is no recording: whoever read it says so
    expect(told.failed).toHaveBeenCalledTimes(1);
  });
});
