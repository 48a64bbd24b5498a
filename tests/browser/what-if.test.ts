import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';

/** Every history is simulated on the spot; a machine that is busy may take its time. */
const PATIENCE = 240_000;
const whole = (page: Page): Promise<void> => page.locator('.timeline[data-complete] .track').waitFor();
const rails = (page: Page): Promise<number> => page.locator('.rail').count();

describe.skipIf(WITHOUT_BROWSER)('a what-if in a browser', () => {
  const built = builtPage({ months: 48 });

  it.each(([
    ['en', /^You are in a what-if: from Nov 2027, OpenAI is rescued\.$/, /OpenAI \(Feb 2028\).*Other neoclouds \(Jul 2028\)/],
    ['zh', /^你正在看一段假设的历史：2027年11月起，救助OpenAI。$/, /OpenAI（2028年2月）.*其他新云（2028年7月）/],
  ] as const).filter(([lang]) => lang === 'zh' || process.env['LONG'] === '1'))('is one press away, has a rail and a banner, is compared with what it left, undone, done again, and found again by a reload (%s)', async (lang, banner, fell) => {
    const { page, trouble, close } = await built.open(`#v=1&run=demand-shortfall&seed=42&t=34&focus=openai&lang=${lang}`, { viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await whole(page);
    await page.locator('[data-what-if="rescue"]').click();
    await page.locator('.rail button[aria-pressed="true"]').waitFor();
    expect(await page.locator('.what-if p').innerText()).toMatch(banner);
    // from the fork on, not from the beginning
    const [rail, track] = [await page.locator('.rail button').boundingBox(), await page.locator('.track').boundingBox()];
    expect(Math.abs((rail!.x - track!.x) / track!.width - 34 / 48)).toBeLessThan(0.01);
    await page.locator('.track').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('KeyV');
    await page.locator('.compare .align select').waitFor();
    expect(await page.locator('.compare-pair').first().innerText()).toMatch(fell);
    const align = page.locator('.compare .align select');
    expect(await align.inputValue()).toBe('');
    await align.selectOption({ index: 1 });
    // shown is what the months are lined up on, not what was asked for
    await expect.poll(() => align.inputValue(), { timeout: PATIENCE }).not.toBe('');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('.compare .panel-heading .button').click()]);
    expect(saved.suggestedFilename()).toBe('demand-shortfall-42.compared.csv');
    expect(readFileSync(await saved.path(), 'utf8').slice(0, 30)).toBe('\ufefftick,measure,a,b,difference\r\n');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(() => rails(page)).toBe(0);
    await page.keyboard.press('Control+Shift+KeyZ');
    await page.locator('.rail button[aria-pressed="true"]').waitFor();
    await expect.poll(() => page.url(), { timeout: PATIENCE }).toContain('if=34~rescue~openai');
    await page.reload();
    await page.locator('.rail button[aria-pressed="true"]').waitFor();
    await page.locator('.what-if .strong').click();
    expect([await rails(page), await page.locator('.rail button').getAttribute('aria-pressed')]).toEqual([1, 'false']);
    // told as it was, it is found so by a reload too
    await expect.poll(() => page.url(), { timeout: PATIENCE }).toContain('told=unchanged');
    await page.reload();
    await page.locator('.rail button').waitFor();
    expect(await page.locator('.rail button').getAttribute('aria-pressed')).toBe('false');
    // from the beginning the scenario moves demand later; from this month on it has been moved
    await page.locator('.panel-buttons button').last().click();
    const demand = page.locator('.change .levers > li').first();
    expect(await demand.locator('.lever-value').innerText()).toBe('100%');
    expect(await demand.locator('.lever-later').innerText()).toMatch(/60%/);
    await page.locator('.change button, .change [role="radio"]').filter({ hasText: lang === 'zh' ? /^从\d/ : /^From [A-Z]/ }).click();
    await expect.poll(() => demand.locator('.lever-value').innerText()).toBe('60%');
    expect(await page.locator('.lever-later').count()).toBe(0);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE * 4);
});
