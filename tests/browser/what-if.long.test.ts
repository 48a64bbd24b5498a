import { describe, expect, it } from 'vitest';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';

const PATIENCE = 240_000;

describe.skipIf(WITHOUT_BROWSER)('a what-if that grows', () => {
  const built = builtPage();

  it('takes levers and channels from the month shown on, beside what was already changed', async () => {
    const { page, trouble, close } = await built.open('#v=1&run=demand-shortfall&seed=42&t=34&panel=change&if=30~channelOff~rent', { viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.locator('.rail button[aria-pressed="true"]').waitFor();
    await page.locator('.change .choice button').nth(1).click();
    expect(await page.locator('.supposed li').count()).toBe(1);
    await page.locator('.change .levers').last().getByRole('switch').first().click();
    await expect.poll(() => page.locator('.supposed li').count()).toBe(2);
    await page.locator('.timeline[data-complete]').waitFor();
    await expect.poll(() => page.url(), { timeout: PATIENCE }).toMatch(/if=30~channelOff~rent%3B34~channelOff~clearing/);
    await page.locator('.supposed button').first().click();
    await expect.poll(() => page.url(), { timeout: PATIENCE }).toMatch(/if=34~channelOff~clearing&/);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, PATIENCE * 2);
});
