import { describe, expect, it } from 'vitest';
import { createDigester } from '../../src/model/digest.ts';
import { TABLES } from '../../src/model/world.ts';
import { received, sent } from '../../src/session/simulate.ts';
import { syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

describe('a month sent without its state', () => {
  const { header, frames } = syntheticRun({ ticks: 12 });

  it('arrives with the same state, to the digest, through a structured clone', () => {
    const digester = createDigester(testSha256);
    let before = header.opening;
    for (const frame of frames) {
      const arrived = received(before, structuredClone(sent(frame)));
      expect(digester.state(arrived.state)).toBe(frame.stateDigest);
      expect(arrived.digest).toBe(frame.digest);
      before = arrived.state;
    }
  });

  it('keeps rows that did not change as the same objects', () => {
    const first = received(header.opening, structuredClone(sent(frames[0]!)));
    const second = received(first.state, structuredClone(sent(frames[1]!)));
    const same = TABLES.flatMap((table) => Object.keys(second.state[table]).filter((id) => second.state[table][id] === first.state[table][id]));
    expect(same.length).toBeGreaterThan(5);
  });
});
