import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { addAxe, violations } from './axe.ts';
import { builtPage } from './built-page.ts';
import { PAGE_FOLDER, WITHOUT_BROWSER, type Opened } from './chromium.ts';
import { drawn, PATIENCE_MS, ready, tickOf as tick } from './waits.ts';

/** Colours of the stage as it is painted, sampled on a grid: a blank or flat picture has one. */
async function coloursOf(page: Page): Promise<number> {
  const box = await page.locator('.stage-box').boundingBox();
  const picture = await page.screenshot({ clip: box! });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 97) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return seen.size;
  }, picture.toString('base64'));
}

describe.skipIf(WITHOUT_BROWSER)('the page in a browser', () => {
  const built = builtPage({ months: 36 });

  let opened: Opened;
  const open = async (path = '', options = {}): Promise<Page> => {
    opened = await built.open(path, options);
    return opened.page;
  };
  /** Nothing went wrong that nobody saw. */
  const close = async (): Promise<void> => {
    const { trouble } = opened;
    await opened.close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  };

  describe('opened once', () => {
    let page: Page;
    /** What was fetched until the first picture stood. */
    let fetched: string[] = [];
    beforeAll(async () => {
      page = await open();
      await page.locator('.stage-box canvas').waitFor({ timeout: PATIENCE_MS });
      fetched = await page.evaluate(() => performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname));
      await ready(page);
    });
    afterAll(close);

    it('weighs under 600 kB, zipped, with every library, until its first picture stands', () => {
      // what a worker runs and what is fetched for later is no part of the first picture
      const first = [...new Set(fetched)].filter((path) => /\.(js|css)$/.test(path) && !/worker|engine|panels|futures/i.test(path));
      const bytes = first.reduce((sum, path) => sum + gzipSync(readFileSync(join(PAGE_FOLDER, path))).length, 0);
      expect(first.some((path) => path.includes('stage-'))).toBe(true);
      expect(bytes, first.join(' ')).toBeLessThan(600_000);
    });

    it('stands paused at the first month with one highlighted button, the ratio and lit books', async () => {
      expect(await tick(page)).toBe(0);
      expect(await page.locator('.story-button').count()).toBe(1);
      expect(await page.locator('.ratio').innerText()).toMatch(/simulation, not a forecast/);
      expect(await page.getByRole('button', { name: /\$0 off/ }).count()).toBe(1);
      expect(await coloursOf(page)).toBeGreaterThan(50);
    });

    it('speaks Chinese everywhere, says so to the document, and bars nobody, by axe, in both themes and languages', async () => {
      await addAxe(page);
      await page.locator('.languages button').nth(1).click();
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
      await page.locator('.track').focus();
      expect(await page.locator('.story-button').innerText()).toBe('播放 60 秒故事');
      expect(await page.locator('.ratio').innerText()).toMatch(/不是预测/);
      expect(await page.title()).toMatch(/衔尾蛇/);
      const latin = await page.evaluate(() => [...document.querySelectorAll('button, p, h2, h3')].map((each) => each.textContent ?? '').filter((text) => /^[A-Za-z][A-Za-z ,.'’-]{14,}$/.test(text.trim())));
      expect(latin).toEqual([]);
      // a press while a month is told shows its end
      for (let press = 0; press < 12 && (await tick(page)) < 3; press++) await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => location.hash.includes('t=3'));
      expect(await violations(page)).toEqual([]);
      await page.locator('.languages button').first().click();
      await page.keyboard.press('ArrowDown');
      expect(await violations(page)).toEqual([]);
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Shift+Slash');
      await page.locator('.dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.hash.includes('focus='));
    });

    it('goes to a month that is typed, as a date or a number, without a press of the mouse', async () => {
      for (const [typed, at] of [['Mar 2025', 2], ['2', 1]] as const) {
        await page.keyboard.press('KeyG');
        await page.locator('.dialog input').waitFor();
        await page.waitForFunction(() => document.activeElement?.matches('.dialog input'));
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
        await page.locator('.dialog').waitFor({ state: 'detached' });
        await page.waitForFunction((tick) => Number(document.querySelector('.track')?.getAttribute('aria-valuenow')) === tick, at);
      }
      await page.keyboard.press('Home');
      await page.waitForFunction(() => document.querySelector('.track')?.getAttribute('aria-valuenow') === '0');
      // whatever had the focus before has it again, and would keep the space bar
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    });

    it('plays, pauses, steps forward and back, and goes to both ends by keys', async () => {
      await page.keyboard.press('Space');
      await page.waitForFunction(() => Number(document.querySelector('.track')?.getAttribute('aria-valuenow')) >= 1);
      await page.keyboard.press('Space');
      expect(await page.locator('.transport .play').getAttribute('aria-label')).toBe('Play');
      await page.keyboard.press('Home');
      expect(await tick(page)).toBe(0);
      await page.keyboard.press('Shift+ArrowRight');
      expect(await tick(page)).toBe(10);
      await page.keyboard.press('ArrowLeft');
      expect(await tick(page)).toBe(9);
      await page.keyboard.press('End');
      expect(await tick(page)).toBe(Number(await page.locator('.track').getAttribute('aria-valuemax')));
    });

    it('goes to a month by the number that stands under its date, and to none that is not there', async () => {
      await page.keyboard.press('KeyG');
      const field = page.locator('.dialog input');
      for (const [typed, good] of [['0', false], ['37', false], ['36', true], ['5', true]] as const) {
        await field.fill(typed);
        expect(await page.locator('.dialog .strong').isEnabled(), typed).toBe(good);
      }
      await field.press('Enter');
      await page.locator('.dialog').waitFor({ state: 'detached' });
      expect(await tick(page)).toBe(4);
      expect(await page.locator('.date-block .long').innerText()).toBe('month 5 of 36');
    });

    it('steps through the phases of a month and says which one it shows', async () => {
      await page.keyboard.press('Home');
      await page.keyboard.press('Comma');
      const shown = await page.locator('.date-block .phase').innerText();
      await page.keyboard.press('Comma');
      expect(await page.locator('.date-block .phase').innerText()).not.toBe(shown);
      expect([/^\d+\/14 \S/.test(shown), Number.parseInt(shown, 10) - Number.parseInt(await page.locator('.date-block .phase').innerText(), 10)]).toEqual([true, 1]);
      expect(await page.evaluate(() => document.querySelector('.side')!.textContent!.length)).toBeGreaterThan(0);
    });

    it('opens the books of an actor by keys, and Esc leads back out', async () => {
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => location.hash.includes('focus='));
      expect(await page.locator('.side').innerText()).toMatch(/balance sheet/i);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.hash.includes('focus='));
    });

    it('goes where the timeline is pressed and dragged', async () => {
      const box = (await page.locator('.track').boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.35, box.y + 20);
      await page.mouse.down();
      const first = await tick(page);
      await page.mouse.move(box.x + box.width * 0.95, box.y + 20, { steps: 5 });
      const then = await tick(page);
      await page.mouse.up();
      expect(first).toBeGreaterThan(10);
      expect(then).toBeGreaterThan(first + 20);
      expect(await page.locator('.preview').count()).toBe(1);
    });

    it('opens every panel and comes back to the picture', async () => {
      for (const name of ['Charts', 'Why?', 'Compare']) {
        await page.locator('.panel-buttons').getByRole('button', { name }).click();
        await page.locator('.sheet .panel').waitFor();
      }
      await page.locator('.lamp').click();
      await page.locator('.sheet .books table').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.sheet').count()).toBe(0);
    });

    it('saves the picture and the payments', async () => {
      for (const [item, ending, least] of [[/PNG/, '.png', 10_000], [/CSV/, '.csv', 100_000]] as const) {
        const saving = page.waitForEvent('download');
        await page.locator('.top-bar .button.square').click();
        await page.getByRole('menuitem', { name: item }).click();
        const file = await saving;
        expect(file.suggestedFilename().endsWith(ending)).toBe(true);
        const bytes = readFileSync(await file.path());
        expect(bytes.length).toBeGreaterThan(least);
        if (ending !== '.png') continue;
        // width and height stand in the head of the file: under the picture is a line that says what it is of
        const stage = (await page.locator('.stage-box canvas').boundingBox())!;
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([stage.width, stage.height + Math.ceil((64 * stage.width) / 1280)]);
        const written = await page.evaluate(
          async ([base64, height]) => {
            const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
            const canvas = new OffscreenCanvas(image.width, image.height - height);
            const pen = canvas.getContext('2d')!;
            pen.drawImage(image, 0, -height);
            const { data } = pen.getImageData(0, 2, canvas.width, canvas.height - 2);
            const bright = (x: number): boolean => Array.from({ length: canvas.height - 2 }, (_, y) => data[4 * (y * canvas.width + x)]! > 120).includes(true);
            return [0, 1, 2].map((third) => Array.from({ length: Math.floor(canvas.width / 3) }, (_, x) => bright(x + Math.floor((third * canvas.width) / 3))).filter(Boolean).length);
          },
          [bytes.toString('base64'), stage.height] as const,
        );
        // date, sentence, whose run and that it is a simulation
        for (const columns of written) expect(columns).toBeGreaterThan(40);
      }
    });

    it('undoes a bookmark', async () => {
      await page.keyboard.press('KeyB');
      expect(await page.locator('.bookmark').count()).toBe(1);
      await page.keyboard.press('Control+KeyZ');
      expect(await page.locator('.bookmark').count()).toBe(0);
    });

    it('goes back to a pause when the page is hidden', async () => {
      // not on a button: that would keep Space to itself
      await page.locator('.track').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      expect(await page.locator('.transport .play').getAttribute('aria-label')).toBe('Pause');
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await page.waitForFunction(() => document.querySelector('.transport .play')?.getAttribute('aria-label') === 'Play');
      await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true }));
    });

    it('fits 1280×720 and 1024×768 without scrolling, and only downwards at 200 % text', async () => {
      for (const [width, height] of [[1280, 720], [1024, 768]] as const) {
        await page.setViewportSize({ width, height });
        // the page takes a picture or two to arrange itself
        await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight);
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        await page.waitForFunction(() => document.querySelector('.page')!.getAttribute('data-fits')!.includes('slim') && document.documentElement.scrollWidth <= innerWidth);
        await page.evaluate(() => (document.documentElement.style.fontSize = ''));
        await page.waitForFunction(() => !document.querySelector('.page')!.getAttribute('data-fits')!.includes('slim'));
      }
      await page.setViewportSize({ width: 1280, height: 720 });
    });

    it('leaves Space to a focused button and letters to a field', async () => {
      await page.locator('.languages button').nth(1).focus();
      await page.keyboard.press('Space');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
      expect(await page.locator('.transport .play').getAttribute('aria-label')).toBe('播放');
      await page.locator('.seed').click();
      await page.locator('#seed').fill('bg');
      expect(await page.locator('.bookmark').count()).toBe(0);
      expect(await page.locator('.dialog').count()).toBe(0);
    });
  });

  it('comes to the same months without workers, and goes on by itself when the worker dies', async () => {
    const page = await open('#t=2');
    await drawn(page, 2);
    const told = await page.locator('.side').innerText();
    await page.addInitScript(() => {
      class DyingWorker extends EventTarget {
        constructor() {
          super();
          setTimeout(() => this.dispatchEvent(new Event('error')), 30);
        }
        postMessage(): void {}
        terminate(): void {}
      }
      Object.defineProperty(window, 'Worker', { value: DyingWorker });
    });
    await page.reload();
    await ready(page);
    expect(await page.locator('.notice').innerText()).toMatch(/background worker stopped/);
    expect(await page.locator('.side').innerText()).toBe(told);
    await close();
  });

  it('shows the table when nothing can be drawn', async () => {
    const page = await open('#renderer=table&t=3');
    await page.locator('.sheet table').first().waitFor();
    expect(await page.locator('.stage-box canvas').count()).toBe(0);
    await close();
  });

  it('comes back to the same moment after a reload', async () => {
    const page = await open('#v=1&run=base&seed=7&t=9&lang=zh&focus=nvidia&theme=light');
    await drawn(page, 9);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => location.hash.includes('t=8'));
    await page.reload();
    await drawn(page, 8);
    expect(await page.evaluate(() => ({ hash: location.hash, theme: document.documentElement.dataset['theme'], lang: document.documentElement.lang }))).toEqual({
      hash: expect.stringContaining('seed=7') as string,
      theme: 'light',
      lang: 'zh-Hans',
    });
    await close();
  });

  describe('is given links and files', () => {
    let page: Page;
    afterAll(close);

    it('says in one notice what of a link could not be read, and follows another that is put in its place', async () => {
      page = await open('#v=1&run=base&t=x&seed=&colour=red');
      await drawn(page);
      expect(await page.locator('.notice').count()).toBe(1);
      expect(await page.locator('.notice').innerText()).toMatch(/month.*seed|seed.*month/);
      // another link in the same window
      await page.evaluate(() => (location.hash = '#v=1&run=base&t=2&lang=zh&renderer=canvas'));
      await drawn(page, 2);
      expect([await page.locator('html').getAttribute('lang'), await page.locator('.notice').count()]).toEqual(['zh-Hans', 0]);
      // with the renderer it names
      expect(await coloursOf(page)).toBeGreaterThan(50);
      await page.locator('.languages button').nth(0).click();
    });

    it('opens a recording from a file, keeps it over a reload, and saves it again with the same digest', async () => {
      const run = syntheticRun({ ticks: 12 });
      const bytes = await recorded(run);
      const picking = page.waitForEvent('filechooser');
      await page.locator('.top-bar .button.square').click();
      await page.getByRole('menuitem', { name: /Open a recording/ }).click();
      await (await picking).setFiles({ name: 'class.ndjson.gz', mimeType: 'application/gzip', buffer: Buffer.from(bytes) });
      const digest = run.frames.at(-1)!.digest;
      await page.waitForFunction((wanted) => location.hash.includes(wanted), digest);
      expect(await page.locator('.track').getAttribute('aria-valuemax')).toBe('11');
      await page.reload();
      await page.waitForFunction(() => document.querySelector('.track')?.getAttribute('aria-valuemax') === '11');
      const saving = page.waitForEvent('download');
      await page.locator('.top-bar .button.square').click();
      await page.getByRole('menuitem', { name: /Save this run/ }).click();
      const path = await (await saving).path();
      expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
    });

    it('offers the whole months of a recording that was cut, and shows them when asked', async () => {
      const bytes = await recorded(syntheticRun({ ticks: 12 }));
      await page.evaluate((base64) => {
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'cut.ndjson.gz'));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, Buffer.from(bytes.slice(0, Math.floor(bytes.length * 0.6))).toString('base64'));
      const button = page.getByRole('button', { name: /^Open \d+ ticks?$/ });
      await button.waitFor();
      expect(await page.locator('.notice').last().innerText()).toMatch(/the file was cut/);
      const months = Number(/\d+/.exec(await button.innerText())![0]);
      await button.click();
      await page.waitForFunction((last) => document.querySelector('.track')?.getAttribute('aria-valuemax') === last, String(months - 1));
    });

    it('shows text from a file as text', async () => {
      const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
      const yaml = `format: 1\nid: mine\nextends: base\nhorizon: 12\nname: { en: '${hostile}', zh: '${hostile}' }\nabout: { what: { en: x, zh: x }, how: { en: x, zh: x }, notice: { en: x, zh: x }, try: { en: x, zh: x }, limits: { en: x, zh: x } }\nparties:\n  - id: openai\n    name: { en: '${hostile}', zh: '${hostile}' }\n`;
      await page.evaluate((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'mine.yaml'));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, yaml);
      // it opened, and is not refused: its name stands in the title bar, its actor in the inspector, the table and the panels
      await page.waitForFunction((name) => document.querySelector('.top-bar')!.textContent!.includes(name.slice(0, 12)), hostile);
      await ready(page);
      await page.keyboard.press('End');
      await page.locator('.track').focus();
      for (let walk = 0; walk < 24 && !(await page.locator('.inspector h2').innerText()).includes('<img'); walk++) await page.keyboard.press('ArrowDown');
      expect(await page.locator('.inspector h2').innerText()).toContain('<img');
      for (const key of ['KeyT', 'KeyC', 'KeyV']) {
        await page.keyboard.press(key);
        await page.locator('.sheet .panel').waitFor();
        expect(await page.locator('img, .sheet script').count()).toBe(0);
        if (key === 'KeyT') expect(await page.locator('.sheet').innerText()).toContain('<img');
        await page.keyboard.press('Escape');
      }
      expect(await page.locator('img, .top-bar script').count()).toBe(0);
      expect(await page.title()).not.toBe('1');
    });
  });
});
