/**
 * Months that somebody changed on purpose and signed anew: every digest holds, so only their shape and what follows
 * from the month before can tell. By a seeded generator.
 */
import { canonical } from '../../src/model/canonical.ts';
import type { Frame, Run } from '../../src/model/frame.ts';
import { rechain } from '../fixtures/recorded.ts';
import { assembled, nodeSha256, type Random } from './damage.ts';

type Node = { [name: string]: unknown } | unknown[];
interface Place {
  readonly holder: Node;
  readonly name: string;
  readonly path: string;
}

export interface Forgery {
  readonly bytes: Uint8Array;
  readonly what: string;
  /** The month that was changed, and what it now says. */
  readonly tick: number;
  readonly frames: readonly Frame[];
}

const VALUES: readonly unknown[] = [0, 1, -1, 0.5, -0.5, 1e15, -1e15, 2 ** 53, '', 'x', '-', null, true, [], {}, [0], { x: 1 }, '<b>', 'a'.repeat(5_000)];

/** Every value of a record with the way to it; digests are left out, since they are made anew. */
function places(node: unknown, path: string, found: Place[]): Place[] {
  if (typeof node !== 'object' || node === null) return found;
  for (const name of Object.keys(node)) {
    if (/^(digest|prev|stateDigest)$/.test(name)) continue;
    const at = path === '' ? name : `${path}.${name}`;
    found.push({ holder: node as Node, name, path: at });
    places((node as { [name: string]: unknown })[name], at, found);
  }
  return found;
}

function change({ holder, name }: Place, random: Random): string {
  const map = holder as { [name: string]: unknown };
  const value = map[name];
  switch (random(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete map[name];
      return 'left out';
    case 1:
      if (Array.isArray(holder)) holder.push(value);
      else map[['extra', 'constructor', '0', 'people'][random(4)]!] = value;
      return 'added to';
    case 2:
      map[name] = typeof value === 'number' ? value + [1, -1, 10, 0.5][random(4)]! : typeof value === 'string' ? `${value}x` : [value];
      return 'moved a little';
    case 3:
      if (Array.isArray(value)) value.reverse();
      else map[name] = Array.isArray(holder) ? holder[0] : null;
      return 'turned round';
    default:
      map[name] = VALUES[random(VALUES.length)];
      return 'exchanged';
  }
}

/** The run with one value of one month changed and everything signed anew; null where what came out cannot be signed. */
export function forged(run: Run, random: Random): Forgery | null {
  const frames = JSON.parse(JSON.stringify(run.frames)) as Frame[];
  const tick = random(frames.length);
  const found = places(frames[tick], '', []);
  const place = found[random(found.length)]!;
  const what = `${change(place, random)}: ${place.path} of month ${tick}`;
  let signed: Frame[];
  try {
    signed = rechain(frames, run.header);
  } catch {
    return null; // no list of phases to sign
  }
  const lines = [canonical(run.header), ...signed.map((frame) => canonical({ type: 'tick', ...frame }))];
  const members = [{ record: 'header' as const, digest: nodeSha256(lines[0]!) }, ...signed.map(({ digest }) => ({ record: 'tick' as const, digest }))];
  return { bytes: assembled(lines, members, random(2) === 0), what, tick, frames: signed };
}
