/** A change to a history in words. */
import type { Change } from '../model/frame.ts';
import { assertNever } from '../model/units.ts';
import type { CliWords } from '../words/cli.ts';

export function changeText(change: Change, words: CliWords): string {
  const { kind } = change;
  switch (kind) {
    case 'set':
      return words.change({ kind, subject: change.path, value: change.value });
    case 'hold':
      return words.change({ kind, subject: change.key });
    case 'removeContract':
      return words.change({ kind, subject: change.contract });
    case 'channelOff':
      return words.change({ kind, subject: change.channel });
    case 'payInstead':
      return words.change({ kind, subject: change.obligation });
    case 'rescue':
      return words.change({ kind, subject: change.actor });
    default:
      return assertNever(kind);
  }
}
