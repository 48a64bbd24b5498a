import { expect, it } from 'vitest';
import { misfits } from '../../src/session/link-fits.ts';
import { readLink } from '../../src/session/link.ts';
import { tinyRun } from '../fixtures/tiny-run.ts';

const { scenario } = tinyRun(1).header;
const amiss = (fragment: string): string[] => misfits(readLink(`#v=1&${fragment}`).link, scenario);

it('a month after the end and somebody nobody knows do not fit', () => {
  expect(amiss(`t=${scenario.horizon}`)).toEqual(['t']);
  expect(amiss('focus=nobody')).toEqual(['focus']);
  expect(amiss('focus=lane:nvidia/equity/nobody&t=9999')).toEqual(['t', 'focus']);
});
it('what is there does', () => {
  expect(amiss(`t=${scenario.horizon - 1}&focus=nvidia`)).toEqual([]);
  const [one, other] = scenario.parties;
  expect(amiss(`focus=lane:${one!.id}/equity/${other!.id}`)).toEqual([]);
  expect(amiss('focus=bundle:chipVendor/equity/outsideInvestors')).toEqual([]);
  expect(amiss('run=base')).toEqual([]);
});
