import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { PANELS, type Panel } from '../../src/session/panel.ts';
import { addAxe, violations } from './axe.ts';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER, type Opened } from './chromium.ts';

const SHEETS = PANELS.filter((panel) => panel !== 'change');

/** Text that sticks out of its own box: cut off, or lying over its neighbours. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel p, .panel h2, .panel h3, .panel li, .panel button, .panel td, .panel th, .panel figcaption')]
      .filter((each) => each.clientWidth > 1 && (each.scrollWidth > each.clientWidth + 1 || (getComputedStyle(each).overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1)))
      .map((each) => `${each.tagName}.${each.className}: ${each.textContent!.slice(0, 40)}`),
  );

const dateOf = {
  en: (month: number) => new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric' }).format(new Date(2028, month - 1, 15)),
  zh: (month: number) => `2028年${month}月`,
};

describe.skipIf(WITHOUT_BROWSER)('the panels in a browser', () => {
  const built = builtPage({ months: 48 });
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await built.open('#v=1&run=demand-shortfall&t=44&lang=en&theme=dark');
    page = opened.page;
    await addAxe(page);
    await page.waitForSelector('.track');
    await page.waitForFunction(() => location.hash.includes('run='));
  });
  const show = async (panel: Panel): Promise<void> => {
    await page.locator('.top-bar [aria-haspopup="menu"]').last().click();
    await page.locator('.menu-popup .option-name').nth(PANELS.indexOf(panel)).click();
    await page.locator('.sheet .panel').waitFor();
    // charts draw and whole runs are read in steps
    await page.waitForFunction(() => document.querySelector('.sheet [role="status"].quiet') === null);
  };

  it.each(SHEETS)('bar nobody and cut nothing off: %s, in both languages and themes', async (panel) => {
    await show(panel);
    for (const [language, theme] of [[0, 'dark'], [1, 'light']] as const) {
      await page.locator('.languages button').nth(language).click();
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await cutOff(page)).toEqual([]);
      expect(await violations(page, '.sheet')).toEqual([]);
    }
  });

  it('draw a chain of causes whose dollar edges run under no box and whose amounts cover none', async () => {
    await show('why');
    const { boxes, under, covered } = await page.evaluate(() => {
      const frame = document.querySelector('.why-picture')!.getBoundingClientRect();
      const rectangles = [...document.querySelectorAll('.why-box')].map((box) => box.getBoundingClientRect());
      const inside = (x: number, y: number, box: DOMRect): boolean => x > box.left + 3 && x < box.right - 3 && y > box.top + 3 && y < box.bottom - 3;
      const svg = document.querySelector<SVGSVGElement>('.why-edges')!;
      const scale = frame.width / svg.viewBox.baseVal.width;
      let under = 0;
      for (const edge of document.querySelectorAll<SVGPathElement>('.why-edge')) {
        const length = edge.getTotalLength();
        for (let at = 0; at <= length; at += 4) {
          const { x, y } = edge.getPointAtLength(at);
          if (rectangles.some((box) => inside(frame.left + x * scale, frame.top + y * scale, box))) under += 1;
        }
      }
      const amounts = [...document.querySelectorAll('.why-amount')].map((amount) => amount.getBoundingClientRect());
      const covered = amounts.filter((amount) => rectangles.some((box) => amount.left < box.right && amount.right > box.left && amount.top < box.bottom && amount.bottom > box.top)).length;
      return { boxes: rectangles.length, under, covered };
    });
    expect(boxes).toBeGreaterThan(2);
    expect(boxes).toBeLessThanOrEqual(9);
    expect({ under, covered }).toEqual({ under: 0, covered: 0 });
  });

  it('lead from the books to an actor and from a chart to its month', async () => {
    await show('charts');
    const before = Number(await page.locator('.track').getAttribute('aria-valuenow'));
    const plot = (await page.locator('.chart .u-over').first().boundingBox())!;
    await page.mouse.click(plot.x + plot.width / 4, plot.y + plot.height / 2);
    expect(Number(await page.locator('.track').getAttribute('aria-valuenow'))).toBeLessThan(before);
    await show('books');
    await page.locator('.books .panel-switches button').last().click();
    await page.locator('.matrix thead .link').first().click();
    expect(await page.locator('.inspector h2').innerText()).toBe(await page.locator('.matrix thead .link').first().innerText());
  });

  it('stand beside the inspector where it lies over the picture, and can be left', async () => {
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.locator('.inspector h2').waitFor();
    const [sheet, side] = [await page.locator('.sheet').boundingBox(), await page.locator('.side').boundingBox()];
    expect(sheet!.x + sheet!.width).toBeLessThanOrEqual(side!.x + 1);
    await page.locator('.sheet-head .button').last().click();
    expect(await page.locator('.sheet').count()).toBe(0);
    // over the picture it lies away from whoever is selected
    const [stage, drawer] = [await page.locator('.stage').boundingBox(), await page.locator('.side').boundingBox()];
    expect(stage!.width).toBeGreaterThan(900);
    const half = (await page.locator('.stage').getAttribute('data-half'))!.split(' ');
    expect(half.includes('right') ? drawer!.x : drawer!.x + drawer!.width).toBeCloseTo(half.includes('right') ? 0 : 1024, 0);
    // held upright, a telephone shows one above the other
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(() => document.querySelector('.page')!.getAttribute('data-fits')!.includes('thin'));
    const [picture, below] = [await page.locator('.stage').boundingBox(), await page.locator('.side').boundingBox()];
    expect(below!.width).toBeCloseTo(picture!.width, 0);
    expect(below!.height).toBeLessThan(picture!.height * 0.7);
    await page.setViewportSize(size);
  });

  it('light the way of a followed payment on the stage with a count of it, also from a link, until it is let go', async () => {
    await page.locator('.languages button').nth(0).click();
    await show('follow');
    await page.locator('.sheet').getByRole('button', { name: 'Show its way in the picture' }).click();
    const count = page.locator('.following-count');
    expect(await count.innerText()).toMatch(/^\d+\.\d\d times revenue · [\d.]+% came home · [\d.]+% still in the loop$/);
    // the address is written when things have come to rest
    await page.waitForFunction(() => location.hash.includes('follow=') && !location.hash.includes('panel='));
    const link = new URL(page.url()).hash;
    const stage = page.locator('.stage-box');
    const lit = await stage.screenshot();
    await page.getByRole('button', { name: 'Stop following' }).click();
    await page.waitForFunction(() => !location.hash.includes('follow='));
    expect((await stage.screenshot()).equals(lit)).toBe(false);
    const again = await built.open(link);
    await again.page.locator('.timeline[data-complete] .track').waitFor({ timeout: 120_000 });
    expect(await again.page.locator('.following-count').innerText()).toMatch(/times revenue/);
    await again.close();
  });

  it('draw a chain of causes no wider than a telephone', async () => {
    await show('why');
    const size = page.viewportSize()!;
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      await page.locator('.why-chain[data-down]').waitFor();
      await page.waitForFunction(() => {
        const frame = document.querySelector('.why-frame')!;
        return frame.clientWidth < innerWidth && frame.scrollWidth <= frame.clientWidth;
      });
    }
    await page.setViewportSize(size);
  });

  it('leave the month room beside the timeline, whichever it is', async () => {
    const size = page.viewportSize()!;
    for (const theme of ['dark', 'projector'])
      for (const width of [1280, 1024])
        for (const [nth, language] of (['en', 'zh'] as const).entries()) {
          await page.setViewportSize({ width, height: 768 });
          await page.locator('.languages button').nth(nth).click();
          await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
          const months = Array.from({ length: 12 }, (_, month) => dateOf[language](month + 1));
          const beyond = await page.locator('.date-block').evaluate((block, texts) => {
            const date = block.querySelector('.date')!;
            const [text, own] = [document.createRange(), date.textContent];
            const wide = texts.map((each) => {
              date.textContent = each;
              text.selectNodeContents(date);
              return text.getBoundingClientRect().width - block.clientWidth;
            });
            date.textContent = own;
            return Math.max(...wide);
          }, months);
          expect(beyond, `${theme} ${width} ${language}`).toBeLessThanOrEqual(0);
        }
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await page.setViewportSize(size);
  });

  it('hold on to what is asked about when somebody steps through it before the history is whole', async () => {
    const early = await built.open('#v=1&run=no-backstop&seed=7&t=20&lang=en&panel=why');
    await early.page.locator('.why-steps .choice button').first().click({ timeout: 120_000 });
    const title = await early.page.locator('.why-title').innerText();
    await early.page.locator('.timeline[data-complete] .track').waitFor({ timeout: 120_000 });
    const next = early.page.locator('.why-steps .choice button').nth(1);
    while (await next.isEnabled()) await next.click();
    expect(await early.page.locator('.why-title').innerText()).toBe(title);
    // and so does the address: another event is picked, and is there again after a reload
    await early.page.waitForFunction(() => location.hash.includes('why='));
    const asked = (): string => new URLSearchParams(location.hash.slice(1)).get('why') ?? '';
    const held = await early.page.evaluate(asked);
    await early.page.locator('.why select').selectOption({ index: 1 });
    const picked = await early.page.locator('.why-title').innerText();
    expect(picked).not.toBe(title);
    await early.page.waitForFunction((before) => (new URLSearchParams(location.hash.slice(1)).get('why') ?? before) !== before, held);
    await early.page.reload();
    await early.page.locator('.timeline[data-complete] .track').waitFor({ timeout: 120_000 });
    await early.page.waitForFunction((wanted) => document.querySelector('.why-title')?.textContent === wanted, picked);
    await early.close();
  });

  describe('on a projector', () => {
    let shown: Opened;
    beforeAll(async () => {
      shown = await built.open('#v=1&run=lab-misses-a-payment&t=44&lang=en&present=1&panel=why');
      shown.page.setDefaultTimeout(120_000);
      await shown.page.locator('.timeline[data-complete] .track').waitFor();
      await shown.page.locator('.why-chain').waitFor();
      shown.page.setDefaultTimeout(20_000);
    });
    afterAll(() => shown.close());
    /** One scrolls one way at most: the picture is as wide as its frame and the frame as high as the picture. */
    const fitted = (): Promise<unknown> =>
      shown.page.waitForFunction(() => {
        const [frame, sheet] = [document.querySelector('.why-frame')!, document.querySelector('.sheet-body')!];
        return frame.clientWidth < innerWidth && frame.scrollWidth <= frame.clientWidth && sheet.scrollWidth <= sheet.clientWidth && frame.scrollHeight <= frame.clientHeight;
      });

    it.each([[1280, 720, 0], [1280, 720, 1], [1024, 768, 0], [1024, 768, 1]] as const)('a chain is seen at once and told in sight, and all of it runs down: %i×%i, language %i', async (width, height, language) => {
      const { page } = shown;
      await page.setViewportSize({ width, height });
      await page.locator('.languages button').nth(language).click();
      await fitted();
      const letters = await page.locator('.why-picture').evaluate((picture) => parseFloat(getComputedStyle(picture).fontSize));
      expect(letters).toBeGreaterThanOrEqual(20);
      // the whole picture stands over what steps through it, and both in sight
      const whole = await page.evaluate(() => {
        const at = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().toJSON() as DOMRect;
        return { frame: at('.why-frame'), steps: at('.why-steps'), bar: at('.sheet-body'), boxes: document.querySelectorAll('.why-box').length };
      });
      expect(whole.boxes).toBeGreaterThanOrEqual(4);
      expect(whole.frame.top).toBeGreaterThanOrEqual(whole.bar.top);
      expect(whole.frame.bottom).toBeLessThanOrEqual(whole.steps.top);
      expect(whole.steps.bottom).toBeLessThanOrEqual(whole.bar.bottom + 1);
      // each step is in sight, and so are its words
      const step = page.locator('.why-steps .choice button');
      await step.click();
      const next = step.nth(1);
      for (;;) {
        const { box, words, bar } = await page.evaluate(() => {
          const at = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().toJSON() as DOMRect;
          return { box: at('.why-box[aria-current]'), words: at('.why-telling'), bar: at('.sheet-body') };
        });
        expect(box.top).toBeGreaterThanOrEqual(bar.top);
        expect(box.bottom).toBeLessThanOrEqual(words.top + 1);
        expect(words.bottom).toBeLessThanOrEqual(bar.bottom + 1);
        if (!(await next.isEnabled())) break;
        await next.click();
      }
      await step.nth(2).click();
      // all of it is longer, and scrolls one way
      await page.locator('.why-steps > .small-button').click();
      await page.locator('.why-chain[data-down]').waitFor();
      expect(await page.locator('.why-box').count()).toBeGreaterThan(9);
      await fitted();
      await page.locator('.why-steps > .small-button').click();
    });

    it('whoever is selected does not lie over a panel unless asked for', async () => {
      const { page } = shown;
      await page.locator('.why-chain').waitFor();
      // arrows scroll what has the focus, and walk the actors where nothing has
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.querySelector('.page')!.hasAttribute('data-selected'));
      expect(await page.locator('.side').isVisible()).toBe(false);
      await page.locator('.side-handle').click();
      await page.locator('.side').waitFor();
      await page.locator('.side-handle').click();
      await page.locator('.side').waitFor({ state: 'hidden' });
      expect(await page.locator('.why-chain').isVisible()).toBe(true);
    });

    it('the chain has the height of the sentence under the picture, which is still read aloud', async () => {
      const { page } = shown;
      const measure = () =>
        page.evaluate(() => {
          const height = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().height;
          return { sheet: height('.sheet'), caption: height('.story-row .caption'), said: document.querySelector('.story-row .caption')!.textContent!.length > 0 };
        });
      const why = await measure();
      await page.locator('.top-bar [aria-haspopup="menu"]').last().click();
      await page.locator('.menu-popup .option-name').nth(PANELS.indexOf('books')).click();
      await page.locator('.sheet .books').waitFor();
      const books = await measure();
      expect(why).toMatchObject({ caption: 1, said: true });
      // one line of letters of 32 pixels at least
      expect(books.caption).toBeGreaterThanOrEqual(32);
      expect(why.sheet).toBeGreaterThanOrEqual(books.sheet + 32);
    });

    it('no key of the help lies over what it does, in either language', async () => {
      const { page } = shown;
      for (const language of [0, 1]) {
        await page.locator('.languages button').nth(language).click();
        await page.keyboard.press('Shift+Slash');
        await page.locator('.keys').waitFor();
        const over = await page.evaluate(() =>
          [...document.querySelectorAll('.keys > div')].filter((row) => {
            const right = Math.max(...[...row.querySelectorAll('kbd')].map((cap) => cap.getBoundingClientRect().right));
            return right > row.querySelector('dd')!.getBoundingClientRect().left;
          }).map((row) => row.textContent),
        );
        expect(over).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('.dialog').waitFor({ state: 'detached' });
      }
    });

    it('have nothing to report', () => expect(shown.trouble).toEqual({ console: [], policy: [], elsewhere: [] }));
  });

  it('have nothing to report', () => {
    expect(opened.trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  });
});
