import { describe, expect, it } from 'vitest';
import type { ComponentType } from 'react';
import type { ExtraLoss } from '../../../src/playback/index.ts';
import { CompareLosses } from '../../../src/ui/panels/compare-losses.tsx';
import { LANGUAGES } from '../../../src/words/language.ts';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { markupOf } from './render.ts';

const { scenario } = syntheticRun({ ticks: 1 }).header;
const [more, less] = scenario.parties.map(({ id }) => id) as [string, string];
const BILLION = 1_000_000_000;
const nothing = { credit: 0, marks: 0, deadweight: 0 };
const losses: readonly ExtraLoss[] = [
  { holder: more, a: nothing, b: { credit: 3 * BILLION, marks: 0, deadweight: 2 * BILLION }, extra: 5 * BILLION },
  { holder: less, a: { credit: 7 * BILLION, marks: 0, deadweight: 0 }, b: nothing, extra: -7 * BILLION },
];

describe('who lost more', () => {
  for (const language of LANGUAGES)
    it(`has one sign along a row: more is +, less is −, and what is lost for good is the sum of its parts (${language})`, () => {
      const speaker = makeSpeaker(language, scenario);
      const rows = markupOf(CompareLosses as ComponentType<object>, { losses, speaker }).split('<tr').slice(2).map((row) => [...row.matchAll(/<td[^>]*>([^<]*)/g)].map(([, text]) => text));
      const dollars = (billions: number): string => `${billions > 0 ? '+' : ''}${speaker.format.dollars(billions * BILLION)}`;
      expect(rows).toEqual([[3, 2, 0, 5], [-7, 0, 0, -7], [-4, 2, 0, -2]].map((row) => row.map(dollars)));
    });
});
