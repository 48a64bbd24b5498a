import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { folder, inJson, ouroboros } from './ouroboros.ts';

const run = syntheticRun({ ticks: 12 });
const bytes = await recorded(run);
const events = run.frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.events));
const failure = events.find((event) => event.type === 'default')!;

describe('ouroboros explain and follow', () => {
  it('accounts for a default to the dollar, in both languages', () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), bytes);
    const { code, json } = inJson(['explain', 'run.ndjson.gz', '--actor', failure.actor!], { cwd: place });
    const why = json as unknown as { target: { id: string }; total: number; lines: { share: number }[]; roots: { share: number }[] };
    expect([code, why.target.id, why.total]).toEqual([0, failure.id, failure.shortfall!.total]);
    for (const parts of [why.lines, why.roots]) expect(parts.reduce((sum, part) => sum + part.share, 0)).toBe(why.total);
    const english = ouroboros(['explain', 'run.ndjson.gz', '--event', failure.key], { cwd: place });
    expect([english.code, english.out]).toEqual([0, expect.stringMatching(/^Why did .* default in .*A simulation, not a forecast\.\n$/s)]);
    expect(ouroboros(['explain', 'run.ndjson.gz', '--lang', 'zh'], { cwd: place }).out).toContain('这是模拟');
    const shock = events.find((event) => event.type === 'shock')!;
    expect(inJson(['explain', 'run.ndjson.gz', '--event', shock.id, '--forward'], { cwd: place })).toMatchObject({ code: 0, json: { direction: 'forward', defaults: [{ id: failure.id }] } });
  });

  it('follows a payment until every dollar of it is somewhere', () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), bytes);
    const flow = run.frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.flows)).find((one) => one.purpose === 'vendorShareIssue')!;
    for (const args of [[], ['--flow', flow.id], ['--flow', flow.key]]) {
      const { code, json } = inJson(['follow', 'run.ndjson.gz', ...args], { cwd: place });
      const held = Object.values(json.held as Record<string, number>).reduce((sum, dollars) => sum + dollars, 0);
      expect([code, json.flow, held]).toEqual([0, flow.id, flow.amount]);
    }
  });

  it('says what it does not find', () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), bytes);
    for (const [args, key] of [
      [['explain', 'run.ndjson.gz', '--actor', 'nobody'], 'explain.nobody'],
      [['explain', 'run.ndjson.gz', '--actor', 'nvidia'], 'explain.noDefault'],
      [['explain', 'run.ndjson.gz', '--event', 'nothing'], 'explain.noEvent'],
      [['explain', 'run.ndjson.gz', '--test'], 'recording.otherModel'],
      [['follow', 'run.ndjson.gz', '--flow', 'nothing'], 'follow.unknown'],
    ] as const) {
      const { code, json } = inJson([...args], { cwd: place });
      expect([args, code, json.ok, (json.problem as { key: string }).key, typeof json.error]).toEqual([args, 1, false, key, 'string']);
    }
  });
});
