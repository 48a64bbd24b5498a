import { describe, expect, it } from 'vitest';
import { addAxe, violations } from './axe.ts';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';

const PATIENCE = 120_000;

describe.skipIf(WITHOUT_BROWSER)('the words of the page', () => {
  const built = builtPage({ months: 6 });

  it.each([
    ['en', 'dark', 'DebtRank', /share of all that is owed/i, 'What words mean', /debt-service cover\s+cash earned over interest/i],
    ['zh', 'light', '明斯基', /收入能付本息/, '术语表', /偿债覆盖率\s+赚到的现金/],
  ] as const)('are underlined, say what they mean when pressed, and lead to all of them, by keyboard too (%s)', async (lang, theme, word, meaning, heading, another) => {
    const { page, trouble, close } = await built.open(`#v=1&lang=${lang}&theme=${theme}&panel=charts`, { viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(PATIENCE);
    const term = page.locator('.charts .term', { hasText: word }).first();
    await term.focus();
    await page.keyboard.press('Enter');
    const popup = page.locator('.term-popup');
    await popup.waitFor();
    expect(await popup.innerText()).toMatch(meaning);
    await addAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    // the panel is still there: Escape closed what was on top, and the word has the focus again
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
    await term.click();
    await popup.locator('.button').click();
    const all = page.locator('.dialog.glossary');
    await all.locator('dl').waitFor();
    expect(await all.locator('.dialog-title').innerText()).toBe(heading);
    expect(await all.innerText()).toMatch(another);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await all.waitFor({ state: 'detached' });
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE * 2);
});
