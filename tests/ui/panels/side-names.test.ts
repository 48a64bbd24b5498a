import { expect, it } from 'vitest';
import { withParameters } from '../../../src/session/choice.ts';
import { changedParameters, isChangeOf } from '../../../src/playback/index.ts';
import { sideNames } from '../../../src/ui/panels/side-names.ts';
import { shippedScenario } from '../../explain/simulated.ts';
import { tinyRun } from '../../fixtures/tiny-run.ts';

const header = { ...tinyRun(1).header, scenario: shippedScenario('base') };
const name = Object.keys(header.scenario.parameters)[0]!;
const { value } = header.scenario.parameters[name]!;
const moved = { ...header, scenario: withParameters(header.scenario, { [name]: value + 1 }) };

it('one scenario with a change and without is told apart, and the change is named', () => {
  expect(sideNames(header, moved, 'en')).toEqual({ a: `A: ${header.scenario.name.en}`, b: `B: ${header.scenario.name.en}, 1 change` });
  expect(sideNames(header, moved, 'zh').b).toContain('改动 1 处');
  expect(changedParameters(moved, header)).toEqual([{ kind: 'set', path: name, value: value + 1 }]);
  // what was changed is measured, what it was is what it is measured against
  expect(isChangeOf(moved, header)).toBe(true);
});
it('two scenarios go by their names, whatever their parameters are', () => {
  const other = { ...header, scenario: { ...moved.scenario, id: 'another', name: { en: 'Another', zh: '另一个' } } };
  expect(sideNames(header, other, 'en').b).toBe('B: Another');
  expect(changedParameters(header, other)).toEqual([]);
  expect([isChangeOf(header, other), isChangeOf(header, header)]).toEqual([false, false]);
  expect(changedParameters(header, header)).toEqual([]);
});
