import { describe, expect, it } from 'vitest';
import { boxesMeet, boxHolds, boxInside, pathMeetsBox } from '../../src/view/geometry.ts';
import { planPaperMap, type PaperMap } from '../../src/view/paper-map.ts';
import { estimateText } from '../../src/view/stage-words.ts';
import { LaneBook } from '../../src/playback/lane-book.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { makeStageWords } from '../../src/words/stage.ts';
import { run } from './stills.ts';

const [width, height] = [720, 744];
const plan = (language: 'en' | 'zh', spoken: readonly string[] = []): PaperMap =>
  planPaperMap({ header: run.header, frames: run.frames, spoken, width, height, words: makeStageWords(makeSpeaker(language, run.header.scenario)), measure: estimateText });

describe.each(LANGUAGES)('the map on paper, in %s', (language) => {
  const map = plan(language);
  const { places, lanes, amounts } = map;

  it('has everybody on the sheet, a line for whoever pays or is paid, and nobody on anybody', () => {
    const sheet = { x: 0, y: 0, width, height };
    for (const place of places) expect(boxInside(place.box, sheet), place.id).toBe(true);
    for (const [nth, a] of places.entries()) for (const b of places.slice(nth + 1)) expect(boxesMeet(a.box, b.box, 4), `${a.id} ${b.id}`).toBe(false);
    const pays = new Set(new LaneBook(run.header.scenario, run.frames).keys().filter((key) => !key.includes('/gpu/')).flatMap((key) => [key.split('/')[0]!, key.split('/')[2]!]));
    expect(pays.size).toBeGreaterThan(10);
    for (const id of pays) expect(lanes.some((lane) => lane.from === id || lane.to === id), id).toBe(true);
  });

  it('ends every line beside a name, and leads none through one', () => {
    expect(lanes.length).toBeGreaterThan(20);
    for (const { key, path, width: broad, from, to } of lanes)
      for (const { id, box } of places) {
        expect(boxHolds(box, path.xs.at(-1)!, path.ys.at(-1)!), `${key} ends in ${id}`).toBe(false);
        if (id !== from && id !== to) expect(pathMeetsBox(path, box, broad / 2), `${key} crosses ${id}`).toBe(false);
      }
  });

  it('writes the largest amounts where they cover no name', () => {
    expect(amounts.length).toBeGreaterThan(6);
    for (const { text, box } of amounts) for (const place of places) expect(boxesMeet(box, place.box), `${text} on ${place.id}`).toBe(false);
  });
});

it('draws and writes what a lesson speaks of, however small, if it flowed', () => {
  const without = plan('en');
  const book = new LaneBook(run.header.scenario, run.frames);
  const small = book.keys().filter((key) => !key.includes('/gpu/') && !without.lanes.some((lane) => lane.key === key)).sort((a, b) => book.total(a) - book.total(b))[0]!;
  const map = plan('en', [small, 'china/equity/openai']);
  expect(map.lanes.map((lane) => lane.key)).toContain(small);
  expect(map.amounts.map((amount) => amount.on)).toContain(small);
  expect(map.lanes.map((lane) => lane.key)).not.toContain('china/equity/openai');
  expect(map.hidden).toBeLessThan(without.hidden);
});
