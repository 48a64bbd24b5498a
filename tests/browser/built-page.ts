/** A browser and the built page for all tests of a file: started before the first of them, stopped after the last. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { PageServer } from '../../src/cli/page-server.ts';
import { launchChromium, openPage, serveBuilt, type Opened } from './chromium.ts';

export interface BuiltPage {
  /** Where it is served. */
  readonly address: () => string;
  /** Opens it in a fresh context, watched; `path` may carry a query and a fragment. */
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Opened>;
}

/** Call it inside `describe`, before hooks that open the page. */
export function builtPage(): BuiltPage {
  let browser: Browser | undefined;
  let server: PageServer | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveBuilt();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return { address: () => server!.address, open: (path, options) => openPage(browser!, server!, path, options) };
}
