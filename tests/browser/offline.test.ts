import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { launchChromium, watch, WITHOUT_BROWSER } from './chromium.ts';

describe.skipIf(WITHOUT_BROWSER)('the page as one file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ouroboros-offline-'));
  let browser: Browser;
  beforeAll(async () => {
    await build({ configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)), mode: 'offline', logLevel: 'error', build: { outDir: folder } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens by double click, simulates in a worker of its own, and reaches for nothing', async () => {
    expect(statSync(join(folder, 'index.html')).size).toBeLessThan(5_000_000);
    const address = pathToFileURL(join(folder, 'index.html')).href;
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const trouble = await watch(page, 'file:');
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.goto(address);
    await page.locator('.track').waitFor();
    await page.locator('.stage-box canvas').waitFor();
    expect(workers.filter((url) => /^(blob|data):/.test(url)).length).toBeGreaterThan(0);
    expect(await page.locator('.notice').count()).toBe(0);
    // further histories come from workers of their own
    const before = workers.length;
    await page.locator('.panel-buttons button', { hasText: 'futures' }).click();
    await page.locator('.futures-buttons .button').click();
    await page.waitForFunction(() => (document.querySelector<HTMLProgressElement>('.futures-controls progress')?.value ?? 0) >= 1, null, { timeout: 60_000 });
    expect(workers.slice(before).filter((url) => /^(blob|data):/.test(url)).length).toBeGreaterThan(0);
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
    await page.close();
  });
});
