import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { Frame, Header, PhaseRecord, Run } from '../../src/model/frame.ts';
import { DEPTH_CAP, line, RECORD_CAP, writeTrailer } from '../../src/recording/format.ts';
import { MEMBER_HEADER, readMember, writeMember } from '../../src/recording/gzip.ts';
import { bytesSource, findResumePoint, openRecording, validateRecording, type Problem, type Source } from '../../src/recording/index.ts';
import type { Migration } from '../../src/recording/migrate.ts';
import { joined } from '../../src/recording/source.ts';
import { recorded, rechain } from '../fixtures/recorded.ts';
import { tinyRun } from '../fixtures/tiny-run.ts';
import { assembled, lineOf, nodeSha256 as sha256 } from './damage.ts';

const run = tinyRun(2);
const file = await recorded(run);
const text = new TextEncoder();

async function problemOf(bytes: Uint8Array): Promise<Problem | null> {
  const opened = await openRecording(bytesSource(bytes), { sha256 });
  return opened.ok ? (await validateRecording(opened.recording)).problem : opened.problem;
}

describe('a file that is no recording', () => {
  test.each([
    ['nothing at all', new Uint8Array(0), { key: 'recording.empty' }],
    ['a text', text.encode('Dear class,\nplease open the other file.\n'), { key: 'recording.foreign', looks: 'text' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), { key: 'recording.foreign', looks: 'other' }],
    ['an unpacked recording', text.encode(canonical(run.header)), { key: 'recording.foreign', looks: 'unpacked' }],
    ['a recording unpacked and packed again as one', gzipSync(canonical(run.header)), { key: 'recording.foreign', looks: 'repacked' }],
    ['some other packed file', gzipSync('Dear class'), { key: 'recording.foreign', looks: 'gzip' }],
    ['a packed file that looks like a member', writeMember(text.encode('Dear class')), { key: 'recording.foreign', looks: 'gzip' }],
    ['a packed list', writeMember(text.encode('[1,2]')), { key: 'recording.foreign', looks: 'gzip' }],
    ['three bytes of one', MEMBER_HEADER.slice(0, 3), { key: 'recording.headerTorn' }],
    ['a month without a header', writeMember(line(canonical({ type: 'tick', ...run.frames[0]! }))), { key: 'recording.foreign', looks: 'gzip' }],
  ])('is refused: %s', async (_name, bytes, problem) => {
    expect(await problemOf(bytes)).toEqual(problem);
  });

  test('whose medium fails is reported as that, and a bug is not', async () => {
    const broken: Source = { size: 1000, read: () => Promise.reject(new Error('EIO: i/o error, read')) };
    expect(await openRecording(broken, { sha256 })).toEqual({ ok: false, problem: { key: 'recording.unreadable', detail: 'EIO: i/o error, read' } });
    const bug = openRecording(bytesSource(file), { sha256: () => { throw new Error('a bug'); } });
    await expect(bug).rejects.toThrow('a bug');
    const opened = await openRecording(bytesSource(file), { sha256 });
    expect(opened.ok).toBe(true);
  });
});

describe('another format', () => {
  const headerLine = (change: object): Uint8Array => writeMember(line(canonical({ ...run.header, ...change })));

  test('that is newer is refused with both numbers, whatever else it holds', async () => {
    expect(await problemOf(headerLine({ format: 2, novelty: [1, 2] }))).toEqual({ key: 'recording.newer', format: 2, known: 1 });
  });

  test('that is newer is called so although it was unpacked, or packed by other means', async () => {
    const newer = canonical({ ...run.header, format: 12, novelty: [1, 2] });
    const refused = { key: 'recording.newer', format: 12, known: 1 };
    for (const bytes of [text.encode(newer), gzipSync(newer), gzipSync(`{"type":"header","format":12,"novelty":1}`)]) expect(await problemOf(bytes)).toEqual(refused);
    expect(await problemOf(gzipSync('{"format":12'))).toEqual({ key: 'recording.foreign', looks: 'repacked' });
    expect(await problemOf(gzipSync('{"name":"x","format":12}'))).toEqual({ key: 'recording.foreign', looks: 'gzip' });
  });

  test('that is older and has no way here is refused', async () => {
    expect(await problemOf(headerLine({ format: 0 }))).toEqual({ key: 'recording.older', format: 0, known: 1 });
  });

  test('that is no number is refused', async () => {
    expect(await problemOf(headerLine({ format: 'one' }))).toEqual({ key: 'recording.headerShape', path: 'format', reason: 'type' });
  });

  test('that is older is checked as it was stored, then migrated step by step', async () => {
    // format −1 called the payer `payer` and had no notion of a model version; format 0 knew the version
    const old = (frame: Frame): Frame => ({
      ...frame,
      phases: frame.phases.map((phase) => ({ ...phase, flows: phase.flows.map(({ from, ...rest }) => ({ ...rest, payer: from }) as never) })),
    });
    interface OldPhase { readonly flows: readonly ({ readonly payer: string } & { readonly [field: string]: unknown })[] }
    const { model: _model, ...rest } = run.header;
    const header = { ...rest, format: -1 } as unknown as Header;
    const frames = rechain(run.frames.map(old), header);
    const bytes = await recorded({ header, frames });
    const migrations: Migration[] = [
      { from: -1, header: (record) => ({ ...record, model: 'tiny-1' }), tick: (record) => ({ ...record, phases: (record['phases'] as OldPhase[]).map((phase) => ({ ...phase, flows: phase.flows.map(({ payer, ...flow }) => ({ ...flow, from: payer })) })) }) },
      { from: 0, header: (record) => record, tick: (record) => record },
    ];
    const opened = await openRecording(bytesSource(bytes), { sha256, migrations });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    expect(opened.recording.header).toEqual(run.header);
    expect(opened.recording.format).toBe(-1);
    const first = await opened.recording.frame(0);
    expect(first.ok && first.frame.phases).toEqual(run.frames[0]!.phases.map((phase, index) => ({ ...phase, digest: frames[0]!.phases[index]!.digest })));
    // nothing written now is added to what an older version began
    for (const part of [bytes, bytes.subarray(0, bytes.length - 40)])
      expect(await findResumePoint(bytesSource(part), sha256, migrations)).toEqual({ ok: false, problem: { key: 'recording.olderPart', format: -1, known: 1 } });
    expect(await openRecording(bytesSource(bytes), { sha256, migrations: migrations.slice(0, 1) })).toEqual({ ok: false, problem: { key: 'recording.older', format: -1, known: 1 } });
  });
});

describe('a record that would fill the memory', () => {
  /** A gzip member that unpacks to `size` equal bytes. */
  const bomb = (size: number): Uint8Array => {
    const packed = gzipSync(new Uint8Array(size).fill(0x20), { level: 9 });
    return joined([MEMBER_HEADER, packed.subarray(10)]);
  };

  test.each([
    ['as the header', bomb(RECORD_CAP + 1), null],
    ['as a month', joined([memberOf(0), bomb(RECORD_CAP + 1)]), 0],
    ['far past every limit', joined([memberOf(0), bomb(200_000_000), memberOf(1)]), 0],
  ])('is not unpacked past its limit: %s', async (_name, bytes, tick) => {
    expect(await problemOf(bytes)).toEqual({ key: 'recording.tooLarge', tick, megabytes: 8 });
  });

  test('never has more than the limit and one mouthful in memory', () => {
    const sizes: number[] = [];
    const grown = Uint8Array.prototype.set;
    Uint8Array.prototype.set = function (this: Uint8Array, ...parameters: Parameters<typeof grown>) {
      sizes.push(this.length);
      grown.apply(this, parameters);
    };
    try {
      expect(readMember(bomb(100_000_000), RECORD_CAP)).toEqual({ ok: false, why: 'tooLarge' });
    } finally {
      Uint8Array.prototype.set = grown;
    }
    expect(Math.max(...sizes)).toBeLessThan(RECORD_CAP + 5_000_000);
  });

  test('is not searched past the longest record when it has no end', async () => {
    let read = 0;
    const endless: Source = {
      size: 10_000_000_000,
      read: (offset, length) => {
        read += length;
        const bytes = new Uint8Array(length).fill(0x61);
        if (offset === 0) bytes.set(MEMBER_HEADER);
        return Promise.resolve(bytes);
      },
    };
    expect(await openRecording(endless, { sha256 })).toEqual({ ok: false, problem: { key: 'recording.tooLarge', tick: null, megabytes: 8 } });
    expect(read).toBeLessThan(RECORD_CAP + 5_000_000);
  });

  test('fits exactly at the limit', () => {
    expect(readMember(bomb(RECORD_CAP), RECORD_CAP)).toMatchObject({ ok: true });
  });

  function memberOf(nth: number): Uint8Array {
    const lines = [canonical(run.header), ...run.frames.map((frame) => canonical({ type: 'tick', ...frame }))];
    return writeMember(line(lines[nth]!));
  }
});

describe('a record written by a stranger, with digests that hold', () => {
  /** The run with tick 1 changed and every digest made anew: only its shape can give it away. */
  const signed = async (change: (frame: { -readonly [K in keyof Frame]: Frame[K] }) => unknown): Promise<Problem | null> => {
    const frames = structuredClone(run.frames) as Frame[];
    frames[1] = change(frames[1]!) as Frame;
    return problemOf(await recorded({ header: run.header, frames: rechain(frames, run.header) }));
  };
  const inPhase = (frame: Frame, change: (phase: PhaseRecord) => unknown): unknown => ({ ...frame, phases: frame.phases.map((phase, index) => (index === 1 ? change(phase) : phase)) });
  const flow = run.frames[1]!.phases[1]!.flows[0]!;
  const proto = (inner: string): object => JSON.parse(`{"__proto__":${inner}}`) as object;

  const cases: readonly (readonly [string, (frame: Frame) => unknown, string, string])[] = [
    ['a field nobody knows', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, html: '<img>' }] })), 'phases[1].flows[0].html', 'unknown'],
    ['a payment of nothing', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, amount: 0 }] })), 'phases[1].flows[0].amount', 'value'],
    ['half a dollar', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, amount: 0.5 }] })), 'phases[1].flows[0].amount', 'number'],
    ['more dollars than a number can count', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, amount: 2 ** 60 }] })), 'phases[1].flows[0].amount', 'number'],
    ['colours that do not add up', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, dye: [1, 0, 0, 0, 0, 0, 0, 0] }] })), 'phases[1].flows[0].dye', 'value'],
    ['a payer who does not exist', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, from: 'nobody' }] })), 'phases[1].flows[0].from', 'party'],
    ['a payer every object has', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, from: 'toString' }] })), 'phases[1].flows[0].from', 'party'],
    ['a purpose nobody knows', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, purpose: 'bribe' }] })), 'phases[1].flows[0].purpose', 'value'],
    ['a line break in an id', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, id: 'a\nb' }] })), 'phases[1].flows[0].id', 'value'],
    ['an id without end', (frame) => inPhase(frame, (phase) => ({ ...phase, flows: [{ ...flow, id: 'x'.repeat(401) }] })), 'phases[1].flows[0].id', 'length'],
    ['a change of a table that is none', (frame) => inPhase(frame, (phase) => ({ ...phase, changes: [{ table: 'secrets', id: 'a', row: {} }] })), 'phases[1].changes[0].table', 'value'],
    ['a change of the prototype of all tables', (frame) => inPhase(frame, (phase) => ({ ...phase, changes: [{ table: 'minds', id: 'nvidia', row: proto('1') }] })), 'phases[1].changes[0].row.__proto__', 'reserved'],
    ['a change of a field that a row does not have', (frame) => inPhase(frame, (phase) => ({ ...phase, changes: [{ table: 'accounts', id: 'nvidia', set: { polluted: 1 } }] })), 'phases[1].changes[0].set.polluted', 'unknown'],
    ['a change that is two changes', (frame) => inPhase(frame, (phase) => ({ ...phase, changes: [{ table: 'minds', id: 'nvidia', row: {}, gone: true }] })), 'phases[1].changes[0].gone', 'unknown'],
    ['phases in another order', (frame) => ({ ...frame, phases: [frame.phases[1]!, frame.phases[0]!, ...frame.phases.slice(2)] }), 'phases[0].phase', 'order'],
    ['a phase too few', (frame) => ({ ...frame, phases: frame.phases.slice(1) }), 'phases', 'length'],
    ['a table named like the prototype', (frame) => ({ ...frame, state: { ...frame.state, minds: proto('{}') } }), 'state.minds.__proto__', 'reserved'],
    ['a row named constructor', (frame) => ({ ...frame, state: { ...frame.state, minds: { constructor: { a: 1 } } } }), 'state.minds.constructor', 'reserved'],
    ['books that are off', (frame) => ({ ...frame, measures: { ...frame.measures, booksResidual: 7 } }), 'measures.booksResidual', 'value'],
    ['text where a ratio belongs', (frame) => ({ ...frame, measures: { ...frame.measures, utilisation: 'high' } }), 'measures.utilisation', 'type'],
  ];
  test.each(cases)('is refused: %s', async (_name, change, path, reason) => {
    expect(await signed(change)).toEqual({ key: 'recording.shape', tick: 1, path, reason });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('is refused when it nests deeper than any record of the model', async () => {
    const lines = [canonical(run.header), `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`];
    expect(await problemOf(assembled(lines, [], false))).toEqual({ key: 'recording.shape', tick: 0, path: '', reason: 'depth' });
    expect(await problemOf(writeMember(text.encode('{"a":'.repeat(DEPTH_CAP + 1))))).toEqual({ key: 'recording.headerShape', path: '', reason: 'depth' });
  });

  const headers: readonly (readonly [string, (header: Header) => unknown, string, string])[] = [
    ['a scenario with a field too many', (header) => ({ ...header, scenario: { ...header.scenario, extra: 1 } }), 'scenario', 'value'],
    ['a scenario with its defaults left out', (header) => ({ ...header, scenario: { ...header.scenario, loans: undefined } }), 'scenario', 'missing'],
    ['a party without accounts', (header) => ({ ...header, opening: { ...header.opening, accounts: { nvidia: header.opening.accounts['nvidia'] } } }), 'opening.accounts.people', 'missing'],
    ['a name every object has', (header) => ({ ...header, statecharts: JSON.parse('{"constructor":{}}') as object }), 'statecharts.constructor', 'reserved'],
    ['a horizon before the beginning', (header) => ({ ...header, horizon: -1 }), 'horizon', 'value'],
    ['a note with a script and a line break', (header) => ({ ...header, note: '<script>\n' }), 'note', 'value'],
  ];
  test.each(headers)('is refused as a header: %s', async (_name, change, path, reason) => {
    const header = JSON.parse(JSON.stringify(change(run.header))) as Header;
    const signed = { ...header, scenarioDigest: sha256(canonical(header.scenario)) };
    expect(await problemOf(writeMember(line(canonical(signed))))).toEqual({ key: 'recording.headerShape', path, reason });
  });

  test('is refused when the header names another scenario than it holds', async () => {
    expect(await problemOf(writeMember(line(canonical({ ...run.header, scenarioDigest: '0'.repeat(64) }))))).toEqual({ key: 'recording.headerChanged' });
  });

  test('is refused when the header was exchanged for another', async () => {
    const lines = [canonical({ ...run.header, seed: 'other' }), ...run.frames.map((frame) => canonical({ type: 'tick', ...frame }))];
    expect(await problemOf(assembled(lines, [], false))).toEqual({ key: 'recording.headerChanged' });
  });

  test('only ever hands text on as text', async () => {
    const hostile = '<script>alert(1)</script>\u202e"\'`=cmd|\' /C calc\'!A0';
    const header: Header = { ...run.header, seed: hostile, note: hostile };
    const bytes = await recorded({ header, frames: rechain(run.frames, header) });
    const opened = await openRecording(bytesSource(bytes), { sha256 });
    expect(opened.ok && [opened.recording.header.seed, opened.recording.header.note, opened.recording.ticks]).toEqual([hostile, hostile, 2]);
  });
});

describe('an index that was forged', async () => {
  const lines = [run.header, ...run.frames.map((frame) => ({ type: 'tick', ...frame }))].map((record) => canonical(record));
  const opened = await openRecording(bytesSource(file), { sha256 });
  if (!opened.ok) throw new Error(opened.problem.key);
  const { members } = opened.recording;
  const end = members[2]!.offset + members[2]!.length;
  const index = (change: object): string => canonical({ type: 'index', ticks: 2, digest: members[2]!.digest, members, ...change });
  /** Months, perhaps something between, an index and a trailer that vouches for `vouched`. */
  const withIndex = (text: string, between = new Uint8Array(0), vouched?: string): Uint8Array => {
    const packed = writeMember(line(text));
    const trailer = writeTrailer({ offset: end + between.length, length: packed.length, sha256: sha256(vouched === undefined ? packed : writeMember(line(vouched))) });
    return joined([file.subarray(0, end), between, packed, trailer]);
  };

  test('is the real one here when nothing is forged', async () => {
    expect(await problemOf(withIndex(index({})))).toBeNull();
    expect(withIndex(index({}))).toEqual(file);
  });

  test('does not count when the trailer vouches for another', async () => {
    const forged = index({ members: members.map((member, nth) => (nth === 1 ? { ...member, sha256: 'f'.repeat(64) } : member)) });
    expect(await problemOf(withIndex(forged, undefined, index({})))).toEqual({ key: 'recording.unclosed', ticks: 2 });
    expect(await problemOf(withIndex(forged))).toEqual({ key: 'recording.changed', tick: 0 });
  });

  test.each([
    ['names another run', withIndex(index({ digest: 'f'.repeat(64) }))],
    ['counts months that are not there', withIndex(index({ ticks: 3 }))],
    ['leaves out a month', withIndex(index({ ticks: 1, digest: members[1]!.digest, members: members.slice(0, 2) }))],
    ['lists months in another order', withIndex(index({ members: [members[0], members[2], members[1]] }))],
    ['begins elsewhere', withIndex(index({ members: members.map((member) => ({ ...member, offset: member.offset + 1 })) }))],
  ])('does not count when it %s', async (_name, bytes) => {
    expect(await problemOf(bytes)).toEqual({ key: 'recording.unclosed', ticks: 2 });
  });

  test('does not count when it leaves bytes unaccounted for; they spoil the month they stand in', async () => {
    expect(await problemOf(withIndex(index({}), Uint8Array.of(1, 2, 3)))).toEqual({ key: 'recording.changed', tick: 1 });
  });

  test('does not make another last month the one it names', async () => {
    const [first, last] = rechain(run.frames.map((frame) => (frame.tick === 1 ? { ...frame, measures: { ...frame.measures, fireSaleLoss: 5 } } : frame)), run.header);
    const bytes = assembled([lines[0]!, canonical({ type: 'tick', ...first }), canonical({ type: 'tick', ...last })], members, true);
    expect(await problemOf(bytes)).toEqual({ key: 'recording.changed', tick: 1 });
  });

  test('or its absence does not let a month pass for another', async () => {
    const frames = rechain(run.frames.map((frame) => (frame.tick === 1 ? { ...frame, tick: 7 } : frame)), run.header);
    const bytes = assembled([lines[0]!, ...frames.map((frame) => canonical({ type: 'tick', ...frame }))], members, false);
    expect(await problemOf(bytes)).toEqual({ key: 'recording.changed', tick: 1 });
  });
});

test('notes that were changed are dropped and named, the run stays', async () => {
  const noted = await recorded(run as Run, { title: 'a', author: 'b', bookmarks: [{ tick: 1, text: 'c' }] });
  const opened = await openRecording(bytesSource(noted), { sha256 });
  if (!opened.ok) throw new Error(opened.problem.key);
  const last = opened.recording.members.at(-1)!;
  const copy = noted.slice();
  copy[last.offset + last.length + 15]! ^= 1;
  const again = await openRecording(bytesSource(copy), { sha256 });
  expect(again.ok && [again.recording.problem, again.recording.notes, again.recording.ticks]).toEqual([{ key: 'recording.notes' }, null, 2]);
  expect(lineOf(noted, last)).toContain('"type":"tick"');
});
