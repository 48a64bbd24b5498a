/** A browser and the built page for all tests of a file: started before the first of them, stopped after the last. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { PageServer } from '../../src/cli/page-server.ts';
import { launchChromium, openPage, PAGE_FOLDER, serveBuilt, type Opened } from './chromium.ts';

export interface BuiltPage {
  /** Where it is served. */
  readonly address: () => string;
  /** Opens it in a fresh context, watched; `path` may carry a query and a fragment. */
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Opened>;
}

/** A copy of the built page whose world ends after so many months, which is all that some tests look at. */
function shortened(months: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'ouroboros-page-'));
  cpSync(PAGE_FOLDER, folder, { recursive: true });
  let found = 0;
  for (const name of readdirSync(join(folder, 'assets')).filter((each) => each.endsWith('.js'))) {
    const path = join(folder, 'assets', name);
    const text = readFileSync(path, 'utf8');
    // as the scenario `base` says it, which the others but one extend
    const short = text.replace(/(\\?"horizon\\?":)72(?=[,}])/g, `$1${months}`);
    if (short === text) continue;
    found += 1;
    writeFileSync(path, short);
  }
  if (found === 0) throw new Error('the built page no longer says where its world ends');
  return folder;
}

/** Call it inside `describe`, before hooks that open the page. `months`: where the world of the page ends, if early. */
export function builtPage({ months }: { readonly months?: number } = {}): BuiltPage {
  let browser: Browser | undefined;
  let server: PageServer | undefined;
  let folder: string | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
    if (months !== undefined) folder = shortened(months);
    server = await serveBuilt(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return { address: () => server!.address, open: (path, options) => openPage(browser!, server!, path, options) };
}
