/** How the other of two histories looks beside the one that is told: the same, with its own names, and for a screen reader which of the two it is. */
import type { Settings } from '../session/settings.ts';
import type { Sides } from '../session/sides.ts';
import type { Look } from '../view/stage-view.ts';
import { named } from '../words/joined.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { makeStageWords } from '../words/stage.ts';
import { sideNames } from './panels/side-names.ts';

export function otherLook(look: Omit<Look, 'words'>, sides: Sides, { language, names }: Pick<Settings, 'language' | 'names'>): Look {
  const other = sides.shown === 'a' ? 'b' : 'a';
  const words = makeStageWords(makeSpeaker(language, sides[other].source.header.scenario, names));
  const name = sideNames(sides.a.source.header, sides.b.source.header, language)[other];
  return { ...look, words: { ...words, stage: (tick) => named(name, words.stage(tick), language) } };
}
