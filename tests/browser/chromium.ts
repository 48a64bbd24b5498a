/**
 * A real browser for tests of the page, and the built page for it to open. The one place that knows where the browser
 * is: OUROBOROS_CHROMIUM, else the first that is installed. Collects what must not happen: errors on the console,
 * violations of the page's own policy, requests to anywhere else.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { servePage, type PageServer } from '../../src/cli/page-server.ts';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Path of the browser, or null. Tests that need it skip without one, except in CI, where they fail. */
export const CHROMIUM: string | null = process.env.OUROBOROS_CHROMIUM ?? INSTALLED.find((path) => existsSync(path)) ?? null;
/** For `describe.skipIf`: true only where skipping is allowed. */
export const WITHOUT_BROWSER = CHROMIUM === null && process.env.CI !== 'true';

const ARGUMENTS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page/', import.meta.url));

export async function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('no browser: run scripts/test-tools, or set OUROBOROS_CHROMIUM');
  return chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, ...extra] });
}

/** Serves the built page (or another folder) on a free port of this machine. */
export async function serveBuilt(folder = PAGE_FOLDER): Promise<PageServer> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`${folder} has no page: npm run build`);
  return servePage(folder, { port: 0 });
}

/** What went wrong on a page so far; every list should stay empty. */
export interface Trouble {
  readonly console: readonly string[];
  readonly policy: readonly string[];
  readonly elsewhere: readonly string[];
}

/** Watches a page from before its first script. */
export async function watch(page: Page, address: string): Promise<Trouble> {
  const trouble = { console: [] as string[], policy: [] as string[], elsewhere: [] as string[] };
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.console.push(message.text());
  });
  page.on('pageerror', (error) => trouble.console.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) trouble.elsewhere.push(url);
  });
  await page.exposeFunction('reportPolicyViolation', (text: string) => trouble.policy.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportPolicyViolation(text: string): void }).reportPolicyViolation;
      report(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return trouble;
}

export interface Opened {
  readonly page: Page;
  readonly trouble: Trouble;
  /** Closes the page and its context. */
  close(): Promise<void>;
}

/** Opens an address of the served page in a fresh context, watched. `path` may carry a query and a fragment. */
export async function openPage(browser: Browser, server: PageServer, path = '', options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const trouble = await watch(page, server.address);
  await page.goto(server.address + path);
  return { page, trouble, close: () => context.close() };
}
