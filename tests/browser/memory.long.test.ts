import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';
import { heldBy } from './heap.ts';

/** Time runs round and round for three minutes, and so many times at least. */
const LAPS = 2;
const LOOP_MS = 180_000;
/** What may come and go between two looks: fewer objects than a single month of a run has; bytes of code compiled with use. */
const SLACK = { objects: 1000, bytes: 4_000_000 } as const;
/** A watchdog, not a measurement. */
const PATIENCE_MS = 900_000;

const atEnd = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const track = document.querySelector('.track')!;
    return track.getAttribute('aria-valuenow') === track.getAttribute('aria-valuemax') && document.querySelector('.transport .play')!.getAttribute('aria-label') === 'Play';
  });

/** From the first month to the last, with what a class does on the way, and back to the first month. */
async function lap(page: Page): Promise<void> {
  await page.locator('.track').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await atEnd(page);
  for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowDown', 'Escape', 'KeyT', 'ArrowLeft', 'Escape', 'Escape', 'KeyC', 'ArrowLeft', 'Escape', 'Home']) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector('.sheet') === null && document.querySelector('.track')!.getAttribute('aria-valuenow') === '0');
}

describe.skipIf(WITHOUT_BROWSER)('memory in a browser', () => {
  const built = builtPage();

  it('is flat while a run plays round and round for three minutes', async () => {
    const { page, trouble, close } = await built.open('#v=1&run=demand-shortfall&seed=42&t=0&lang=en');
    page.setDefaultTimeout(120_000);
    await page.locator('.timeline[data-complete] .track').waitFor();
    await page.locator('.stage-box canvas').waitFor();
    const browser = await page.context().newCDPSession(page);
    await browser.send('Performance.enable');
    await page.locator('.transport select').selectOption('max');
    // what is kept for good: months, drawings, shapes of letters
    for (let times = 0; times < 2; times++) await lap(page);
    await page.waitForTimeout(1000);
    const first = await heldBy(browser);
    const began = Date.now();
    let laps = 0;
    for (; laps < LAPS || Date.now() - began < LOOP_MS; laps++) await lap(page);
    await page.waitForTimeout(1000);
    const last = await heldBy(browser);
    expect(last.heap - first.heap, `bytes after ${laps} laps`).toBeLessThan(SLACK.bytes);
    expect(last.objects - first.objects, `objects after ${laps} laps`).toBeLessThan(SLACK.objects);
    expect(last.nodes).toBeLessThanOrEqual(first.nodes);
    expect(last.listeners).toBeLessThanOrEqual(first.listeners);
    expect(last.documents).toBeLessThanOrEqual(first.documents);
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
    await close();
  }, PATIENCE_MS);
});
