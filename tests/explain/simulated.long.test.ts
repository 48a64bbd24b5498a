import { describe, test } from 'vitest';
import { defaultsOf } from '../../src/explain/question.ts';
import { SHIPPED } from '../scenario/files.ts';
import { accountedFor } from './accounted-for.ts';
import { shippedScenario, simulated } from './simulated.ts';

describe('every default of every shipped scenario', () => {
  test.each(SHIPPED)('%s: accounted for to the dollar in ten histories, and in ten without customers', (id) => {
    for (let seed = 1; seed <= 10; seed++)
      for (const level of [null, 0.3]) {
        const chronicle = simulated(shippedScenario(id), `${seed}`, level === null ? [] : [{ kind: 'set', path: 'demand.level', value: level }]);
        for (const end of defaultsOf(chronicle)) accountedFor(chronicle, end);
      }
  });
});
