import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER, type Opened } from './chromium.ts';
import { ready } from './waits.ts';

/** A film as the browser plays it: how long, how large, and how many colours two of its pictures have. */
interface Played {
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly colours: readonly number[];
  readonly differ: number;
}

const play = (page: Page, bytes: Buffer, type: string): Promise<Played> =>
  page.evaluate(
    async ([base64, mime]) => {
      const file = new Blob([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], { type: mime! });
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(file);
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error(video.error?.message ?? 'not a film'));
      });
      const pen = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d', { willReadFrequently: true })!;
      const pictureAt = async (seconds: number): Promise<Uint8ClampedArray> => {
        const seeked = new Promise((resolve) => (video.onseeked = resolve));
        video.currentTime = seconds;
        await seeked;
        pen.drawImage(video, 0, 0);
        return pen.getImageData(0, 0, video.videoWidth, video.videoHeight).data;
      };
      const first = await pictureAt(0.1);
      const differing = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => {
        let count = 0;
        for (let at = 0; at < a.length; at += 4) if (Math.abs(a[at]! - b[at]!) > 24) count += 1;
        return count;
      };
      // a busy browser may say that it has found the place before it has drawn what is there
      let last = await pictureAt(video.duration - 0.1);
      for (let again = 0; again < 50 && differing(first, last) === 0; again++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        last = await pictureAt(video.duration - 0.1 - again / 1000);
      }
      const pictures = [first, last];
      const colours = pictures.map((data) => {
        const seen = new Set<number>();
        for (let at = 0; at < data.length; at += 4 * 97) seen.add(((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3));
        return seen.size;
      });
      return { duration: video.duration, width: video.videoWidth, height: video.videoHeight, colours, differ: differing(first, last) };
    },
    [bytes.toString('base64'), type],
  );

/** The last picture of a film of two histories: how much is written over each half, and how far the halves differ under it. */
const halves = (page: Page, bytes: Buffer, type: string): Promise<{ written: readonly [number, number]; colours: readonly [number, number]; differ: number }> =>
  page.evaluate(
    async ([base64, mime]) => {
      const [head, gap, title] = [40, 2, 64];
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], { type: mime! }));
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error(video.error?.message ?? 'not a film'));
      });
      const seeked = new Promise((resolve) => (video.onseeked = resolve));
      video.currentTime = video.duration - 0.5;
      await seeked;
      const half = (video.videoWidth - gap) / 2;
      const pen = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d', { willReadFrequently: true })!;
      pen.drawImage(video, 0, 0);
      const left = [0, half + gap] as const;
      const written = left.map((x) => {
        const { data } = pen.getImageData(x, 0, half, head);
        let ink = 0;
        // the theme is dark: what is written is light
        for (let at = 0; at < data.length; at += 4) if (data[at]! > 140) ink += 1;
        return ink / (half * head);
      });
      const [a, b] = left.map((x) => pen.getImageData(x, head, half, video.videoHeight - head - title).data) as [Uint8ClampedArray, Uint8ClampedArray];
      const colours = [a, b].map((data) => {
        const seen = new Set<number>();
        for (let at = 0; at < data.length; at += 4 * 97) seen.add(((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3));
        return seen.size;
      });
      let differ = 0;
      for (let at = 0; at < a.length; at += 4) if (Math.abs(a[at]! - b[at]!) > 24) differ += 1;
      return { written: written as [number, number], colours: colours as [number, number], differ };
    },
    [bytes.toString('base64'), type],
  );

describe.skipIf(WITHOUT_BROWSER)('a video of a stretch', () => {
  const built = builtPage();
  let opened: Opened;
  let page: Page;
  const open = async (): Promise<void> => {
    opened = await built.open('#v=1&run=base&seed=7&t=3&speed=4&lang=en');
    page = opened.page;
  };
  const ask = async (): Promise<void> => {
    await page.locator('.top-bar [aria-haspopup="menu"]').last().click();
    await page.getByRole('menuitem', { name: 'Save a stretch as a video' }).click();
  };
  const until = (month: number): Promise<string[]> => page.locator('.video-form select').nth(1).selectOption(String(month));
  const begin = (): Promise<void> => page.getByRole('button', { name: 'Save the video' }).click();
  const close = async (): Promise<void> => {
    const { trouble } = opened;
    await opened.close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  };

  describe('opened once', () => {
    const requests: string[] = [];
    beforeAll(async () => {
      await open();
      page.on('request', (request) => requests.push(request.url()));
      await ready(page);
    });
    afterAll(close);

    it('is WebM where H.264 is missing', async () => {
      await page.evaluate(() => {
        const supported = VideoEncoder.isConfigSupported.bind(VideoEncoder);
        Object.assign(window, { supported });
        VideoEncoder.isConfigSupported = (config) => (config.codec.startsWith('avc') ? Promise.resolve({ supported: false, config }) : supported(config));
      });
      await ask();
      await until(3);
      const saving = page.waitForEvent('download');
      await begin();
      const download = await saving;
      expect(download.suggestedFilename()).toBe('base-7-tick-003-003.webm');
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
      expect((await play(page, bytes, 'video/webm')).duration).toBeCloseTo(2.25, 1);
      await page.locator('.dialog').waitFor({ state: 'detached' });
      await page.evaluate(() => (VideoEncoder.isConfigSupported = (window as unknown as { supported: typeof VideoEncoder.isConfigSupported }).supported));
      await page.locator('.notice button').last().click();
      await page.locator('.notice').waitFor({ state: 'detached' });
    });

    it('is a file that plays for as long as was said, changes from month to month, and leaves the page as it was', async () => {
      const before = await page.locator('.stage-box').screenshot();
      await ask();
      await until(6);
      expect(await page.locator('.video-form [role="status"]').innerText()).toContain('A video of 3 seconds');
      const saving = page.waitForEvent('download');
      await begin();
      const download = await saving;
      expect(download.suggestedFilename()).toMatch(/^base-7-tick-003-006\.(mp4|webm)$/);
      const bytes = readFileSync(await download.path());
      const isMp4 = download.suggestedFilename().endsWith('mp4');
      expect(isMp4 ? bytes.subarray(4, 8).toString('latin1') : bytes.subarray(0, 4).toString('hex')).toBe(isMp4 ? 'ftyp' : '1a45dfa3');
      const played = await play(page, bytes, isMp4 ? 'video/mp4' : 'video/webm');
      expect(played.duration).toBeCloseTo(3, 1);
      expect([played.width, played.height]).toEqual([1280, 720]);
      for (const colours of played.colours) expect(colours).toBeGreaterThan(50);
      expect(played.differ).toBeGreaterThan(2000);
      // what writes films is fetched when one is wanted, from the page's own place
      expect(requests.filter((url) => /film/.test(url)).length).toBeGreaterThan(0);
      await page.locator('.dialog').waitFor({ state: 'detached' });
      expect(Number(await page.locator('.track').getAttribute('aria-valuenow'))).toBe(3);
      await page.locator('.notice').waitFor();
      await page.locator('.notice button').last().click();
      await page.locator('.notice').waitFor({ state: 'detached' });
      expect((await page.locator('.stage-box').screenshot()).equals(before)).toBe(true);
    });

    it('can be stopped, and is neither begun backwards nor longer than memory holds', async () => {
      await ask();
      const downloads: string[] = [];
      page.on('download', (download) => downloads.push(download.suggestedFilename()));
      await page.locator('.video-form select').nth(2).selectOption('0.25');
      await until(60);
      await begin();
      await page.locator('.video-progress').waitFor();
      await page.waitForFunction(() => document.querySelector<HTMLProgressElement>('.video-progress')!.value > 0);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Save the video' }).waitFor();
      expect(downloads).toEqual([]);
      await until(1);
      expect(await page.locator('.video-form .bad').innerText()).toMatch(/must not come before/);
      expect(await page.getByRole('button', { name: 'Save the video' }).isDisabled()).toBe(true);
      await page.locator('.video-form select').nth(0).selectOption('0');
      await page.locator('.video-form select').nth(1).selectOption({ index: (await page.locator('.video-form select').nth(1).locator('option').count()) - 1 });
      const seconds = Number(/(\d+) seconds/.exec(await page.locator('.video-form [role="status"]').innerText())![1]);
      expect(await page.getByRole('button', { name: 'Save the video' }).isDisabled()).toBe(seconds > 300);
      await page.keyboard.press('Escape');
      await page.locator('.dialog').waitFor({ state: 'detached' });
    });

    it('is refused in a sentence where the browser has no encoder', async () => {
      await page.evaluate(() => delete (globalThis as { VideoEncoder?: unknown }).VideoEncoder);
      await ask();
      await page.locator('.dialog').getByText('This browser cannot write videos.').waitFor();
    });
  });

  it('shows both histories where two stand side by side, each under its name', async () => {
    opened = await built.open('#v=1&run=base&seed=7&t=40&speed=4&lang=en&theme=dark&compare=demand-shortfall&split=1');
    page = opened.page;
    await ready(page);
    await page.locator('.stage-beside canvas').waitFor();
    await page.locator('.split-label').nth(1).getByText('May 2028').waitFor();
    await ask();
    await until(40);
    await page.locator('.video-form').getByText(/shows both histories side by side: “A.+” and “B.+”\./).waitFor();
    const saving = page.waitForEvent('download');
    await begin();
    const download = await saving;
    const bytes = readFileSync(await download.path());
    const type = download.suggestedFilename().endsWith('mp4') ? 'video/mp4' : 'video/webm';
    const played = await play(page, bytes, type);
    expect([played.width, played.height]).toEqual([1280, 720]);
    const { written, colours, differ } = await halves(page, bytes, type);
    for (const share of written) {
      expect(share).toBeGreaterThan(0.01);
      expect(share).toBeLessThan(0.3);
    }
    for (const many of colours) expect(many).toBeGreaterThan(50);
    expect(differ).toBeGreaterThan(2000);
    await close();
  });
});
