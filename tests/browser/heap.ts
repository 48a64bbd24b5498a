/** What a page's heap holds, by kind, from a snapshot of the browser: compiled code, which grows with use, apart from what the page itself made. */
import type { CDPSession } from 'playwright-core';

export interface Held {
  /** Bytes of objects, arrays, texts and functions. */
  readonly data: number;
  /** How many objects and functions. */
  readonly objects: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[], ...unknown[]] } };
  readonly nodes: readonly number[];
}
/** Kinds of a snapshot that a page's own program makes. */
const OWN: ReadonlySet<string> = new Set(['object', 'closure', 'array', 'string', 'concatenated string', 'sliced string', 'number', 'symbol', 'bigint', 'regexp']);
const COUNTED: ReadonlySet<string> = new Set(['object', 'closure']);

/** Collects what nobody holds any more, then looks at the rest. Call `Performance.enable` first. */
export async function heldBy(browser: CDPSession): Promise<Held> {
  for (let times = 0; times < 3; times++) await browser.send('HeapProfiler.collectGarbage');
  const { metrics } = await browser.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)!.value;
  const chunks: string[] = [];
  const hear = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  browser.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await browser.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  browser.off('HeapProfiler.addHeapSnapshotChunk', hear);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kindAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let [data, objects] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + kindAt]!]!;
    if (!OWN.has(kind)) continue;
    data += nodes[at + sizeAt]!;
    if (COUNTED.has(kind)) objects += 1;
  }
  return { data, objects, nodes: metric('Nodes'), listeners: metric('JSEventListeners'), documents: metric('Documents') };
}
