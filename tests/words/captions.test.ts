import { PHASES } from '../../src/model/phase.ts';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type Event } from '../../src/model/decision.ts';
import type { Frame } from '../../src/model/frame.ts';
import { WEIGHT } from '../../src/playback/events.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { captionFits, captionFor, captionLength, captionOf, captionOfPhase, CAPTIONS, captionSoFar, MOST_CHARACTERS, MOST_WORDS } from '../../src/words/captions.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 14 });
const { scenario } = run.header;
const speakers = LANGUAGES.map((language) => makeSpeaker(language, scenario));

const folder = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => {
  const loaded = loadScenario(readFileSync(new URL(name, folder), 'utf8'), name, (id) => readFileSync(new URL(`${id}.yaml`, folder), 'utf8'));
  if (!loaded.ok) throw new Error(`${name} does not load`);
  return loaded.scenario;
});
const base = shipped.find((one) => one.id === 'base')!;
const parties = base.parties.map((party) => party.id);
const baseSpeakers = LANGUAGES.map((language) => makeSpeaker(language, base));

/** A month in which this is all that happened. */
const monthWith = (event: Event): Frame => ({ ...run.frames[0]!, phases: [{ ...run.frames[0]!.phases[0]!, flows: [], decisions: [], events: [event] }] });

describe('A caption', () => {
  it('has at most twelve words, or twenty-four characters, in every month', () => {
    for (const speaker of speakers)
      for (const frame of run.frames) {
        const text = captionOf(frame, speaker);
        expect(text).not.toBe('');
        expect(captionLength(text, speaker.language), text).toBeLessThanOrEqual(speaker.language === 'en' ? MOST_WORDS : MOST_CHARACTERS);
      }
  });

  it('fits for every kind of event, whoever it happens to and whatever is at stake', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999_999 });
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), fc.constantFrom(...parties), fc.constantFrom(...parties), amount, amount, fc.double({ min: 0, max: 1, noNaN: true }), (type, actor, other, due, paid, share) => {
        const event: Event = {
          id: `0/shock/${actor}`, key: `${actor}/${type}`, type, actor, causes: [],
          data: { counterparty: other, lender: other, refusedBy: other, borrower: other, amount: due, due, paid: Math.min(due, paid), share, units: due, cover: share, covenant: 1.2, generation: 'blackwell', region: 'solvency', to: 'ponzi' },
        };
        for (const speaker of baseSpeakers) {
          const { text, about } = captionFor(monthWith(event), speaker);
          expect(captionFits(text, speaker.language), text).toBe(true);
          expect(text).not.toMatch(/undefined|null|NaN/);
          // something that is marked on the timeline is what the caption is about
          if (WEIGHT[type] > 0) expect(about).toEqual({ event: event.id });
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('tells every shock of a shipped scenario in its own words', () => {
    for (const one of shipped)
      for (const shock of one.shocks)
        for (const language of LANGUAGES) {
          const event: Event = { id: `0/shock/${shock.id}`, key: `world/shock/${shock.id}`, type: 'shock', data: { shock: shock.id }, causes: [] };
          expect(captionOf(monthWith(event), makeSpeaker(language, one)), `${one.id}/${shock.id}`).toBe(shock.text[language]);
        }
  });

  it('fits when an event carries nothing but its name', () => {
    for (const type of EVENT_TYPES)
      for (const speaker of speakers) {
        const text = captionOf(monthWith({ id: '0/shock/x', key: 'x', type, data: {}, causes: [] }), speaker);
        expect(captionFits(text, speaker.language), text).toBe(true);
        expect(text).not.toMatch(/undefined|null|NaN/);
      }
  });

  it('tells the default, not the contract signed in the same month', () => {
    const frame = run.frames[10]!;
    expect(captionOf(frame, speakers[0]!)).toBe('Start-ups default, $90M short of what is due.');
    expect(captionOf(frame, speakers[1]!)).toContain('违约');
  });

  it('names a default only when the phase in which it happens has begun, and keeps the news of the month before until there is other news', () => {
    const [before, frame] = [run.frames[9]!, run.frames[10]!];
    const resolving = PHASES.indexOf(frame.phases.find((record) => record.events.some((event) => event.type === 'default'))!.phase);
    for (const speaker of speakers) {
      const whole = captionOf(frame, speaker);
      for (let told = 0; told <= PHASES.length; told++) expect(captionSoFar(frame, before, told, speaker) === whole, `${told} phases`).toBe(told > resolving);
      const quiet = { ...run.frames[1]!, phases: run.frames[1]!.phases.map((record) => ({ ...record, events: [], decisions: [] })) };
      expect(captionSoFar(quiet, frame, 3, speaker)).toBe(whole);
      expect(captionSoFar(quiet, frame, PHASES.length, speaker)).toBe(captionOf(quiet, speaker));
    }
  });

  it('tells the largest payment of the loop when nothing else happened', () => {
    const quiet = { ...run.frames[1]!, phases: run.frames[1]!.phases.map((record) => ({ ...record, events: [], decisions: [] })) };
    expect(captionFor(quiet, speakers[0]!).about).toHaveProperty('flow');
    expect(captionOf({ ...quiet, phases: [] }, speakers[0]!)).toBe('A quiet month.');
  });

  it('says of a phase that brings nothing what it is for, never that the month is quiet, and leaves what comes later untold', () => {
    const frame = run.frames[10]!;
    const resolving = frame.phases.find((record) => record.events.some((event) => event.type === 'default'))!.phase;
    for (const speaker of speakers) {
      const { quiet, uneventful } = CAPTIONS[speaker.language];
      const said = PHASES.map((phase) => captionOfPhase(frame, phase, speaker));
      expect(said[0]).toBe(uneventful.shock);
      expect(said[PHASES.indexOf(resolving)]).toBe(captionOf(frame, speaker));
      for (const [at, text] of said.entries()) {
        expect(text).not.toBe(quiet);
        expect(text === captionOf(frame, speaker), PHASES[at]).toBe(PHASES[at] === resolving);
        expect(captionFits(text, speaker.language), text).toBe(true);
      }
      for (const phase of PHASES) {
        expect(captionFits(uneventful[phase], speaker.language), uneventful[phase]).toBe(true);
        expect(captionOfPhase({ ...frame, phases: [] }, phase, speaker)).toBe(uneventful[phase]);
      }
      // every phase is told apart
      expect(new Set(Object.values(uneventful)).size).toBe(PHASES.length);
    }
  });

  it('does not take the opening of the world for news', () => {
    const event: Event = { id: '0/shock/world', key: 'world/shock/announced', type: 'shock', data: { announced: true }, causes: [] };
    expect(captionFor(monthWith(event), speakers[0]!).about).toBeNull();
  });
});
