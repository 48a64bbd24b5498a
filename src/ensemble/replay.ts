/** The command that makes a full recording of one history of a sweep, to be typed as it is. */
import type { HistoryOrder } from '../histories/order.ts';

/** `scenario`: the file a sweep keeps beside its results. */
export function replayCommand(scenario: string, order: HistoryOrder, out: string): string {
  const parts = ['npx', 'ouroboros', 'run', scenario, '--seed', order.seed];
  for (const [name, value] of Object.entries(order.set)) parts.push('--set', `${name}=${value}`);
  if (order.off !== null) parts.push('--channel-off', order.off);
  return [...parts, '--out', out].map(quoted).join(' ');
}

/** For a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
