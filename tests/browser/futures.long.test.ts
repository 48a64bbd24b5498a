import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER, type Opened } from './chromium.ts';

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

/** A history takes a second or two of a slow machine. */
const PATIENCE = { timeout: 90_000 };
const count = async (page: Page): Promise<number> => page.locator('.futures-controls progress').evaluate((bar: HTMLProgressElement) => bar.value);
const atLeast = (page: Page, histories: number): Promise<unknown> => page.waitForFunction((least) => (document.querySelector<HTMLProgressElement>('.futures-controls progress')?.value ?? 0) >= least, histories, PATIENCE);

describe.skipIf(WITHOUT_BROWSER)('a thousand futures in a browser', () => {
  const built = builtPage();
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await built.open('#v=1&run=demand-shortfall&t=40&lang=en&panel=futures', { bypassCSP: true });
    page = opened.page;
    await page.addScriptTag({ content: axe });
    await page.locator('.panel.futures').waitFor();
  });

  it('are begun from the keyboard, come while one looks, and leave the page answering', async () => {
    await page.locator('.futures-buttons .button').focus();
    await page.keyboard.press('Enter');
    await atLeast(page, 2);
    expect(await page.locator('.futures-fan canvas').count()).toBe(1);
    // a month further than the address says, once that is there, while the workers are at it
    await page.locator('.timeline[data-complete]').waitFor();
    const month = async (): Promise<number> => Number(await page.locator('.track').getAttribute('aria-valuenow'));
    const before = await month();
    // where the focus is on what scrolls, arrows scroll it
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((was) => Number(document.querySelector('.track')!.getAttribute('aria-valuenow')) > was, before);
  });

  it('say who defaults how often from the tenth on, and rest while paused', async () => {
    await atLeast(page, 10);
    expect(await page.locator('.futures-risk tbody tr').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    // those that were begun still come to their end
    await page.waitForTimeout(4000);
    const rested = await count(page);
    await page.waitForTimeout(4000);
    expect(await count(page)).toBe(rested);
  });

  it('bar nobody, in both languages and themes', async () => {
    await page.locator('.futures details').first().locator('summary').click();
    await page.locator('.futures details').last().locator('summary').click();
    for (const [language, theme] of [[1, 'light'], [0, 'dark']] as const) {
      await page.locator('.languages button').nth(language).click();
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(root: string, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
        const found = await axe.run('.sheet', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
        return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
      });
      expect(violations).toEqual([]);
    }
  });

  it('say whose path is pointed at, and a click puts that very history on the page', async () => {
    const over = page.locator('.futures-fan .u-over');
    const box = (await over.boundingBox())!;
    let seed = '';
    // from the top down until a path is met
    for (let share = 0.05; share < 1 && seed === ''; share += 0.02) {
      await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * share);
      seed = (await page.locator('.futures-pointed b').allInnerTexts())[0] ?? '';
    }
    expect(seed).toMatch(/^Seed 1:\d+$/);
    await page.mouse.down();
    await page.mouse.up();
    await page.locator('.sheet').waitFor({ state: 'detached' });
    await page.waitForFunction((wanted) => new URLSearchParams(location.hash.slice(1)).get('seed') === wanted, seed.slice('Seed '.length));
    expect(await page.locator('.seed-value').innerText()).toBe(seed.slice('Seed '.length));
  });

  it('are still there when one comes back to them', async () => {
    await page.locator('.panel-buttons button', { hasText: 'futures' }).click();
    await page.locator('.futures-fan').waitFor(PATIENCE);
    expect(await count(page)).toBeGreaterThanOrEqual(10);
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
});
