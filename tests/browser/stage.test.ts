import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { PageServer } from '../../src/cli/page-server.ts';
import { REST } from '../../src/ui/resting-mouse.ts';
import type { Harness, Opening, Showing } from '../view/harness/harness.ts';
import { builtPage } from './built-page.ts';
import { launchChromium, openPage, serveBuilt, WITHOUT_BROWSER, type Opened } from './chromium.ts';
import { drawn } from './waits.ts';

declare const harness: Harness;
const SIZE = { width: 950, height: 530 } as const;

/** What a PNG shows, sampled: how many colours, and how many of them stand for a hundredth of the picture or more. */
interface Look {
  readonly colours: number;
  readonly background: number;
  readonly painted: number;
}

describe.skipIf(WITHOUT_BROWSER)('the stage in a browser', () => {
  let folder: string;
  let server: PageServer;
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stage-'));
    await build({ root: fileURLToPath(new URL('../view/harness/', import.meta.url)), configFile: false, base: './', logLevel: 'error', build: { outDir: folder, emptyOutDir: true, minify: false } });
    server = await serveBuilt(folder);
    browser = await launchChromium(['--enable-unsafe-swiftshader']);
    opened = await openPage(browser, server, '', { viewport: { width: 1100, height: 640 } });
    page = opened.page;
    await page.waitForFunction(() => 'harness' in globalThis);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await server?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const open = (opening: Partial<Opening> = {}): Promise<string> => page.evaluate((given) => harness.open(given), { ...SIZE, ...opening });
  const show = (showing: Showing): Promise<void> => page.evaluate((given) => harness.show(given), showing);
  const picture = async (): Promise<Buffer> => Buffer.from(await page.evaluate(() => harness.still()), 'base64');
  const lookAt = async (png: Buffer): Promise<Look> =>
    page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      pen.drawImage(bitmap, 0, 0);
      const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
      const seen = new Map<number, number>();
      let samples = 0;
      for (let at = 0; at < data.length; at += 4 * 13) {
        const colour = ((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4);
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
        samples += 1;
      }
      const most = Math.max(...seen.values());
      return { colours: seen.size, background: most / samples, painted: 1 - most / samples };
    }, png.toString('base64'));

  for (const renderer of ['webgl', 'canvas'] as const)
    describe(`drawn by ${renderer}`, () => {
      beforeAll(async () => {
        expect(await open({ renderer })).toBe(renderer);
      });

      it('is neither blank nor flat, in every theme and language', async () => {
        for (const theme of ['dark', 'light', 'projector'] as const)
          for (const language of ['en', 'zh'] as const) {
            await page.evaluate((look) => harness.configure(look), { theme, language, projector: theme === 'projector' });
            await show({ tick: 8 });
            const look = await lookAt(await picture());
            expect(look.colours, `${theme} ${language}`).toBeGreaterThan(60);
            expect(look.painted, `${theme} ${language}`).toBeGreaterThan(0.1);
          }
      });

      it('draws the same moment to the same byte, whatever was shown between', async () => {
        await page.evaluate((look) => harness.configure(look), { theme: 'dark' as const });
        const moment: Showing = { tick: 8, u: 0.31, mode: 'sequence' };
        await show(moment);
        const first = await picture();
        await show({ tick: 10, u: 0.84, mode: 'overlap' });
        await show({ tick: 3, selected: { kind: 'actor', id: 'openai' } });
        await show({ tick: 11, u: 0.5, mode: 'stream' });
        expect((await picture()).equals(first)).toBe(false);
        await show(moment);
        expect((await picture()).equals(first)).toBe(true);
      });

      it('shows another picture at another fraction, phase and selection', async () => {
        const pictures: Buffer[] = [];
        for (const showing of [{ tick: 8, u: 0.1 }, { tick: 8, u: 0.35 }, { tick: 8 }, { tick: 8, phase: 4 }, { tick: 8, selected: { kind: 'actor', id: 'coreweave' } as const }]) {
          await show(showing);
          pictures.push(await picture());
        }
        for (const [i, a] of pictures.entries()) for (const b of pictures.slice(i + 1)) expect(a.equals(b)).toBe(false);
      });

      it('moves nothing when motion is unwelcome', async () => {
        await page.evaluate((look) => harness.configure(look), { reducedMotion: true });
        await show({ tick: 8, u: 0.2, mode: 'sequence' });
        const first = await picture();
        await show({ tick: 8, u: 0.7, mode: 'sequence' });
        expect((await picture()).equals(first)).toBe(true);
        await page.evaluate((look) => harness.configure(look), {});
      });

      it('zooms to figures and statements, and back to the same picture', async () => {
        await show({ tick: 8 });
        const whole = await picture();
        await page.evaluate(() => harness.zoom(2.9));
        expect((await picture()).equals(whole)).toBe(false);
        await page.evaluate(() => harness.resetZoom());
        expect((await picture()).equals(whole)).toBe(true);
      });
    });

  it('hatches equity with stripes that hold together on a canvas, also on a screen of twice the resolution', async () => {
    for (const deviceScaleFactor of [1, 2]) {
      const sharp = await openPage(browser, server, '', { viewport: { width: 1100, height: 640 }, deviceScaleFactor });
      await sharp.page.waitForFunction(() => 'harness' in globalThis);
      await sharp.page.evaluate((size) => harness.open({ renderer: 'canvas', ...size }), SIZE);
      await sharp.page.evaluate(() => harness.show({ tick: 8 }));
      await sharp.page.evaluate(() => harness.zoom(2.5));
      const { along, across, pixels } = await sharp.page.evaluate(async (scale) => {
        const bytes = Uint8Array.from(atob(await harness.still()), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        pen.drawImage(bitmap, 0, 0);
        const sum = { along: 0, across: 0, pixels: 0 };
        for (const id of ['nvidia', 'alphabet', 'amazon', 'meta', 'oracle']) {
          const equity = harness.equityOf(id);
          const [x, y, width, height] = [equity.x + 1.5, equity.y + 1.5, equity.width - 3, equity.height - 3].map((length) => Math.floor(length * scale)) as [number, number, number, number];
          if (x < 0 || y < 0 || x + width > bitmap.width || y + height > bitmap.height || width < 4 || height < 4) continue;
          const { data } = pen.getImageData(x, y, width, height);
          const light = (column: number, row: number): number => data[4 * (row * width + column)]!;
          // a stripe runs down to the left: one row further it is one column further left
          for (let row = 0; row + 1 < height; row++)
            for (let column = 1; column + 1 < width; column++) {
              sum.along += Math.abs(light(column, row) - light(column - 1, row + 1));
              sum.across += Math.abs(light(column, row) - light(column + 1, row + 1));
              sum.pixels += 1;
            }
        }
        return sum;
      }, deviceScaleFactor);
      await sharp.close();
      expect(pixels, `${deviceScaleFactor}`).toBeGreaterThan(500);
      // stripes there are, and along them hardly anything changes
      expect(across / pixels).toBeGreaterThan(10);
      expect(along / pixels).toBeLessThan(2);
    }
  });

  it('hides all that is magnified beneath legend and count', async () => {
    await open({ renderer: 'canvas' });
    await show({ tick: 8 });
    const seen: { veils: string; outside: string }[] = [];
    for (const id of ['amazon', 'nvidia', 'banks', 'developers']) {
      await page.evaluate(() => harness.resetZoom());
      const { x, y } = await page.evaluate((party) => harness.placeOf(party), id);
      await page.mouse.move(x, y);
      for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -120);
      await page.waitForFunction(() => harness.zoomNow() > 2.4);
      await page.mouse.move(4, 4);
      seen.push(
        await page.evaluate(async () => {
          const bytes = Uint8Array.from(atob(await harness.still()), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          pen.drawImage(bitmap, 0, 0);
          const pixels = (left: number, top: number, width: number, height: number): string => pen.getImageData(Math.ceil(left) + 1, Math.ceil(top) + 1, Math.floor(width) - 3, Math.floor(height) - 3).data.join();
          const { width, height } = bitmap;
          return { veils: harness.veils().map((veil) => pixels(veil.x, veil.y, veil.width, veil.height)).join('/'), outside: pixels(0, height / 2, width, 40) };
        }),
      );
    }
    expect(new Set(seen.map(({ outside }) => outside)).size).toBe(seen.length);
    expect(new Set(seen.map(({ veils }) => veils)).size).toBe(1);
    await page.evaluate(() => harness.resetZoom());
  });

  it('leaves the ground to the page until there is a picture', async () => {
    const visibility = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('#stage canvas')!).visibility);
    for (const renderer of ['webgl', 'canvas'] as const) {
      await open({ renderer, theme: 'light' });
      expect(await visibility()).toBe('hidden');
      await show({ tick: 8 });
      expect(await visibility()).toBe('visible');
    }
  });

  it('chooses the canvas where graphics are made by software', async () => {
    expect(await open()).toBe('canvas');
  });

  it('selects what is pressed, tells what is hovered, and shifts when dragged', async () => {
    await open({ renderer: 'canvas' });
    await show({ tick: 8 });
    const nvidia = await page.evaluate(() => harness.placeOf('nvidia'));
    await page.mouse.move(nvidia.x, nvidia.y);
    await page.mouse.down();
    await page.mouse.up();
    expect(await page.evaluate(() => harness.selected.at(-1))).toEqual({ kind: 'actor', id: 'nvidia' });
    expect(await page.evaluate(() => harness.hovered.at(-1))).toEqual({ kind: 'actor', id: 'nvidia' });
    await page.mouse.move(300, 520);
    await page.mouse.down();
    await page.mouse.up();
    expect(await page.evaluate(() => harness.selected.at(-1))).toBeNull();
    const whole = await picture();
    await page.mouse.wheel(0, -240);
    await page.waitForFunction(() => harness.zoomNow() > 1);
    await page.mouse.dblclick(300, 520);
    // who is under the pointer stays there while figures and statements open beside them
    const pointed = await page.evaluate(() => harness.placeOf('coreweave'));
    await page.mouse.move(pointed.x, pointed.y);
    for (let turn = 0; turn < 9; turn++) {
      const zoom = await page.evaluate(() => harness.zoomNow());
      await page.mouse.wheel(0, -60);
      await page.waitForFunction((before) => harness.zoomNow() > before, zoom);
      const now = await page.evaluate(() => harness.placeOf('coreweave'));
      expect(Math.hypot(now.x - pointed.x, now.y - pointed.y), `zoomed ${zoom} times`).toBeLessThan(8);
    }
    await page.mouse.dblclick(300, 520);
    await page.mouse.move(300, 520);
    await page.mouse.wheel(0, -240);
    await page.waitForFunction(() => harness.zoomNow() > 1);
    const count = await page.evaluate(() => harness.selected.length);
    await page.mouse.down();
    await page.mouse.move(360, 470, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => harness.selected.length)).toBe(count); // a drag selects nothing
    await page.mouse.dblclick(300, 520);
    expect((await picture()).equals(whole)).toBe(true);
  });

  it('is zoomed by two fingers about what lies between them, shifted by one, and selects nobody on the way', async () => {
    await open({ renderer: 'canvas' });
    await show({ tick: 8 });
    const touch = await page.context().newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    type Finger = readonly [x: number, y: number];
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Finger[]): Promise<unknown> => touch.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) });
    const place = (id: string): Promise<{ x: number; y: number }> => page.evaluate((party) => harness.placeOf(party), id);
    const count = await page.evaluate(() => harness.selected.length);
    const { x, y } = await place('nvidia');
    await fingers('touchStart', [x - 40, y], [x + 40, y]);
    for (const apart of [50, 60, 70, 80]) await fingers('touchMove', [x - apart, y], [x + apart, y]);
    await page.waitForFunction(() => harness.zoomNow() > 1.98);
    expect(await page.evaluate(() => harness.zoomNow())).toBeCloseTo(2, 1);
    const zoomed = await page.evaluate(() => harness.windowNow());
    expect((zoomed.x + x) / zoomed.zoom).toBeCloseTo(x, 0);
    expect((zoomed.y + y) / zoomed.zoom).toBeCloseTo(y, 0);
    const before = await place('nvidia');
    await fingers('touchEnd');
    // one finger carries the picture with it
    await fingers('touchStart', [x - 80, y]);
    await fingers('touchMove', [x - 110, y + 10]);
    await fingers('touchMove', [x - 180, y + 30]);
    // both moves have been drawn
    await page.waitForFunction((old) => Math.abs(harness.windowNow().x - old) >= 100, zoomed.x);
    const shifted = await place('nvidia');
    expect([Math.round(shifted.x - before.x), Math.round(shifted.y - before.y)]).toEqual([-100, 30]);
    await fingers('touchEnd');
    expect(await page.evaluate(() => harness.selected.length)).toBe(count);
    // a tap selects what is where it now stands
    await fingers('touchStart', [shifted.x, shifted.y]);
    await fingers('touchEnd');
    await page.waitForFunction((selections) => harness.selected.length > selections, count);
    expect(await page.evaluate(() => harness.selected.at(-1))).toEqual({ kind: 'actor', id: 'nvidia' });
    await page.evaluate(() => harness.resetZoom());
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await touch.detach();
  });

  it('comes back from a lost context with its words and the same state, twice, and gives up the third time', async () => {
    expect(await open({ renderer: 'webgl' })).toBe('webgl');
    const moment: Showing = { tick: 9, u: 0.8, mode: 'sequence' };
    await show(moment);
    const before = await picture();
    for (const times of [1, 2]) {
      expect(await page.evaluate(() => harness.loseContext())).toBe(true);
      await page.waitForFunction((wanted) => harness.losses === wanted && harness.isDrawn(), times);
      expect((await picture()).equals(before)).toBe(true);
    }
    await page.evaluate(() => harness.loseContext());
    await page.waitForFunction(() => harness.losses === 3);
    await show(moment); // draws nothing, breaks nothing
    expect(await page.evaluate(() => document.querySelector('#stage canvas'))).toBeNull();
  });

  it('draws names from strangers as plain letters', async () => {
    await open({ renderer: 'canvas' });
    await page.evaluate(() => harness.rename('nvidia', '<img src=x onerror="window.hacked=1">\u202e${7*7}'.repeat(3)));
    await show({ tick: 8 });
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll('#stage *').length)).toBe(1);
    expect((await lookAt(await picture())).colours).toBeGreaterThan(60);
  });

  it('keeps a bounded number of drawings through many months, zooms and selections', async () => {
    await open({ renderer: 'canvas' });
    const sizes = await page.evaluate(async () => {
      const counts: number[] = [];
      for (let round = 0; round < 6; round++) {
        for (let tick = 0; tick < 12; tick++) for (const u of [0.1, 0.4, 0.7, 1]) harness.show({ tick, u, selected: round % 2 === 0 ? null : { kind: 'actor', id: 'microsoft' } });
        for (const factor of [1.3, 1.3, 1.3, 0.4]) harness.zoom(factor);
        harness.resetZoom();
        counts.push(harness.drawings());
      }
      return counts;
    });
    expect(sizes.at(-1)!).toBeLessThanOrEqual(sizes[1]! * 1.1);
  });

  it('makes no noise: no error, no violation of the policy, no request to anywhere else', () => {
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
});

describe.skipIf(WITHOUT_BROWSER)('what the mouse rests on', () => {
  const built = builtPage({ months: 16 });

  for (const [theme, link] of [['dark', 'run=base&t=12'], ['light', 'run=base&t=12&theme=light&lang=zh'], ['projector', 'run=base&t=12&theme=projector&present=1']] as const)
    it(`is said beside it, all on the stage, never under the pointer and to no screen reader, in the ${theme} theme`, async () => {
      const opened = await built.open(`#v=1&${link}`, { viewport: { width: 1024, height: 768 } });
      const { page } = opened;
      await drawn(page, 12);
      const stage = (await page.locator('.stage-box').boundingBox())!;
      const card = page.locator('.hover-card');
      const titles = new Set<string>();
      await page.clock.install();
      for (let y = 14; y < stage.height; y += 44)
        for (let x = 14; x < stage.width; x += 66) {
          await page.mouse.move(stage.x + x, stage.y + y);
          await page.clock.fastForward(REST);
          const said = await page.evaluate(() => {
            const each = document.querySelector('.hover-card');
            if (each === null) return null;
            const { left, top, right, bottom } = each.getBoundingClientRect();
            return { title: each.querySelector('strong')!.textContent ?? '', left, top, right, bottom, isApart: each.closest('[aria-hidden]') !== null };
          });
          if (said === null) continue;
          titles.add(said.title);
          // what was said goes before the mouse does, so that it never stands in its way
          await page.mouse.move(stage.x + x, stage.y + stage.height + 60);
          await page.clock.fastForward(REST);
          const { left, top, right, bottom } = said;
          expect(left >= stage.x && right <= stage.x + stage.width && top >= stage.y && bottom <= stage.y + stage.height, `${said.title} at ${x}, ${y}`).toBe(true);
          expect(left <= stage.x + x && stage.x + x <= right && top <= stage.y + y && stage.y + y <= bottom, `${said.title} at ${x}, ${y}`).toBe(false);
          expect(said.isApart).toBe(true);
        }
      expect(titles.size).toBeGreaterThan(12);
      expect([...titles].some((title) => title.includes(' → '))).toBe(true);
      expect([...titles].some((title) => !/[→⇄]/.test(title))).toBe(true);
      // elsewhere there is none
      await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height + 60);
      await card.waitFor({ state: 'detached' });
      await opened.close();
      expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
    });

  it('can be reached with the mouse and read there month after month, and goes before anything else does when Esc or it is pressed', async () => {
    const opened = await built.open('#v=1&run=base&t=3&focus=openai', { viewport: { width: 1280, height: 720 } });
    const { page } = opened;
    await drawn(page, 3);
    const stage = (await page.locator('.stage-box').boundingBox())!;
    const card = page.locator('.hover-card');
    const hasSelected = (): boolean => page.url().includes('focus=openai');
    const goToCard = async (): Promise<void> => {
      const { x, y, width, height } = (await card.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    };
    await findSpoken(page, stage);
    const title = await card.locator('strong').textContent();
    await goToCard();
    await page.clock.install();
    await page.clock.fastForward(REST * 5);
    expect(await card.locator('strong').textContent()).toBe(title);
    const before = await card.textContent();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((text) => document.querySelector('.hover-card')?.textContent !== text, before);
    expect(await card.locator('strong').textContent()).toBe(title);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(hasSelected()).toBe(true);
    await page.mouse.move(stage.x + 20, stage.y + stage.height + 60);
    await page.clock.fastForward(REST);
    const [x, y] = await findSpoken(page, stage);
    await goToCard();
    await page.mouse.down();
    await page.mouse.up();
    await card.waitFor({ state: 'detached' });
    expect(hasSelected()).toBe(true);
    // it comes back when the mouse has been elsewhere
    await page.mouse.move(stage.x + 20, stage.y + stage.height + 60);
    await page.clock.fastForward(REST);
    await page.mouse.move(x, y);
    await card.waitFor();
    await opened.close();
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });

  it('is not said while it is dragged, nor to a finger, nor while months fly by', async () => {
    const opened = await built.open('#v=1&run=base&t=3', { viewport: { width: 1024, height: 768 } });
    const { page } = opened;
    await drawn(page, 3);
    const stage = (await page.locator('.stage-box').boundingBox())!;
    const card = page.locator('.hover-card');
    const spot = await findSpoken(page, stage);
    await page.mouse.down();
    await page.mouse.move(spot[0] + 8, spot[1] + 8, { steps: 3 });
    await card.waitFor({ state: 'detached' });
    await page.mouse.up();
    await page.mouse.move(stage.x + 20, stage.y + stage.height + 60);
    const moved = (pointerType: string): Promise<number> =>
      page.evaluate(async ([clientX, clientY, kind, rest]) => {
        document.querySelector('.stage-box canvas')!.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, pointerType: kind, bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, rest + 50));
        return document.querySelectorAll('.hover-card').length;
      }, [...spot, pointerType, REST] as const);
    expect([await moved('touch'), await moved('mouse')]).toEqual([0, 1]);
    await page.locator('.speed').selectOption('max');
    await page.keyboard.press('Escape');
    await page.mouse.move(...spot);
    await page.locator('.transport .play').evaluate((button) => (button as HTMLButtonElement).click());
    await card.waitFor({ state: 'detached' });
    await opened.close();
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
});

/** Rests the mouse on the first thing along the middle of the stage of which something is said. @returns where. */
async function findSpoken(page: Page, stage: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<readonly [x: number, y: number]> {
  const y = stage.y + stage.height / 2;
  for (let x = stage.x + 14; x < stage.x + stage.width; x += 9) {
    await page.mouse.move(x, y);
    if ((await page.locator('.stage-box[data-hit]').count()) === 0) continue;
    await page.locator('.hover-card').waitFor();
    return [x, y];
  }
  throw new Error('nothing is said anywhere');
}
