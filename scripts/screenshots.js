/**
 * Takes the pictures of docs/img from the built page, at 1280 by 720; the chain of causes larger, so that it is in the
 * picture from its shock to its sum. Run after changing what the page looks like: npm run build && npm run pictures [-- NAME…]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { smallPng } from './png.js';

const root = new URL('../', import.meta.url);
const { launchChromium, openPage, serveBuilt } = (await runnerImport(fileURLToPath(new URL('tests/browser/chromium.ts', root)), { logLevel: 'error' })).module;

/** What each picture shows, as an address of the page has it. */
const stage = 'run=base&seed=42&t=20';
const shortfall = 'run=demand-shortfall&seed=42';
const USUAL = { width: 1280, height: 720 };
const WHOLE = { width: 1840, height: 940 };
const PICTURES = {
  'stage-en-dark': { at: `${stage}&lang=en&theme=dark` },
  'stage-en-light': { at: `${stage}&lang=en&theme=light` },
  'stage-zh-dark': { at: `${stage}&lang=zh&theme=dark` },
  'stage-zh-light': { at: `${stage}&lang=zh&theme=light` },
  'why-en-dark': { at: `${shortfall}&t=38&panel=why&lang=en&theme=dark`, size: WHOLE },
  'why-zh-dark': { at: `${shortfall}&t=38&panel=why&lang=zh&theme=dark`, size: WHOLE },
  'sides-en-dark': { at: `${shortfall}&t=44&if=34~rescue~openai&split=1&lang=en&theme=dark` },
  'sides-zh-dark': { at: `${shortfall}&t=44&if=34~rescue~openai&split=1&lang=zh&theme=dark` },
  'books-en-light': { at: `${stage}&panel=books&lang=en&theme=light` },
};

/* global atob, Blob, btoa, createImageBitmap, document, OffscreenCanvas */
/** In the browser, which can read what it wrote: the picture as RGBA. */
async function pixelsOf(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = '';
  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
  return { shape: [bitmap.width, bitmap.height], data: btoa(text) };
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(PICTURES, name));
if (unknown !== undefined) throw new Error(`there is no picture ${unknown}; there are ${Object.keys(PICTURES).join(', ')}`);
mkdirSync(new URL('docs/img/', root), { recursive: true });
const server = await serveBuilt();
const browser = await launchChromium();
try {
  for (const [name, { at, size = USUAL }] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { page, close, trouble } = await openPage(browser, server, `#v=1&${at}`, { viewport: size, deviceScaleFactor: 1, reducedMotion: 'reduce' });
    page.setDefaultTimeout(180_000);
    await page.locator('.timeline[data-complete] .track').waitFor();
    await page
      .locator(at.includes('panel=') ? '.panel' : at.includes('split=') ? '.stage-beside canvas' : '.stage-box canvas')
      .first()
      .waitFor();
    // the stage draws its rest picture once its letters are there
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1_500);
    const shot = await page.screenshot();
    const { shape, data } = await page.evaluate(pixelsOf, shot.toString('base64'));
    const picture = smallPng(Buffer.from(data, 'base64'), ...shape);
    await close();
    if (trouble.console.length > 0) throw new Error(`${name}: ${trouble.console.join('; ')}`);
    writeFileSync(new URL(`docs/img/${name}.png`, root), picture);
    console.log(`docs/img/${name}.png ${Math.round(picture.byteLength / 1024)} KB`);
  }
} finally {
  await browser.close();
  await server.close();
}
