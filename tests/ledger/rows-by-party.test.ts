import { describe, expect, it } from 'vitest';
import { idsBy, sortedBy } from '../../src/ledger/rows-by-party.ts';

const table = { b: { id: 'b', owner: 'neo' }, a: { id: 'a', owner: 'lab' }, c: { id: 'c', owner: 'neo' } };

describe('rows by party', () => {
  it('are those of the party, in the order of the register, and none for a stranger', () => {
    const of = sortedBy(table, (row) => row.owner);
    expect([of('neo'), of('lab'), of('nobody')]).toEqual([[table.b, table.c], [table.a], []]);
  });

  it('are known by name where rows will be replaced', () => {
    expect(idsBy(table, (row) => row.owner)('neo')).toEqual(['b', 'c']);
  });
});
