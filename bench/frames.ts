/**
 * What one picture of a playing month costs the page in a real browser, against half of the 16 ms it may take: processor
 * time of the page's own thread in the callback that draws, which the browser itself records. How fast a graphics card
 * follows is not in it. Needs Chromium (see scripts/test-tools) and says so where there is none.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../src/cli/root.ts';
import { CHROMIUM, launchChromium, openPage, serveBuilt } from '../tests/browser/chromium.ts';
import { median } from './clock.ts';
import type { Bench, Drawing, Drawn } from './frames/drawing.ts';
import { aim, figure, heading, rows, share } from './print.ts';

declare const bench: Bench;

const HALF_A_FRAME_MS = 8;
const ACTORS = 30;
const PARTICLES = 2000;
const MONTHS = 36;
const FRAMES = 120;
/** Pictures drawn before, until the browser has compiled what draws them. */
const WARMING = 60;
const SIZE = { width: 1092, height: 620 };

const SHOWN: readonly (Omit<Drawing, 'frames'> & { readonly name: string })[] = [
  { name: 'beats, as the month is', mode: 'overlap', particles: null },
  { name: 'stream, as the month is', mode: 'stream', particles: null },
  { name: `stream, ${PARTICLES} particles`, mode: 'stream', particles: PARTICLES },
];

export async function printFrames(): Promise<void> {
  heading(`Scripting time of one picture, as a share of half a frame (${HALF_A_FRAME_MS} ms)`);
  if (CHROMIUM === null) return console.log('  left out: no browser (scripts/test-tools finds or installs one)');
  const outDir = join(ROOT, 'node_modules/.cache/ouroboros-frames');
  await build({ root: join(ROOT, 'bench/frames'), configFile: false, base: './', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await serveBuilt(outDir);
  try {
    for (const renderer of ['canvas', 'webgl'] as const) {
      // a graphics card that a program imitates is asked for only where it has to be
      const browser = await launchChromium(renderer === 'webgl' ? ['--enable-unsafe-swiftshader'] : ['--disable-gpu']);
      const { page } = await openPage(browser, server);
      const frame = (await (await page.context().newCDPSession(page)).send('Page.getFrameTree')).frameTree.frame.id;
      await page.waitForFunction(() => 'bench' in globalThis);
      const name = await page.evaluate(({ renderer, actors, months, size }) => bench.open(renderer, actors, months, size), { renderer, actors: ACTORS, months: MONTHS, size: SIZE });
      const draw = (drawing: Drawing): Promise<Drawn> => page.evaluate((given) => bench.draw(given), drawing);
      const costs: Cost[] = [];
      for (const shown of SHOWN) {
        await draw({ ...shown, frames: WARMING });
        await browser.startTracing(page, { categories: ['devtools.timeline'] });
        const drawn = await draw({ ...shown, frames: FRAMES });
        costs.push({ name: shown.name, drawn, times: timesOf(drawn.callbacks, frame, await browser.stopTracing()) });
      }
      await browser.close();
      print(name, costs);
    }
  } finally {
    await server.close();
  }
}

interface Cost {
  readonly name: string;
  readonly drawn: Drawn;
  /** Milliseconds of processor time of each picture. */
  readonly times: readonly number[];
}

/** Processor time of callbacks of a page, from the browser's own record. @throws when it has not recorded one. */
function timesOf(callbacks: readonly number[], frame: string, trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly { readonly name: string; readonly tdur?: number; readonly args?: { readonly data?: { readonly id?: number; readonly frame?: string } } }[] };
  const times = new Map<number, number>();
  for (const { name, tdur, args } of traceEvents) if (name === 'FireAnimationFrame' && args?.data?.frame === frame && tdur !== undefined) times.set(args.data.id!, tdur / 1000);
  return callbacks.map((callback) => {
    const time = times.get(callback);
    if (time === undefined) throw new Error(`the browser has no record of callback ${callback}`);
    return time;
  });
}

function print(renderer: string, costs: readonly Cost[]): void {
  const figures = costs.map(({ times, drawn }) => ({ middle: median(times), p95: percentile95(times), particles: median(drawn.particles) }));
  const [, own, many] = figures;
  rows(
    costs.map(({ name, drawn: { lanes, actors } }, nth) => {
      const { middle, p95, particles } = figures[nth]!;
      return [`${renderer}: ${name}`, `${actors} actors`, `${lanes} lanes`, `${figure(particles, 0)} particles`, `median ${share(middle / HALF_A_FRAME_MS)}`, `p95 ${share(p95 / HALF_A_FRAME_MS)}`];
    }),
  );
  const each = ((many!.middle - own!.middle) / (many!.particles - own!.particles)) * 100;
  rows([[`${renderer}: a hundred particles more`, share(each / HALF_A_FRAME_MS)]]);
  aim(`${PARTICLES} particles and ${ACTORS} actors within half a frame, p95`, many!.p95 <= HALF_A_FRAME_MS);
}

function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}
