import { expect, it } from 'vitest';
import { withParameters } from '../../../src/session/choice.ts';
import { movedParameters, sideNames } from '../../../src/ui/panels/side-names.ts';
import { shippedScenario } from '../../explain/simulated.ts';
import { tinyRun } from '../../fixtures/tiny-run.ts';

const header = { ...tinyRun(1).header, scenario: shippedScenario('base') };
const name = Object.keys(header.scenario.parameters)[0]!;
const { value } = header.scenario.parameters[name]!;
const moved = { ...header, scenario: withParameters(header.scenario, { [name]: value + 1 }) };

it('one scenario with a change and without is told apart, and the change is named', () => {
  expect(sideNames(moved, header, 'en')).toEqual({ a: `A: ${header.scenario.name.en}, 1 change`, b: `B: ${header.scenario.name.en}` });
  expect(sideNames(moved, header, 'zh').a).toContain('改动 1 处');
  expect(movedParameters(moved, header)).toEqual([{ kind: 'set', path: name, value: value + 1 }]);
});
it('two scenarios go by their names, whatever their parameters are', () => {
  const other = { ...header, scenario: { ...moved.scenario, id: 'another', name: { en: 'Another', zh: '另一个' } } };
  expect(sideNames(header, other, 'en').b).toBe('B: Another');
  expect(movedParameters(header, other)).toEqual([]);
  expect(movedParameters(header, header)).toEqual([]);
});
