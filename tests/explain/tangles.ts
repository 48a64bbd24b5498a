/** Histories nobody would write: things that cause each other at random, circles, gaps and all. */
import fc from 'fast-check';
import type { Chronicle } from '../../src/explain/chronicle.ts';
import { story, type ToldDecision, type ToldEvent } from './story.ts';

export function tangles(most: number): fc.Arbitrary<Chronicle> {
  const thing = fc.record({
    tick: fc.nat(5),
    kind: fc.constantFrom('event', 'event', 'default', 'decision', 'shock'),
    because: fc.array(fc.tuple(fc.nat(most), fc.integer({ min: 0, max: 4_000_000_000_000 })), { maxLength: 5 }),
  });
  return fc.array(thing, { minLength: 1, maxLength: most }).map((list) =>
    story(
      ...list.map(({ tick, kind, because }, index): ToldEvent | ToldDecision => {
        const base = { tick, id: `n${index}`, actor: 'x', phase: 'resolve' as const };
        const named = because.map(([to, dollars]) => [`n${to}`, dollars] as const);
        if (kind === 'decision') return { ...base, decision: 'cut', because: named };
        if (kind === 'shock') return { ...base, type: 'shock' };
        return kind === 'default' ? { ...base, type: 'default', short: Object.fromEntries(named) } : { ...base, type: 'missedPayment', because: named };
      }),
    ),
  );
}
