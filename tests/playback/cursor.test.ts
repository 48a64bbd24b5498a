import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PHASES } from '../../src/model/phase.ts';
import { isWaiting, reduce, SPEEDS, START, STEP_SECONDS, timelineOf, type Command, type Playback, type RunFacts } from '../../src/playback/index.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const timeline = timelineOf(syntheticRun().frames);
const facts = (length = 12, finished = true): RunFacts => ({ length, finished, settled: true, beats: (tick) => timeline.months[tick]!.beats.length, marks: timeline.marks.filter((mark) => mark.tick < length) });
const run = (commands: readonly Command[], from: Playback = START, about = facts()): Playback => commands.reduce((state, command) => reduce(state, command, about), from);
const seconds = (each: number): Command => ({ type: 'advance', seconds: each });
const at = (tick: number): Playback => run([{ type: 'seek', tick }]);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(...(['play', 'pause', 'toggle', 'faster', 'slower', 'first', 'last'] as const).map((type) => ({ type })), { type: 'stepPhase', by: 1 }, { type: 'stepPhase', by: -1 }, { type: 'jump', direction: 1 }, { type: 'jump', direction: -1, only: 'default' }),
  fc.double({ min: 0, max: 5, noNaN: true }).map(seconds),
  fc.integer({ min: -5, max: 99 }).map((tick): Command => ({ type: 'seek', tick })),
  fc.double().map((share): Command => ({ type: 'seekShare', share })),
  fc.constantFrom(-10, -1, 1, 10).map((by): Command => ({ type: 'step', by })),
  fc.constantFrom(...SPEEDS).map((speed): Command => ({ type: 'speed', speed })),
  fc.boolean().map((on): Command => ({ type: 'skipQuiet', on })),
);

describe('playback', () => {
  test('stands at a month of the run, at a fraction of it, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), fc.boolean(), (commands, length, finished) => {
        let state = START;
        for (const each of commands) {
          state = reduce(state, each, facts(length, finished));
          expect(Number.isInteger(state.tick) && state.tick >= 0 && state.tick < length).toBe(true);
          expect(state.u).toBeGreaterThanOrEqual(0);
          expect(state.u).toBeLessThanOrEqual(1);
          expect(state.phase === null || (state.phase >= 0 && state.phase < PHASES.length)).toBe(true);
          if (state.phase !== null) expect([state.moving, state.u]).toEqual(['still', 1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('tells the first month first, then each after the other, and stops at the horizon', () => {
    let state = run([{ type: 'play' }]);
    expect([state.tick, state.u, state.moving]).toEqual([0, 0, 'playing']);
    const seen: number[] = [];
    for (let count = 0; count < 100 && state.moving === 'playing'; count++) {
      state = run([seconds(0.5)], state);
      if (seen.at(-1) !== state.tick) seen.push(state.tick);
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([state.tick, state.u, state.moving]).toEqual([11, 1, 'still']);
    expect(run([{ type: 'play' }], state)).toMatchObject({ tick: 0, u: 0, moving: 'playing' });
  });

  test('moves by seconds and speed, the same in small pieces as in one', () => {
    const playing: readonly Command[] = [{ type: 'speed', speed: 0.5 }, { type: 'play' }];
    const whole = run([...playing, seconds(1.5)]);
    const pieces = run([...playing, ...Array.from({ length: 96 }, () => seconds(1 / 64))]);
    expect([whole.tick, whole.u]).toEqual([0, 0.75]);
    expect([pieces.tick, pieces.u]).toEqual([0, 0.75]);
    expect(run([...playing, ...Array.from({ length: 5 }, () => seconds(1))])).toMatchObject({ tick: 2, u: 0.5 });
  });

  test('does not run ahead after a long absence', () => {
    expect(run([{ type: 'speed', speed: 8 }, { type: 'play' }, seconds(3600)])).toMatchObject({ tick: 1, u: 0 });
  });

  test('at full speed shows every month once', () => {
    let state = run([{ type: 'speed', speed: 'max' }, { type: 'play' }]);
    const seen: number[] = [];
    while (state.moving === 'playing') {
      state = run([seconds(0.016)], state);
      if (state.moving === 'playing') seen.push(state.tick);
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('waits for months of a run that is still growing, and goes on when they come', () => {
    let state = run([{ type: 'seek', tick: 3 }, { type: 'play' }, seconds(1)], START, facts(4, false));
    expect([state.tick, state.u, state.moving, isWaiting(state, facts(4, false))]).toEqual([3, 1, 'playing', true]);
    state = run([seconds(0.5)], state, facts(6, false));
    expect([state.tick, state.u, isWaiting(state, facts(6, false))]).toEqual([4, 0.25, false]);
  });

  test('steps a month beat by beat and completes it at once when pressed again', () => {
    const beats = timeline.months[1]!.beats.length;
    const stepping = run([{ type: 'step', by: 1 }], at(0));
    expect(stepping).toMatchObject({ tick: 1, u: 0, moving: 'stepping' });
    expect(run([seconds(STEP_SECONDS)], stepping).u).toBeCloseTo(1 / beats, 12);
    expect(run([seconds(STEP_SECONDS * beats + 0.01)], stepping)).toMatchObject({ tick: 1, u: 1, moving: 'still' });
    expect(run([{ type: 'step', by: 1 }], stepping)).toMatchObject({ tick: 1, u: 1, moving: 'still' });
  });

  test('rests at once when going back or seeking, and stays in the run', () => {
    const playing = run([{ type: 'play' }, seconds(1)], at(5));
    expect(run([{ type: 'step', by: -1 }], playing)).toMatchObject({ tick: 5, u: 1, moving: 'still' });
    expect(run([{ type: 'seek', tick: 2 }], playing)).toMatchObject({ tick: 2, u: 1, moving: 'playing' });
    expect(run([{ type: 'seek', tick: 500 }])).toMatchObject({ tick: 11 });
    expect(run([{ type: 'seekShare', share: 0.5 }])).toMatchObject({ tick: 6 });
    expect(run([{ type: 'step', by: 10 }, { type: 'step', by: 10 }])).toMatchObject({ tick: 11, moving: 'still' });
  });

  test('walks the phases of a month and from one month into the next', () => {
    const last = PHASES.length - 1;
    const first = run([{ type: 'stepPhase', by: 1 }], at(3));
    expect(first).toMatchObject({ tick: 4, phase: 0 });
    expect(run(Array.from({ length: last }, () => ({ type: 'stepPhase', by: 1 }) as const), first)).toMatchObject({ tick: 4, phase: last });
    expect(run([{ type: 'stepPhase', by: -1 }], first)).toMatchObject({ tick: 3, phase: last });
    expect(run([{ type: 'stepPhase', by: -1 }], at(3))).toMatchObject({ tick: 3, phase: last });
    expect(run([{ type: 'stepPhase', by: 1 }], at(11))).toMatchObject({ tick: 11, phase: null, u: 1 });
    const there = run(Array.from({ length: 40 }, () => ({ type: 'stepPhase', by: 1 }) as const), at(2));
    expect(run(Array.from({ length: 40 }, () => ({ type: 'stepPhase', by: -1 }) as const), there)).toMatchObject({ tick: 2, phase: last });
  });

  test('jumps to the next and the last marked month, of one kind if asked', () => {
    expect(run([{ type: 'jump', direction: 1 }], at(4)).tick).toBe(6);
    expect(run([{ type: 'jump', direction: 1, only: 'default' }], at(0)).tick).toBe(10);
    expect(run([{ type: 'jump', direction: -1 }], at(8)).tick).toBe(7);
    expect(run([{ type: 'jump', direction: 1, only: 'default' }], at(10)).tick).toBe(10);
  });

  test('skips quiet months only when asked to', () => {
    const playing: readonly Command[] = [{ type: 'speed', speed: 1 }, { type: 'play' }, seconds(1)];
    expect(run(playing, at(0)).tick).toBe(2);
    expect(run([{ type: 'skipQuiet', on: true }, ...playing], at(0)).tick).toBe(6);
  });

  test('skipping quiet months of a run that is still growing, waits for a marked month and not for the last there is', () => {
    const skipping = run([{ type: 'skipQuiet', on: true }, { type: 'speed', speed: 1 }, { type: 'play' }, seconds(1)], at(0), facts(4, false));
    expect(skipping).toMatchObject({ tick: 0, u: 1, moving: 'playing' });
    expect(run([seconds(1)], skipping, facts(5, false))).toMatchObject({ tick: 4, u: 1 });
    expect(run([seconds(1)], skipping, facts(4, true))).toMatchObject({ tick: 3, u: 1 });
  });
});
