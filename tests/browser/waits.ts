/** What tests of the page wait for. A machine that is busy may take its time. */
import type { Page } from 'playwright-core';

export const PATIENCE_MS = 120_000;

/** The run is complete and the stage stands. */
export async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('.timeline[data-complete] .track').waitFor();
  await page.locator('.stage-box canvas').waitFor();
}

/** The stage shows the month of the link, while later ones may still be on their way. */
export async function drawn(page: Page, tick = 0): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('.stage-box canvas').waitFor();
  await page.waitForFunction((wanted) => document.querySelector('.track')?.getAttribute('aria-valuenow') === String(wanted), tick);
}

export const tickOf = async (page: Page): Promise<number> => Number(await page.locator('.track').getAttribute('aria-valuenow'));
