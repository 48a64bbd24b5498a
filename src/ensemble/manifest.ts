/**
 * What a folder of results says of itself: which sweep it is, made by which rules, and how much of it is there.
 * It holds no date and no machine, so that the same sweep gives the same folder anywhere.
 */
import * as z from 'zod';
import { CHANNELS } from '../model/phase.ts';
import { DESIGNS, type Shard, type SweepPlan } from './plan.ts';
import type { SweepPart } from './problem.ts';

export const MANIFEST_FORMAT = 1;
export const MANIFEST_FILE = 'manifest.json';
export const SCENARIO_FILE = 'scenario.yaml';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const finite = z.number();
export const manifestSchema = z.strictObject({
  kind: z.literal('ouroboros-sweep'),
  format: z.literal(MANIFEST_FORMAT),
  versions: z.strictObject({ ouroboros: z.string(), model: z.string() }),
  scenario: z.strictObject({ id: z.string(), digest: hex, horizon: z.number().int().min(1) }),
  seed: z.string(),
  design: z.enum(DESIGNS),
  runs: z.number().int().min(1),
  vary: z.array(z.strictObject({ name: z.string(), low: finite, high: finite })),
  channels: z.boolean(),
  shard: z.strictObject({ part: z.number().int().min(1), of: z.number().int().min(1) }).nullable(),
  /** Histories the plan, or this share of it, comes to. */
  histories: z.number().int().min(0),
  complete: z.boolean(),
  /** Histories that the rules themselves could not finish. */
  failed: z.array(z.strictObject({ index: z.number().int(), seed: z.string(), set: z.record(z.string(), finite), off: z.enum(CHANNELS).nullable(), error: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const planOf = (manifest: Manifest): SweepPlan => ({
  scenario: manifest.scenario.digest,
  model: manifest.versions.model,
  seed: manifest.seed,
  vary: manifest.vary,
  design: manifest.design,
  runs: manifest.runs,
  channels: manifest.channels,
});

/** What distinguishes two sweeps; nothing when they are the same. */
export function differences(a: Manifest, b: Manifest, shards: 'shards count' | 'any shard' = 'shards count'): SweepPart[] {
  const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
  const parts: readonly (readonly [SweepPart, boolean])[] = [
    ['model', a.versions.model === b.versions.model],
    ['scenario', a.scenario.digest === b.scenario.digest || a.scenario.horizon !== b.scenario.horizon],
    ['months', a.scenario.horizon === b.scenario.horizon],
    ['seed', a.seed === b.seed],
    ['vary', same(a.vary, b.vary)],
    ['design', a.design === b.design],
    ['runs', a.runs === b.runs],
    ['channels', a.channels === b.channels],
    ['shard', shards === 'any shard' || same(shardOf(a), shardOf(b))],
  ];
  return parts.flatMap(([part, alike]) => (alike ? [] : [part]));
}

const shardOf = ({ shard }: Manifest): Shard | null => shard;
