import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { sha256 } from '../../src/cli/sha256.ts';
import type { PageServer } from '../../src/cli/page-server.ts';
import { startRun } from '../../src/simulation.ts';
import { shippedScenario } from '../explain/simulated.ts';
import { kept, SEED } from '../golden/golden.ts';
import { SHIPPED, shippedText } from '../scenario/files.ts';
import { launchChromium, openPage, serveBuilt, WITHOUT_BROWSER, type Opened } from './chromium.ts';
import type { DigestPage } from './digests/digests.ts';

declare const digestPage: DigestPage;

const long = process.env['LONG'] === '1';
/** Months of the scenarios that are not run to their end here. */
const SHORT = 8;
/** Everything that can happen happens in the one that ends badly. */
const FULL: readonly string[] = long ? SHIPPED : ['demand-shortfall'];

describe.skipIf(WITHOUT_BROWSER)('a browser', () => {
  let folder: string;
  let server: PageServer;
  let browser: Browser;
  let opened: Opened;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'digests-'));
    await build({ root: fileURLToPath(new URL('./digests/', import.meta.url)), configFile: false, base: './', logLevel: 'error', build: { outDir: folder, emptyOutDir: true, minify: false } });
    server = await serveBuilt(folder);
    browser = await launchChromium();
    opened = await openPage(browser, server);
    await opened.page.waitForFunction(() => 'digestPage' in globalThis);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await server?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const texts = Object.fromEntries(SHIPPED.map((id) => [id, shippedText(id)!]));
  const inBrowser = (id: string, seed: string, horizon: number | null): Promise<{ digest: string; stateDigest: string }> =>
    opened.page.evaluate((asked) => digestPage.end(asked), { texts, id, seed, horizon });
  /** The same on this side, with another SHA-256. */
  function here(id: string, seed: string, horizon: number): { digest: string; stateDigest: string } {
    const run = startRun({ scenario: { ...shippedScenario(id), horizon }, seed }, { sha256 });
    let last = { digest: '', stateDigest: '' };
    for (let frame = run.next(); frame !== null; frame = run.next()) last = { digest: frame.digest, stateDigest: frame.stateDigest };
    return last;
  }

  it.each(FULL)('comes to the end of %s with the digest on file, to the last bit', async (id) => {
    const { digest, stateDigest } = await inBrowser(id, SEED, null);
    expect(kept('ends')).toContain(`${id} ${stateDigest}`);
    if (kept(id).length > 0) expect(kept(id).at(-1)).toBe(`${kept(id).length - 1} ${digest} ${stateDigest}`);
  });

  it.each(SHIPPED.filter((id) => !FULL.includes(id)))('makes the same months of %s as Node', async (id) => {
    expect(await inBrowser(id, SEED, SHORT)).toEqual(here(id, SEED, SHORT));
  });

  it('makes the same months of other seeds as Node', async () => {
    for (let seed = 1; seed <= (long ? 200 : 2); seed++) {
      const id = SHIPPED[seed % SHIPPED.length]!;
      expect([id, seed, await inBrowser(id, String(seed), SHORT)]).toEqual([id, seed, here(id, String(seed), SHORT)]);
    }
  });

  it('had nothing to complain about', () => {
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
});
