import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';

/** Every history is simulated on the spot; a machine that is busy may take its time. */
const PATIENCE = 240_000;
const WHAT_IF = '#v=1&run=demand-shortfall&seed=42&if=34~rescue~openai';

const both = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(PATIENCE);
  await page.locator('.timeline[data-complete] .track').waitFor();
  await page.locator('.stage-beside canvas').waitFor();
  await page.locator('.stage > .stage-box canvas').waitFor();
};
const canvases = (page: Page): Promise<number> => page.locator('.stage canvas').count();
const boxes = (page: Page) => ({ left: page.locator('.stage-beside .stage-box'), right: page.locator('.stage > .stage-box') });
const selected = (page: Page): Promise<string | null> => page.evaluate(() => /focus=([^&]*)/.exec(decodeURIComponent(location.hash))?.[1] ?? null);

describe.skipIf(WITHOUT_BROWSER)('two histories side by side', () => {
  const built = builtPage();

  it.each(([['en', 1280, 720, /As it was \(A\)/, /What if \(B\)/], ['zh', 1024, 768, /原本（A）/, /假如（B）/]] as const).filter(([lang]) => lang === 'zh' || process.env['LONG'] === '1'))('stand on one map at one moment, each with its name, and go back to one picture (%s)', async (lang, width, height, a, b) => {
    const { page, trouble, close } = await built.open(`${WHAT_IF}&t=42&lang=${lang}&panel=compare`, { viewport: { width, height } });
    page.setDefaultTimeout(PATIENCE);
    await page.locator('.sheet-head .button').nth(1).waitFor();
    await page.locator('.sheet-head .button').first().click();
    await both(page);
    expect(await page.locator('.sheet').count()).toBe(0);
    const labels = page.locator('.split-label');
    expect(await labels.nth(0).innerText()).toMatch(a);
    expect(await labels.nth(1).innerText()).toMatch(b);
    const { left, right } = boxes(page);
    const [before, what] = [(await left.boundingBox())!, (await right.boundingBox())!];
    expect({ ...before, x: 0 }).toEqual({ ...what, x: 0 });
    expect(what.x).toBe(before.x + before.width);
    expect((await left.screenshot()).equals(await right.screenshot())).toBe(false);

    // whoever stands at a place of one picture stands at the same place of the other
    const hit = async (box: typeof before, share: number): Promise<string | null> => {
      await page.mouse.click(box.x + 2, box.y + box.height - 2);
      await expect.poll(() => selected(page), { timeout: PATIENCE }).toBeNull();
      await page.mouse.click(box.x + box.width * 0.475, box.y + box.height * share);
      await page.waitForTimeout(600);
      return selected(page);
    };
    let found: readonly [string | null, number] = [null, 0];
    for (let share = 0.15; found[0]?.startsWith('lane') !== false && share < 0.7; share += 0.06) found = [await hit(before, share), share];
    expect(found[0]).not.toBeNull();
    expect(await hit(what, found[1])).toBe(found[0]);
    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page), { timeout: PATIENCE }).toBeNull();
    expect(await canvases(page)).toBe(2);

    // what is looked at closely in one is so in the other
    const whole = await left.screenshot();
    await page.mouse.move(what.x + what.width / 2, what.y + what.height / 2);
    await page.mouse.wheel(0, -500);
    await expect.poll(async () => (await left.screenshot()).equals(whole), { timeout: PATIENCE }).toBe(false);
    await page.keyboard.press('Escape');
    await expect.poll(() => canvases(page)).toBe(1);
    expect(await page.locator('.split-label').count()).toBe(0);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE * 4);

  it('move in step, draw the same months to the same byte, are found again by their link, and leave no graphics behind', async () => {
    const { page, trouble, close } = await built.open();
    await page.addInitScript(() => {
      const made: (WebGLRenderingContext | WebGL2RenderingContext)[] = [];
      Object.assign(window, { alive: () => made.filter((gl) => !gl.isContextLost()).length });
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: Parameters<typeof getContext>) {
        const context: RenderingContext | null = getContext.apply(this, given);
        if ((context instanceof WebGLRenderingContext || context instanceof WebGL2RenderingContext) && !made.includes(context)) made.push(context);
        return context;
      } as typeof getContext;
    });
    const alive = (): Promise<number> => page.evaluate(() => (window as unknown as { alive(): number }).alive());
    // from elsewhere, so that the page is loaded anew: a reload would race with the address it writes itself
    await page.goto('about:blank');
    await page.goto(`${built.address()}${WHAT_IF}&t=42&lang=en&renderer=webgl&split=1`);
    await both(page);
    const { left, right } = boxes(page);
    const shots = async (): Promise<readonly Buffer[]> => {
      await page.mouse.move(2, 2);
      await page.waitForTimeout(500);
      return [await left.screenshot(), await right.screenshot()];
    };
    const first = await shots();
    await page.locator('.track').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForFunction(() => document.querySelector('.track')!.getAttribute('aria-valuenow') === '32');
    const earlier = await shots();
    expect(earlier.map((shot, side) => shot.equals(first[side]!))).toEqual([false, false]);
    expect((await page.locator('.split-label span').allInnerTexts())).toEqual(['Sep 2027', 'Sep 2027']);
    await page.keyboard.press('Comma');
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(() => document.querySelector('.track')!.getAttribute('aria-valuenow') === '42');
    await page.locator('.rail button').click();
    await page.locator('.rail button').click();
    await expect.poll(async () => (await shots()).map((shot, side) => shot.equals(first[side]!)).join(), { timeout: PATIENCE }).toBe('true,true');

    // the drawing library keeps one of its own to ask what the browser can do
    const two = await alive();
    for (let times = 0; times < 3; times++) {
      await page.locator('.split-label .button').click();
      await expect.poll(() => canvases(page)).toBe(1);
      await expect.poll(alive).toBe(two - 1);
      await page.locator('.what-if .button').first().click();
      await expect.poll(() => canvases(page)).toBe(2);
      await expect.poll(alive).toBe(two);
    }
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE * 4);

  it('are both in the picture that is saved', async () => {
    const { page, trouble, close } = await built.open(`${WHAT_IF}&t=42&split=1`);
    await both(page);
    const download = page.waitForEvent('download');
    await page.locator('.top-bar .button.square').last().click();
    await page.getByRole('menuitem').filter({ hasText: 'PNG' }).click();
    const png = readFileSync(await (await download).path());
    const { left, right } = boxes(page);
    const [one, other] = [(await left.boundingBox())!, (await right.boundingBox())!];
    // width and height stand in the head of the file; a line with names and dates is above the two
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(Math.floor(one.width) + Math.floor(other.width));
    expect(png.readUInt32BE(20)).toBeGreaterThan(other.height);
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
    await close();
  });
});
