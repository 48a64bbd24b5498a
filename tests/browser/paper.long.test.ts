import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { loadLesson } from '../../src/lesson/load.ts';
import type { Lesson } from '../../src/lesson/shape.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { lessonWords, type PrintKind } from '../../src/words/lesson.ts';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';
import { PAPERS, printed, PRINTABLE_HEIGHT, squeezed } from './pdf.ts';
import { PATIENCE_MS } from './waits.ts';

const LESSONS = ['follow-one-dollar', 'one-lab-misses-a-payment', 'what-would-have-stopped-it'].map((id): Lesson => {
  const loaded = loadLesson(readFileSync(new URL(`../../scenarios/lessons/${id}.yaml`, import.meta.url), 'utf8'));
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.lesson;
});

/** What of the map lies under a name or leaves its box, and how many lines and names there are. */
async function coveredOn(page: Page): Promise<{ lines: number; names: number; wrong: string[] }> {
  return page.locator('.map').evaluate((map) => {
    const boxes = [...map.querySelectorAll('.map-name')].map((name) => {
      const rect = name.querySelector('rect')!.getBBox();
      return { id: name.getAttribute('data-party')!, rect, texts: [...name.querySelectorAll('text')].map((text) => text.getBBox()) };
    });
    const holds = ({ x, y, width, height }: DOMRect, at: { x: number; y: number }): boolean => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
    const wrong: string[] = [];
    for (const { id, rect, texts } of boxes) if (texts.length === 0 || !texts.every((text) => holds(rect, text) && holds(rect, { x: text.x + text.width, y: text.y + text.height }))) wrong.push(`${id} is wider than its box`);
    const lanes = [...map.querySelectorAll('[data-lane]')].filter((lane) => !lane.getAttribute('data-lane')!.startsWith('key/'));
    for (const lane of lanes) {
      const [from, , to] = lane.getAttribute('data-lane')!.split('/');
      const tip = lane.querySelector('polygon')!.points.getItem(0);
      const path = lane.querySelector('path')!;
      const length = path.getTotalLength();
      for (const { id, rect } of boxes) {
        if (holds(rect, tip)) wrong.push(`${lane.getAttribute('data-lane')} ends in ${id}`);
        if (id === from || id === to) continue;
        for (let way = 0; way <= length; way += 1) if (holds(rect, path.getPointAtLength(way))) wrong.push(`${lane.getAttribute('data-lane')} crosses ${id}`);
      }
    }
    return { lines: lanes.length, names: boxes.length, wrong: [...new Set(wrong)] };
  });
}

describe.skipIf(WITHOUT_BROWSER).each(LESSONS.flatMap((lesson) => LANGUAGES.map((language) => [lesson.id, language, lesson] as const)))('the sheets of %s, in %s', (id, language, lesson) => {
  const built = builtPage();
  const words = lessonWords(language);

  it('have a map that leaves every name free and fills the paper, and keep what is to do at home whole and beside the end of the lesson', async () => {
    const { page, trouble, close } = await built.open(`#lesson=${id}:0&lang=${language}`);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.locator('.timeline[data-complete]').waitFor();
    await page.getByRole('button', { name: words.lessons, exact: true }).click();
    await page.locator('.lesson-list > li').filter({ hasText: lesson.title[language] }).getByRole('button', { name: words.printed.guide }).click();
    await page.locator('.print[data-ready]').waitFor();
    const show = (kind: PrintKind): Promise<void> => page.locator('.print-bar').getByRole('button', { name: words.printed[kind], exact: true }).click();

    await show('map');
    const { lines, names, wrong } = await coveredOn(page);
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(25);
    expect(names).toBe(24);
    for (const paper of PAPERS) {
      const [map, ...more] = await printed(page, paper);
      expect(more).toEqual([]);
      expect(map!.text).toContain(squeezed(words.notAForecast));
      expect(map!.text).toContain(squeezed(words.mapTask));
      const [top, bottom] = [Math.min(...map!.words.filter(({ text }) => /^(China|中国)$/.test(text)).map((word) => word.top)), Math.max(...map!.words.filter(({ text }) => text.startsWith(words.lanes.gpu)).map((word) => word.bottom))];
      expect((bottom - top) / PRINTABLE_HEIGHT[paper], paper).toBeGreaterThan(0.7);
      expect(map!.words.filter(({ text }) => (language === 'en' ? /^\$[\d.]+B$/ : /亿美元$/).test(text)).length, paper).toBeGreaterThanOrEqual(7);
    }
    // beside the end of the lesson: with all of its last question, or of its last step
    const asked = lesson.steps.findLast((step) => step.predict !== undefined)!.predict!;
    const ends = { handout: [asked.question, ...asked.options.map((option) => option.text)], guide: [lesson.steps.at(-1)!.notes ?? lesson.steps.at(-1)!.say] };
    for (const kind of ['handout', 'guide'] as const) {
      await show(kind);
      for (const paper of PAPERS) {
        const pages = await printed(page, paper);
        expect(pages.length, `${kind}, ${paper}`).toBeLessThanOrEqual(2);
        const home = pages.filter(({ text }) => text.includes(squeezed(lesson.homework[0]![language])));
        expect(home.length, `${kind}, ${paper}`).toBe(1);
        for (const text of [words.homework, ...lesson.homework.map((each) => each[language]), ...ends[kind].map((each) => each[language])]) expect(home[0]!.text, `${kind}, ${paper}`).toContain(squeezed(text));
      }
    }
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, 600_000);
});
