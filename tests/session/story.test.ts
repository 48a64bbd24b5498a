import { describe, expect, it } from 'vitest';
import { storyOf } from '../../src/session/story.ts';
import { timelineOf } from '../../src/playback/summary.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const { marks } = timelineOf(syntheticRun({ ticks: 24 }).frames);

describe('the short story of a run', () => {
  it('stops in the month of the first failure', () => {
    const failure = marks.find((mark) => mark.type === 'default')!;
    expect(storyOf(marks, 72).end).toBe(failure.tick);
  });

  it('is told to the end of a run in which nobody fails', () => {
    expect(storyOf(marks.filter((mark) => mark.type !== 'default'), 72).end).toBe(71);
  });

  it('lasts about a minute at most', () => {
    for (const months of [12, 72, 240]) {
      const story = storyOf(marks.filter((mark) => mark.type !== 'default'), months);
      let seconds = 0;
      for (let tick = 0; tick <= story.end; tick++) seconds += 1 / Number(story.speed(tick));
      expect(seconds).toBeLessThanOrEqual(65);
    }
  });

  it('slows down where something happens for the first time', () => {
    const story = storyOf(marks, 72);
    const failure = marks.find((mark) => mark.type === 'default')!;
    const quiet = [...Array(story.end).keys()].find((tick) => tick > 0 && !marks.some((mark) => mark.tick === tick))!;
    expect(Number(story.speed(failure.tick))).toBeLessThan(Number(story.speed(quiet)));
  });

  it('never stops before a run of one month has begun', () => {
    expect(storyOf([], 1).end).toBe(0);
    expect(storyOf([], 0).end).toBe(0);
  });
});
