/** What a page holds once everything that nobody holds is gone. */
import type { CDPSession } from 'playwright-core';

export interface Held {
  /** How many objects, lists and functions the page's program made: exact, whatever code the browser compiles meanwhile. */
  readonly objects: number;
  /** Bytes of everything, code compiled with use included. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/** Call `Performance.enable` first. */
export async function heldBy(browser: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times++) await browser.send('HeapProfiler.collectGarbage');
  const { result: everything } = await browser.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup: 'held' });
  const { objects } = await browser.send('Runtime.queryObjects', { prototypeObjectId: everything.objectId!, objectGroup: 'held' });
  const counted = await browser.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration: 'function () { return this.length; }', returnByValue: true });
  await browser.send('Runtime.releaseObjectGroup', { objectGroup: 'held' });
  await browser.send('HeapProfiler.collectGarbage');
  const { metrics } = await browser.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)!.value;
  return { objects: Number(counted.result.value), heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners'), documents: metric('Documents') };
}
