/** What the built page endures: thousands of random presses, graphics lost again and again, hostile texts, a slider that is dragged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import seedrandom from 'seedrandom';
import { builtPage } from './built-page.ts';
import { PAGE_FOLDER, WITHOUT_BROWSER, type Opened } from './chromium.ts';
import { drawn, ready } from './waits.ts';

/** In each language; in `npm run test:long` more than a minute of them. */
const PRESSES = process.env.LONG === '1' ? 500 : 40;
const KEYS = [
  'Space', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Comma', 'Period', 'BracketLeft', 'BracketRight', 'PageUp', 'PageDown', 'Home', 'End', 'Digit1', 'Digit5', 'KeyJ', 'KeyK', 'KeyL', 'ArrowUp',
  'ArrowDown', 'KeyC', 'KeyV', 'KeyN', 'KeyG', 'KeyT', 'KeyB', 'KeyP', 'Shift+Slash', 'Escape', 'Control+KeyZ', 'Control+Shift+KeyZ', 'Tab', 'Enter',
] as const;

describe.skipIf(WITHOUT_BROWSER)('the page endures', () => {
  const built = builtPage({ months: 24 });
  // in this one there are failures to be met
  const grim = builtPage({ months: 48 });
  const finish = async ({ trouble, close }: Opened): Promise<void> => {
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  };

  let pressed: Opened;
  it.each([['en', 'while its months still come'], ['zh', 'with its history complete']])('random presses, clicks and wheels in %s, %s, and is whole after each of them', async (language, from) => {
    if (from.startsWith('while')) {
      pressed = await grim.open('#v=1&run=demand-shortfall&seed=42&lang=en');
      await drawn(pressed.page);
      // files, new windows and prints belong to the system, not to the page
      await pressed.page.evaluate(() => Object.assign(window, { print: () => undefined, open: () => null }));
    } else await ready(pressed.page);
    const { page } = pressed;
    await page.locator('.languages button').nth(language === 'en' ? 0 : 1).evaluate((button: HTMLElement) => button.click());
    const random = seedrandom(`monkey-${language}`);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
    for (let presses = 0; presses < PRESSES; presses++) {
      const act = random();
      if (act < 0.7) await page.keyboard.press(pick(KEYS));
      else if (act < 0.9) await page.mouse.click(random() * 1280, random() * 720);
      else await page.mouse.wheel(0, (random() - 0.5) * 400);
      const now = await page.evaluate(() => {
        const track = document.querySelector('.track');
        return {
          stands: document.querySelector('.page') !== null,
          tick: track === null ? null : Number(track.getAttribute('aria-valuenow')),
          last: track === null ? null : Number(track.getAttribute('aria-valuemax')),
          broken: [...document.querySelectorAll('.notice')].map((each) => each.textContent ?? '').filter((text) => /stopped|停止了/.test(text)),
          lamp: document.querySelector('.lamp')?.getAttribute('aria-label') ?? null,
          nonsense: /undefined|NaN|\[object/.test(document.body.innerText),
        };
      });
      expect({ stands: now.stands, broken: now.broken, nonsense: now.nonsense }, `after press ${presses}`).toEqual({ stands: true, broken: [], nonsense: false });
      if (now.tick !== null) expect(now.tick >= 0 && now.tick <= now.last!, `month ${now.tick} of ${now.last}`).toBe(true);
      if (now.lamp !== null) expect(now.lamp).toMatch(/(\$0 off|相差 0美元)$/);
    }
    if (!from.startsWith('while')) await finish(pressed);
  });

  it('the same link and the same seek with the same picture, byte for byte, and a lost context three times with the table at the end', async () => {
    const opened = await built.open('#v=1&run=base&seed=7&t=20&lang=en&renderer=webgl', { viewport: { width: 800, height: 560 } });
    const { page } = opened;
    await ready(page);
    const stage = page.locator('.stage-box');
    const seek = async (tick: number): Promise<Buffer> => {
      await page.locator('.track').focus();
      await page.keyboard.press('Home');
      for (let ten = 0; ten < tick / 10; ten++) await page.keyboard.press('Shift+ArrowRight');
      await page.waitForFunction((wanted) => document.querySelector('.track')!.getAttribute('aria-valuenow') === String(wanted) && location.hash.includes(`t=${wanted}`), tick);
      await page.waitForTimeout(300);
      return stage.screenshot();
    };
    const first = await seek(20);
    const other = await seek(10);
    expect(other.equals(first)).toBe(false);
    expect((await seek(20)).equals(first)).toBe(true);

    const lose = (): Promise<void> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.stage-box canvas')!;
        (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))!.getExtension('WEBGL_lose_context')!.loseContext();
      });
    for (const times of [1, 2]) {
      await lose();
      await page.locator('.notice', { hasText: 'still in' }).waitFor();
      await page.waitForFunction(() => document.querySelector('.stage-box canvas') !== null);
      await page.locator('.notice button').last().click();
      await page.locator('.notice').waitFor({ state: 'detached' });
      await page.waitForTimeout(300);
      expect((await stage.screenshot()).equals(first), `after loss ${times}`).toBe(true);
    }
    await lose();
    await page.locator('.sheet table').first().waitFor();
    expect(await page.locator('.track').getAttribute('aria-valuenow')).toBe('20');
    expect(await page.locator('.notice').innerText()).toMatch(/table/i);
    await opened.close();
    expect(opened.trouble.policy).toEqual([]);
  });

  it('a slider that is dragged: the history is run again and the picture is another; reset brings the old one back', async () => {
    const opened = await built.open('#v=1&run=base&seed=7&t=20&lang=en&panel=change');
    const { page } = opened;
    await ready(page);
    const stage = page.locator('.stage-box');
    await page.waitForTimeout(500);
    const before = await stage.screenshot();
    const thumb = page.locator('.levers [role="slider"], .levers input[type="range"]').first();
    const box = (await thumb.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (const by of [10, 20, 30, 40]) await page.mouse.move(box.x + box.width / 2 - by, box.y + box.height / 2);
    await page.mouse.up();
    await page.waitForFunction(() => location.hash.includes('set='));
    await page.waitForFunction(() => document.querySelector('.change-running')!.textContent === '' && document.querySelector('.timeline[data-complete]') !== null);
    await page.waitForTimeout(500);
    expect((await stage.screenshot()).equals(before)).toBe(false);
    await page.locator('.change-foot .button').first().click();
    await page.waitForFunction(() => !location.hash.includes('set=') && document.querySelector('.change-running')!.textContent === '' && document.querySelector('.timeline[data-complete]') !== null);
    await page.mouse.move(2, 2);
    await page.waitForTimeout(500);
    expect((await stage.screenshot()).equals(before)).toBe(true);
    await finish(opened);
  });

  it('a panel that cannot be fetched: it says so in its place, and the page goes on', async () => {
    const opened = await built.open('#v=1&run=base&seed=7&t=3&lang=en');
    const { page } = opened;
    // what is fetched for a panel, and not the words that the page shares with it
    const entry = readdirSync(join(PAGE_FOLDER, 'assets')).find((name) => name.startsWith('index-') && name.endsWith('.js'))!;
    const chunk = /import\(`\.\/(panels-[^`]+)`\)/.exec(readFileSync(join(PAGE_FOLDER, 'assets', entry), 'utf8'))![1]!;
    await page.route(`**/assets/${chunk}`, (route) => route.abort());
    await page.reload();
    await drawn(page, 3);
    await page.locator('.panel-buttons').getByRole('button', { name: 'Charts' }).click();
    await page.locator('.sheet', { hasText: 'This part cannot be shown' }).waitFor();
    await page.getByRole('button', { name: 'Back to the picture' }).click();
    await page.locator('.track').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.track').getAttribute('aria-valuenow')).toBe('2');
    await opened.close();
  });
});
