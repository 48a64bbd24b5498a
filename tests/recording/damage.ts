/** Ways to damage a recording, by a seeded generator, so that each can be repeated. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { canonical } from '../../src/model/canonical.ts';
import type { Frame, Run } from '../../src/model/frame.ts';
import type { Sha256 } from '../../src/model/digest.ts';
import { line, writeTrailer, type IndexRecord, type Member } from '../../src/recording/format.ts';
import { writeMember } from '../../src/recording/gzip.ts';
import { joined } from '../../src/recording/source.ts';

/** Faster than the portable one, which counts where thousands of files are opened. */
export const nodeSha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** Integers in [0, below), the same for the same seed (xorshift). */
export type Random = (below: number) => number;
export function randomFrom(seed: number): Random {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function bytesAt(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = change(copy[at]!);
  return copy;
}

export interface Damage {
  readonly bytes: Uint8Array;
  readonly what: string;
  /** Nothing that counts was changed: the file may be accepted. */
  readonly legal: boolean;
}

export const lineOf = (file: Uint8Array, member: Member): string => gunzipSync(file.subarray(member.offset, member.offset + member.length)).toString('utf8').trimEnd();

/** A file from lines, with an index that fits its bytes, or none. The digests in the index are those of `members`. */
export function assembled(lines: readonly string[], members: readonly Member[], indexed: boolean): Uint8Array {
  const packed = lines.map((text) => writeMember(line(text)));
  if (!indexed) return joined(packed);
  let offset = 0;
  const listed = packed.map((bytes, nth): Member => {
    const member = { ...members[Math.min(nth, members.length - 1)]!, offset, length: bytes.length, sha256: nodeSha256(bytes) };
    offset += bytes.length;
    return member;
  });
  const ticks = listed.length - 1;
  const index: IndexRecord = { type: 'index', ticks, digest: listed.at(-1)!.digest, members: listed.map((member, nth) => (nth === 0 ? member : { ...member, record: 'tick', tick: nth - 1 })) };
  const end = writeMember(line(canonical(index)));
  return joined([...packed, end, writeTrailer({ offset, length: end.length, sha256: nodeSha256(end) })]);
}

const SNIPPETS = ['1e999', '-0', '9007199254740993', '"x"', 'null', '[]', '{}', '[[[[', '{"__proto__":1}', '"\\ud800"', '1e-400', '0.1', '-1', 'true', '\u0000', '}', ',', '"constructor":{}'];

/** Changes the text of one record. */
function changedText(text: string, random: Random): { text: string; what: string } {
  const at = random(text.length);
  switch (random(6)) {
    case 0: {
      const digit = text.slice(at).search(/\d/) + at;
      return { text: text.slice(0, digit) + String((Number(text[digit]) + 1) % 10) + text.slice(digit + 1), what: 'digit' };
    }
    case 1: {
      const value = text.indexOf(':', at);
      const end = text.slice(value + 1).search(/[,}\]]/) + value + 1;
      return { text: text.slice(0, value + 1) + SNIPPETS[random(SNIPPETS.length)]! + text.slice(end), what: 'value' };
    }
    case 2: {
      const key = text.indexOf('"', at);
      return { text: text.slice(0, key + 1) + '__proto__' + text.slice(key + 1), what: 'key' };
    }
    case 3:
      return { text: text.slice(0, at) + '[{"a":'.repeat(2_000) + text.slice(at), what: 'nesting' };
    case 4:
      return { text: text.slice(0, at) + String.fromCharCode(32 + random(90)) + text.slice(at + 1), what: 'character' };
    default: {
      const length = 1 + random(40);
      return { text: text.slice(0, at) + text.slice(at + length), what: 'gap' };
    }
  }
}

export function damaged(file: Uint8Array, members: readonly Member[], random: Random): Damage {
  const at = random(file.length);
  const length = 1 + random(200);
  switch (random(8)) {
    case 0:
      return { bytes: bytesAt(file, at, (byte) => byte ^ (1 + random(255))), what: `byte ${at}`, legal: false };
    case 1:
      return { bytes: joined([file.subarray(0, at), file.subarray(at + length)]), what: `gap at ${at}`, legal: false };
    case 2:
      return { bytes: joined([file.subarray(0, at), Uint8Array.from({ length }, () => random(256)), file.subarray(at)]), what: `noise at ${at}`, legal: false };
    case 3: {
      const other = random(file.length - length);
      return { bytes: joined([file.subarray(0, at), file.subarray(other, other + length), file.subarray(at)]), what: `${length} bytes of ${other} again at ${at}`, legal: false };
    }
    case 4: {
      const copy = file.slice();
      copy.fill(0, at, at + length);
      return { bytes: copy, what: `zeros at ${at}`, legal: copy.every((byte, index) => byte === file[index]) };
    }
    case 5: {
      // whole records doubled, dropped or in another order, with an index that fits the file
      const lines = members.map((member) => lineOf(file, member));
      const from = random(lines.length);
      const to = random(lines.length);
      const [moved] = random(2) === 0 ? lines.splice(from, 1) : [lines[from]!];
      lines.splice(to, 0, moved!);
      const same = lines.length === members.length && from === to;
      const indexed = random(2) === 0;
      return { bytes: assembled(lines, members, indexed), what: `record ${from} to ${to}`, legal: same && indexed };
    }
    default: {
      const lines = members.map((member) => lineOf(file, member));
      const nth = random(lines.length);
      const changed = changedText(lines[nth]!, random);
      const legal = sameValue(changed.text, lines[nth]!);
      lines[nth] = changed.text;
      return { bytes: assembled(lines, members, random(2) === 0), what: `${changed.what} in record ${nth}`, legal };
    }
  }
}

function sameValue(a: string, b: string): boolean {
  try {
    return canonical(JSON.parse(a)) === canonical(JSON.parse(b));
  } catch {
    return false;
  }
}

/** Digests as docs/recording-format.md says, over whatever is there; the writer's own would refuse it. */
function signed(frames: readonly Frame[], headerDigest: string): Frame[] {
  let prev = headerDigest;
  return frames.map((frame) => {
    let before = '';
    const phases = frame.phases.map(({ digest: _digest, ...content }) => ({ ...content, digest: (before = nodeSha256(before + canonical(content))) }));
    const stateDigest = nodeSha256(canonical(frame.state));
    const digest = nodeSha256(canonical({ measures: frame.measures, phases: phases.map((phase) => phase.digest), prev, stateDigest, tick: frame.tick }));
    const again = { ...frame, phases, prev, stateDigest, digest };
    prev = digest;
    return again;
  });
}

/** Values that a forger might put where another belongs. */
const FORGED = ['"x"', 'null', '[]', '{}', '-1', '0', '1', '0.5', '9007199254740993', '1e300', 'true', '{"__proto__":1}', '{"constructor":1}', '"\\ud800"', `${'['.repeat(30)}${']'.repeat(30)}`, '"<b>"'];
const KEYS = ['__proto__', 'constructor', 'toString', 'extra', ''];

/** One value inside a month replaced, taken out or added to, and every digest after it made anew: only shapes and books can tell. */
export function forged(run: Run, random: Random): { readonly run: Run; readonly tick: number; readonly what: string } {
  const tick = random(run.frames.length);
  const frame = JSON.parse(JSON.stringify(run.frames[tick])) as Frame;
  const root = (['state', 'phases', 'measures'] as const)[random(3)]!;
  let within = frame[root] as unknown as { [key: string]: unknown };
  let path: string = root;
  // a phase stays a phase: what is changed lies inside it
  for (let depth = root === 'phases' ? 0 : 1; ; depth++) {
    const keys = Object.keys(within);
    const key = keys[random(Math.max(1, keys.length))];
    const inner = key === undefined ? undefined : within[key];
    if (key !== undefined && typeof inner === 'object' && inner !== null && (depth === 0 || random(4) > 0)) {
      within = inner as { [key: string]: unknown };
      path += `.${key}`;
      continue;
    }
    const kind = random(6);
    const value: unknown = JSON.parse(FORGED[random(FORGED.length)]!);
    const name = kind === 0 || key === undefined ? KEYS[random(KEYS.length)]! : key;
    if (Array.isArray(within)) {
      if (kind === 0 || key === undefined) within.push(value);
      else if (kind === 1) within.splice(Number(key), 1);
      else within[Number(key)] = value;
    } else if (kind === 1) delete within[name];
    else Object.defineProperty(within, name, { value, enumerable: true, configurable: true, writable: true });
    const frames = run.frames.map((each, at) => (at === tick ? frame : each));
    return { run: { header: run.header, frames: signed(frames, run.frames[0]!.prev) }, tick, what: `${path}.${name} ${kind === 1 ? 'gone' : JSON.stringify(value)}` };
  }
}

/** The file of such a run, written without looking at what is in it. */
export function assembledRun(run: Run, indexed: boolean): Uint8Array {
  const lines = [canonical(run.header), ...run.frames.map((frame) => canonical({ type: 'tick', ...frame }))];
  const members = lines.map((_, nth): Member => ({ record: nth === 0 ? 'header' : 'tick', ...(nth === 0 ? {} : { tick: nth - 1 }), offset: 0, length: 0, sha256: '', digest: nth === 0 ? run.frames[0]!.prev : run.frames[nth - 1]!.digest }));
  return assembled(lines, members, indexed);
}
