import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { addAxe, violations } from './axe.ts';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER, type Opened } from './chromium.ts';
import { PATIENCE_MS, ready, tickOf as tick } from './waits.ts';

/** The step stands where it should, on its own history. */
const placed = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('.lesson-bar[data-placed]').waitFor();
};
const stage = async (page: Page): Promise<string> => (await page.locator('.lesson-bar').getAttribute('data-stage'))!;
/** Presses Tab until the element has the focus; a reader without a mouse has nothing else. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}

describe.skipIf(WITHOUT_BROWSER)('lessons in a browser', () => {
  // long enough for the last thing the story tells
  const built = builtPage({ months: 48 });
  let opened: Opened;
  let page: Page;
  // one page for a whole lesson hour: what was simulated once is at hand
  beforeAll(async () => {
    opened = await built.open('');
    page = opened.page;
    await ready(page);
  });
  afterAll(async () => {
    await opened.close();
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
  /** Begins a lesson from the list. */
  const begin = async (list: string, title: string): Promise<void> => {
    await page.getByRole('button', { name: list, exact: true }).press('Enter');
    await page.getByRole('button', { name: title }).press('Enter');
    await placed(page);
  };

  it('goes through lesson 1 by keyboard alone, in either language and theme clean by axe where it asks, reveals and explains', async () => {
    await addAxe(page);
    for (const [language, theme, list, title] of [['en', 'light', 'Lessons', 'Start: Follow one dollar'], ['zh', 'dark', '课程', '开始：追踪一美元']] as const) {
      await page.locator('.languages button').nth(language === 'en' ? 0 : 1).click();
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      await begin(list, title);
      const seen: string[] = [];
      const checked = new Set<string>();
      for (let press = 0; press < 30 && (await page.locator('.what-next').count()) === 0; press++) {
        const now = await stage(page);
        seen.push(now);
        if (now === 'ask') expect(await page.locator('.mask').count()).toBe(1);
        if (!checked.has(now)) {
          checked.add(now);
          expect(await violations(page), `${language} ${now}`).toEqual([]);
        }
        await page.keyboard.press(now === 'ask' ? 'Digit1' : 'PageDown');
        await placed(page);
      }
      expect(new Set(seen)).toEqual(new Set(['say', 'ask', 'reveal', 'explain', 'model']));
      expect(await page.locator('.lesson-count').innerText()).toBe('5 / 5');
      await page.keyboard.press('Escape');
      expect(await page.locator('.lesson-bar').count()).toBe(0);
    }
    await page.locator('.languages button').nth(0).click();
  });

  it('counts hands, goes back a step, and keeps the place in the address', async () => {
    const { page, trouble, close } = await built.open('#lesson=follow-one-dollar:2');
    await placed(page);
    expect(await stage(page)).toBe('ask');
    await page.getByRole('button', { name: 'Count hands' }).click();
    for (let hand = 0; hand < 3; hand++) await page.locator('.hands').nth(1).getByRole('button').last().click();
    await page.locator('.hands').nth(1).getByRole('button').first().click();
    expect(await page.locator('.hands output').nth(1).innerText()).toBe('2');
    await page.keyboard.press('Digit1');
    await page.locator('.lesson-bar[data-stage=reveal]').waitFor();
    expect(await page.locator('.lesson-bar').innerText()).toMatch(/To Nvidia, for chips: 2/);
    await page.keyboard.press('PageUp');
    expect(await stage(page)).toBe('ask');
    await page.waitForFunction(() => location.hash.includes('lesson=follow-one-dollar:2'));
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });

  it('leaves an embedded picture its room beside a long answer, which scrolls in its own box', async () => {
    const { page, trouble, close } = await built.open('#lesson=what-would-have-stopped-it&lang=en&ui=min', { viewport: { width: 800, height: 450 } });
    await placed(page);
    for (let press = 0; press < 12 && (await page.locator('.lesson-model').count()) === 0; press++) {
      await page.keyboard.press('PageDown');
      // a question that is open first asks for a choice
      if ((await stage(page)) === 'ask') expect(await page.locator('.lesson-text').evaluate((text) => text.scrollHeight <= text.clientHeight)).toBe(true);
    }
    await page.locator('.lesson-model').waitFor();
    expect((await page.locator('.stage').boundingBox())!.height).toBeGreaterThanOrEqual(240);
    const text = page.locator('.lesson-text');
    expect(await text.evaluate((each) => each.scrollHeight > each.clientHeight)).toBe(true);
    // its end can be reached without a mouse
    await text.focus();
    const rest = (): Promise<number> => text.evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop);
    for (let press = 0; press < 20 && (await rest()) > 1; press++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(150);
    }
    expect(await rest()).toBeLessThanOrEqual(1);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });

  it('shows the teacher’s notes in a second window, where keys work too', async () => {
    await page.keyboard.press('KeyP');
    await begin('Lessons', 'Start: Follow one dollar');
    const opening = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Teacher’s notes' }).click();
    const notes = await opening;
    await notes.locator('main.notes').waitFor();
    expect(await notes.locator('main.notes').innerText()).toMatch(/Let the class name three firms/);
    expect(await notes.evaluate(() => getComputedStyle(document.querySelector('main.notes')!).display)).toBe('grid');
    await notes.keyboard.press('PageDown');
    await page.locator('.lesson-bar[data-step=first-payment]').waitFor();
    expect(await notes.locator('main.notes').innerText()).toMatch(/dividends/);
    // a clicker's full stop darkens the class's screen
    await page.bringToFront();
    await page.keyboard.press('Period');
    await page.locator('.blank').waitFor();
    await page.keyboard.press('Period');
    await page.locator('.blank').waitFor({ state: 'detached' });
    await notes.close();
    await page.keyboard.press('KeyP');
    // out one step at a time: from counting to the question, from the question only when it is meant
    const stageHeight = async (): Promise<number> => (await page.locator('.stage').boundingBox())!.height;
    const asked = await stageHeight();
    await page.getByRole('button', { name: 'Count hands' }).click();
    await page.locator('.hands').first().waitFor();
    expect(await stageHeight()).toBeGreaterThanOrEqual(asked);
    await page.keyboard.press('Escape');
    await page.locator('.hands').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('.dialog.endLesson').waitFor();
    expect(await page.locator('.mask').count()).toBe(1);
    await page.getByRole('button', { name: 'Go on with the lesson' }).click();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    expect(await page.locator('.lesson-bar[data-step=first-payment]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End the lesson' }).click();
    await page.locator('.lesson-bar').waitFor({ state: 'detached' });
  });

  describe('on paper', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ouroboros-paper-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    /** Pages, and the text of all of them. */
    const paper = async (page: Page, format: 'A4' | 'Letter'): Promise<{ pages: number; text: string; size: string }> => {
      const path = join(folder, 'paper.pdf');
      writeFileSync(path, await page.pdf({ format, preferCSSPageSize: false }));
      const run = (command: string, ...args: string[]): string => {
        const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
        if (status !== 0) throw new Error(`${command}: ${error?.message ?? String(status)}; scripts/test-tools installs it`);
        return stdout;
      };
      const info = run('pdfinfo', path);
      return { pages: Number(/Pages:\s+(\d+)/.exec(info)![1]), text: run('pdftotext', '-layout', path, '-'), size: /Page size:.*\((\w+)\)/i.exec(info)?.[1]?.toLowerCase() ?? '' };
    };

    it('gives a guide of two pages, a handout without answers, a key apart and a map, on A4 and Letter, in both languages', async () => {
      await page.getByRole('button', { name: 'Lessons', exact: true }).click();
      await page.getByRole('listitem').filter({ hasText: 'Follow one dollar' }).getByRole('button', { name: 'Teacher’s guide' }).click();
      await page.locator('.print[data-ready]').waitFor();
      // a sheet tells of the last steps too, so it waits for every month
      expect(await page.locator('.timeline[data-complete]').count()).toBe(1);
      // a date is not broken, in either language
      const broken = (): Promise<number> => page.locator('.paper-when > span').evaluateAll((spans) => spans.filter((span) => span.scrollWidth > span.parentElement!.clientWidth).length + (spans.length > 4 ? 0 : 1));
      expect(await broken()).toBe(0);
      for (const format of ['A4', 'Letter'] as const) {
        const guide = await paper(page, format);
        expect(guide.size).toBe(format.toLowerCase());
        expect(guide.pages).toBeLessThanOrEqual(2);
        expect(guide.text).toMatch(/Follow one dollar[\s\S]*What students know afterwards[\s\S]*Step by step[\s\S]*At home/);
        expect(guide.text).toMatch(/simulation, not a forecast/);
        expect(guide.text).not.toMatch(/Books balance|[{}]/);
      }
      await page.getByRole('button', { name: 'Student handout' }).click();
      const handout = await paper(page, 'A4');
      expect(handout.pages).toBeLessThanOrEqual(2);
      expect(handout.text).toMatch(/My prediction\s+What happened\s+Why/);
      expect(handout.text).not.toMatch(/✓|As a deposit|as a deposit/);
      await page.getByRole('button', { name: 'Answer key' }).click();
      expect((await paper(page, 'Letter')).text).toMatch(/✓[\s\S]*as a deposit on chips/);
      await page.getByRole('button', { name: 'Map' }).click();
      const map = await paper(page, 'A4');
      expect(map.pages).toBe(1);
      for (const name of ['Nvidia', 'CoreWeave', 'Private credit', 'shares']) expect(map.text).toContain(name);
      // no colour carries meaning
      const colours = await page.evaluate(() => [...document.querySelectorAll('.map *')].flatMap((each) => [getComputedStyle(each).stroke, getComputedStyle(each).fill]));
      expect(new Set(colours.filter((colour) => !/^(none|rgb\((\d+), \2, \2\))$/.test(colour)))).toEqual(new Set());
      await page.keyboard.press('Escape');
      expect(await page.locator('.print').count()).toBe(0);
      await page.locator('.languages button').nth(1).click();
      await page.getByRole('button', { name: '课程', exact: true }).click();
      await page.getByRole('listitem').filter({ hasText: '追踪一美元' }).getByRole('button', { name: '教师指南' }).click();
      await page.locator('.print[data-ready]').waitFor();
      expect(await broken()).toBe(0);
      const chinese = await paper(page, 'A4');
      expect(chinese.pages).toBeLessThanOrEqual(2);
      expect(chinese.text).toMatch(/学完之后知道什么[\s\S]*逐步安排[\s\S]*课后作业/);
      await page.keyboard.press('Escape');
      await page.locator('.languages button').nth(0).click();
    });
  });

  it('tells the story by keyboard alone: it plays by itself, asks with the future hidden, reveals, and leads on to why', async () => {
    await tabTo(page, '.story-button');
    await page.keyboard.press('Enter');
    await placed(page);
    const first = await tick(page);
    expect(await page.locator('.lesson-bar .caption').innerText()).toMatch(/Nvidia.*\$10B.*Anthropic/);
    // by itself
    await page.locator('.lesson-bar[data-step=clouds]').waitFor();
    expect(await tick(page)).toBeGreaterThan(first);
    for (let press = 0; press < 12 && (await stage(page)) === 'say'; press++) {
      await page.keyboard.press('PageDown');
      await placed(page);
    }
    await page.locator('.question').waitFor();
    const asked = await tick(page);
    expect(await page.locator('.mask').count()).toBe(1);
    // what came of it cannot be looked up
    await page.locator('.track').focus();
    for (const key of ['End', 'BracketRight', 'PageUp', 'PageDown', 'KeyC', 'KeyT']) if (!key.startsWith('Page')) await page.keyboard.press(key);
    expect(await tick(page)).toBe(asked);
    expect(await page.locator('.sheet').count()).toBe(0);
    await page.keyboard.press('Digit2');
    await page.locator('.lesson-bar[data-stage=reveal]').waitFor();
    expect(await page.locator('.lesson-answered').innerText()).toMatch(/That is what happened/);
    expect(await page.locator('.mask').count()).toBe(0);
    expect(await page.locator('.chain-link').count()).toBeGreaterThan(3);
    expect(await tick(page)).toBeGreaterThan(asked);
    // past the inspector, however long it is
    await tabTo(page, '.skip[href="#lesson"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '.what-next .strong');
    await page.keyboard.press('Enter');
    await page.locator('.sheet .panel').waitFor();
    expect(await page.locator('.lesson-bar').count()).toBe(0);
  });
});
