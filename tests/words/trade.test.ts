import { describe, expect, it } from 'vitest';
import { shippedScenario } from '../explain/simulated.ts';
import { nodeSha256 } from '../recording/damage.ts';
import { runToEnd } from '../../src/simulation.ts';
import { captionFor } from '../../src/words/captions.ts';
import { CLI_WORDS } from '../../src/words/cli.ts';
import { LANGUAGES, type Language } from '../../src/words/language.ts';
import { LEVERS } from '../../src/words/levers.ts';
import { PANEL_WORDS } from '../../src/words/panels.ts';
import { decisionSentence, eventSentence } from '../../src/words/sentences.ts';
import { makeSpeaker, VOCABULARY, type Speaker } from '../../src/words/speaker.ts';
import { STAGE_WORDS } from '../../src/words/stage.ts';
import { inTrade } from '../../src/words/trade.ts';
import type { UiWords } from '../../src/words/ui-types.ts';
import { UI_WORDS } from '../../src/words/ui.ts';
import { dictionaryCsv } from '../../src/cli/export/dictionary.ts';
import { FIGURES, figureName } from '../../src/words/figures.ts';
import { GLOSSARY } from '../../src/words/glossary.ts';

/** What nobody said in 1999 of networks. */
const OF_OUR_TIME: { readonly [language in Language]: RegExp } = { en: /\b(AI|GPUs?|H100|chips?|neoclouds?|labs?|compute|cloud giants?)\b/i, zh: /AI|GPU|H100|芯片|新云|实验室|算力|云巨头/ };

/** What the help says, without the table of keys. */
const helpOf = ({ helpWhat, helpConditions, helpMarks }: UiWords): object => ({ helpWhat, helpConditions, helpMarks });

/** Meanings of the exported columns; the names of lanes that stand in the files are what they are. */
const dictionaryOf = (speaker: Speaker): string[] => dictionaryCsv(speaker).split('\r\n').map((line) => line.split(',').slice(3).join(',').replace(/\bgpu\b/, ''));

/** Every text of a catalogue that is there without being asked for figures. */
function* texts(words: unknown): Iterable<string> {
  if (typeof words === 'string') yield words;
  else if (words !== null && typeof words === 'object') for (const each of Object.values(words)) yield* texts(each);
}

describe.each(LANGUAGES)('a scenario of another trade (%s)', (language) => {
  const telecom = shippedScenario('telecom-1999');
  const speaker = makeSpeaker(language, telecom);

  it('is told in its own words wherever ours would stand', () => {
    for (const catalogue of [speaker.vocabulary, speaker.words(STAGE_WORDS), speaker.words(PANEL_WORDS), speaker.words(CLI_WORDS).field, helpOf(speaker.words(UI_WORDS)), speaker.words(GLOSSARY), Object.keys(FIGURES).map((path) => speaker.say(figureName(path, language))), dictionaryOf(speaker), ...LEVERS.map((lever) => speaker.words(lever.text))]) for (const text of texts(catalogue)) expect(text).not.toMatch(OF_OUR_TIME[language]);
    const said = new Set<string>();
    for (const frame of runToEnd({ scenario: { ...telecom, horizon: 48 }, seed: '42' }, { sha256: nodeSha256 }).frames) {
      said.add(captionFor(frame, speaker).text);
      for (const { events, decisions } of frame.phases) {
        for (const event of events) said.add(eventSentence(event, speaker));
        for (const decision of decisions) said.add(decisionSentence(decision, speaker));
      }
    }
    expect(said.size).toBeGreaterThan(200);
    for (const text of said) expect(text).not.toMatch(OF_OUR_TIME[language]);
  });
  it('leaves scenarios of ours as they are', () => {
    const ours = makeSpeaker(language, shippedScenario('base'));
    expect(ours.vocabulary).toBe(VOCABULARY[language]);
    expect(ours.words(STAGE_WORDS)).toBe(STAGE_WORDS[language]);
  });
});

describe('words of a trade', () => {
  const trade = { GPUs: 'systems', chip: 'system', chips: 'systems', 'chip maker': 'equipment maker', '.*': 'all', constructor: 'builder' };
  it('take the place of whole words, the longer first, with the capital that was there', () => {
    const words = inTrade({ plain: 'Chips of a chip maker are chips; a microchip is one word.', deep: [{ of: (count: number) => `${count} chips` }] }, trade, 'en');
    expect(words.plain).toBe('Systems of a equipment maker are systems; a microchip is one word.');
    expect(words.deep[0]!.of(3)).toBe('3 systems');
    // capitals that are part of a word are no beginning of a sentence
    expect(inTrade({ text: 'New GPUs' }, trade, 'en').text).toBe('New systems');
  });
  it('are letters, not patterns, and no more than what the scenario says', () => {
    expect(inTrade({ text: 'anything: constructor, toString' }, trade, 'en').text).toBe('anything: builder, toString');
    expect(inTrade({ text: 'chips' }, {}, 'en').text).toBe('chips');
  });
  it('come to the same catalogue each time', () => {
    const catalogue = { text: 'chips' };
    expect(inTrade(catalogue, trade, 'en')).toBe(inTrade(catalogue, trade, 'en'));
  });
});
