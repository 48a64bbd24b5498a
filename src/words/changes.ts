/** A change to a history, in words. */
import type { Change } from '../model/frame.ts';
import { LEVERS, leverFigure } from './levers.ts';
import { PANEL_WORDS } from './panels.ts';
import type { Speaker } from './speaker.ts';

export function changeSentence(change: Change, speaker: Speaker): string {
  const words = speaker.words(PANEL_WORDS).compare.change;
  switch (change.kind) {
    case 'set': {
      const lever = LEVERS.find((each) => each.name === change.path);
      if (lever === undefined) return words.set(change.path, speaker.format.number(change.value, Number.isInteger(change.value) ? 0 : 2));
      return words.set(lever.text[speaker.language].label, leverFigure(lever, change.value, speaker));
    }
    case 'hold':
      return words.hold(keyNamed(change.key, speaker));
    case 'removeContract':
      return words.removeContract(change.contract);
    case 'channelOff':
      return words.channelOff((speaker.vocabulary.channel as { readonly [channel: string]: string })[change.channel] ?? change.channel);
    case 'payInstead':
      return words.payInstead(keyNamed(change.obligation, speaker));
    case 'rescue':
      return words.rescue(speaker.party(change.actor));
  }
}

/** A key with the parties in it by name: `openai/commit/oracle` → `OpenAI / commit / Oracle`. */
function keyNamed(key: string, speaker: Speaker): string {
  const named: { readonly [word: string]: string } = { ...speaker.vocabulary.decision, ...speaker.vocabulary.obligation };
  return key.split('/').map((part) => (speaker.isParty(part) ? speaker.party(part) : Object.hasOwn(named, part) ? named[part]! : part)).join(' / ');
}
