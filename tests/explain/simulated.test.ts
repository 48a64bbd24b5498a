import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/causes.ts';
import { consequences } from '../../src/explain/consequences.ts';
import { fold, webOf } from '../../src/explain/fold.ts';
import { defaultsOf } from '../../src/explain/question.ts';
import { accountedFor } from './accounted-for.ts';
import { shippedScenario, simulated } from './simulated.ts';

describe('every default that the engine makes', () => {
  test('of the telecom world is accounted for to the dollar, back to shocks and decisions', () => {
    const chronicle = simulated(shippedScenario('telecom-1999'), '1');
    expect(defaultsOf(chronicle).length).toBeGreaterThan(0);
    for (const end of defaultsOf(chronicle)) accountedFor(chronicle, end);
  });

  test('of a world whose customers hardly come is, too', () => {
    const chronicle = simulated(shippedScenario('demand-shortfall'), '1', [{ kind: 'set', path: 'demand.level', value: 0.1 }]);
    expect(defaultsOf(chronicle).length).toBeGreaterThan(0);
    for (const end of defaultsOf(chronicle)) accountedFor(chronicle, end);
    // the shock has a part in them, and says so forwards as well
    const shock = chronicle.happenings.find((each) => each.kind === 'event' && each.event.type === 'shock' && each.event.data['changed'] === true)!;
    const broken = consequences(chronicle, shock).defaults;
    expect(broken.length).toBeGreaterThan(0);
    for (const { happening, dollars, of } of broken) {
      const back = explain(chronicle, happening).roots.find((root) => root.id === shock.id)?.root ?? 0;
      expect(Math.abs(back - dollars), happening.id).toBeLessThanOrEqual(1000 + of * 1e-6);
      expect(fold(webOf(explain(chronicle, happening))).nodes.length).toBeLessThanOrEqual(8);
    }
  });
});
