/** Every lesson on a projector of 1024×768 and on paper, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { addAxe, violations } from './axe.ts';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';

const LESSONS = ['follow-one-dollar', 'one-lab-misses-a-payment', 'what-would-have-stopped-it'] as const;
/** A watchdog, not a measurement. */
const PATIENCE_MS = 900_000;
const PAPER = { A4: { width: '210mm', height: '297mm' }, Letter: { width: '8.5in', height: '11in' } } as const;

const stage = async (page: Page): Promise<string> => (await page.locator('.lesson-bar').getAttribute('data-stage'))!;
const placed = (page: Page): Promise<void> => page.locator('.lesson-bar[data-placed]').waitFor();
const speak = (page: Page, language: 'en' | 'zh'): Promise<void> => page.locator('.languages button').nth(language === 'en' ? 0 : 1).click();

/** What cannot be read from the last row, or lies outside the page. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const seen = (each: Element): boolean => each.getClientRects().length > 0 && !each.classList.contains('unseen');
    const letters = (selector: string, least: number): void => {
      for (const each of document.querySelectorAll(selector)) if (seen(each) && parseFloat(getComputedStyle(each).fontSize) < least) found.push(`${selector}: ${getComputedStyle(each).fontSize}`);
    };
    letters('.lesson-bar .caption', 32);
    letters('.lesson-bar :is(.option-button, .lesson-model, .button)', 24);
    // a button that this size has no room for is not there, as the bookmark's beside the speed
    for (const each of [...document.querySelectorAll('.lesson-bar .button, .option-button, .transport button')].filter(seen)) {
      const { left, top, right, bottom, height } = each.getBoundingClientRect();
      if (height < 44) found.push(`${each.className} is ${height} high`);
      if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${each.className} “${each.textContent}” lies outside`);
    }
    if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) found.push('the page scrolls');
    if (/undefined|NaN|[{}]|\[object/.test(document.querySelector('.lesson-bar')!.textContent!)) found.push(document.querySelector('.lesson-bar')!.textContent!);
    return found;
  });
describe.skipIf(WITHOUT_BROWSER)('every lesson', () => {
  const built = builtPage();

  it.each(LESSONS)('can be read from the last row, step by step, in both languages, and is clean by axe: %s', async (lesson) => {
    const { page, trouble, close } = await built.open(`#lesson=${lesson}&lang=en&theme=projector&present=1`, { bypassCSP: true, viewport: { width: 1024, height: 768 } });
    page.setDefaultTimeout(240_000);
    await addAxe(page);
    await placed(page);
    const checked = new Set<string>();
    for (let press = 0; press < 40 && (await page.locator('.what-next').count()) === 0; press++) {
      const now = await stage(page);
      for (const language of ['zh', 'en'] as const) {
        await speak(page, language);
        expect(await unreadable(page), `${language}, step ${await page.locator('.lesson-bar').getAttribute('data-step')}, ${now}`).toEqual([]);
        if (!checked.has(now)) expect(await violations(page), `${language}, ${now}`).toEqual([]);
      }
      checked.add(now);
      await page.locator('.track').focus();
      // a clicker has no digits: its next key asks for a choice, pressed again it reveals, and its back key asks again
      if (now === 'ask' && press < 6) {
        await page.keyboard.press('PageDown');
        await page.locator('.lesson-urge').waitFor();
        expect(await stage(page)).toBe('ask');
        for (const language of ['zh', 'en'] as const) {
          await speak(page, language);
          expect(await unreadable(page), `${language}, urged`).toEqual([]);
        }
        await page.keyboard.press('PageDown');
        await placed(page);
        expect(await stage(page)).toBe('reveal');
        await page.keyboard.press('PageUp');
        await placed(page);
        expect(await stage(page)).toBe('ask');
        expect(await page.locator('.mask').count()).toBe(1);
      }
      await page.keyboard.press(now === 'ask' ? 'Digit1' : 'PageDown');
      await placed(page);
    }
    expect(checked.has('ask') && checked.has('reveal')).toBe(true);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE_MS);

  it.each(LESSONS)('fits on paper, A4 and Letter, with nothing cut off at the side and no figure left open: %s', async (lesson) => {
    const { page, trouble, close } = await built.open('#lang=en');
    page.setDefaultTimeout(240_000);
    await page.locator('.timeline[data-complete]').waitFor();
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await page.locator('.lesson-list > li').filter({ has: page.locator('.lesson-prints') }).nth(LESSONS.indexOf(lesson)).locator('.lesson-prints button').first().click();
    await page.locator('.print[data-ready]').waitFor();
    const kinds = page.locator('.print-bar .button:not(.strong):not(.square)');
    expect(await kinds.count()).toBe(4);
    for (let kind = 0; kind < 4; kind++) {
      await kinds.nth(kind).click();
      for (const format of ['A4', 'Letter'] as const) {
        const pdf = (await page.pdf({ ...PAPER[format], preferCSSPageSize: false })).toString('latin1');
        const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
        expect(pages, `${format}, paper ${kind}`).toBeGreaterThan(0);
        expect(pages, `${format}, paper ${kind}`).toBeLessThanOrEqual(kind === 3 ? 1 : 2);
      }
      // every column can be read, and the table ends where its border is seen
      expect(await page.evaluate(() => [...document.querySelectorAll('.paper thead :is(th, td)')].map((each) => each.getBoundingClientRect().width).filter((width) => width < 60))).toEqual([]);
      expect(await page.evaluate(() => [...document.querySelectorAll('.paper > table')].every((each) => each.getBoundingClientRect().right < each.parentElement!.getBoundingClientRect().right))).toBe(true);
      const text = await page.locator('.paper').first().innerText();
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toMatch(/undefined|NaN|[{}]|\[object/);
      expect(await page.evaluate(() => [...document.querySelectorAll('.paper *')].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1 && getComputedStyle(each).display !== 'inline').map((each) => each.className))).toEqual([]);
    }
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE_MS);
});
