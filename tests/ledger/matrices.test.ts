import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceSheetMatrix, bookEquity, closingNetWorth } from '../../src/ledger/balance-sheet-matrix.ts';
import { transactionsFlowMatrix } from '../../src/ledger/transactions-flow-matrix.ts';
import { foldPhase } from '../../src/model/fold.ts';
import type { World } from '../../src/model/world.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 12 });
const { parties } = run.header.scenario;
const ids = parties.map((party) => party.id);
const kindOf = new Map(parties.map((party) => [party.id, party.kind]));
const kinds = [...new Set(kindOf.values())];
const groupings = [
  { columns: ids, columnOf: (party: string) => party },
  { columns: kinds, columnOf: (party: string) => kindOf.get(party)! },
];

describe('The transactions-flow matrix', () => {
  it('has rows and columns that add up to zero in every month, by party and by kind', () => {
    run.frames.forEach((frame, tick) => {
      const before = run.frames[tick - 1]?.state ?? run.header.opening;
      const flows = frame.phases.flatMap((record) => record.flows);
      for (const { columns, columnOf } of groupings) {
        const matrix = transactionsFlowMatrix(before, frame.state, flows, columns, columnOf);
        expect(matrix.residual).toBe(0);
        expect(matrix.rows.every((row) => row.sum === 0)).toBe(true);
        expect(matrix.sums.every((sum) => sum === 0)).toBe(true);
      }
    });
  });

  it('also balances after every phase of a month', () => {
    const frame = run.frames[8]!;
    const before = run.frames[7]!.state;
    let state: World = before;
    const flows = [];
    for (const record of frame.phases) {
      state = foldPhase(state, record);
      flows.push(...record.flows);
      expect(transactionsFlowMatrix(before, state, flows, ids, (party) => party).residual, record.phase).toBe(0);
    }
  });

  it('shows by how many dollars cash and payments disagree', () => {
    const frame = run.frames[3]!;
    const flows = frame.phases.flatMap((record) => record.flows);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: 1, max: 1_000_000_000 }), (party, missing) => {
        const row = frame.state.accounts[party]!;
        const after = { ...frame.state, accounts: { ...frame.state.accounts, [party]: { ...row, cash: row.cash + missing } } };
        expect(transactionsFlowMatrix(run.frames[2]!.state, after, flows, ids, (each) => each).residual).toBe(missing);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('has no row for chips, which are not money', () => {
    const frame = run.frames[5]!;
    const flows = frame.phases.flatMap((record) => record.flows);
    const matrix = transactionsFlowMatrix(run.frames[4]!.state, frame.state, flows, ids, (party) => party);
    expect(flows.some((flow) => flow.purpose === 'chipDelivery')).toBe(true);
    expect(matrix.rows.some(({ row }) => 'purpose' in row && row.purpose === 'chipDelivery')).toBe(false);
  });
});

describe('The balance-sheet matrix', () => {
  it('closes every column with net worth and every claim with a debt', () => {
    for (const { state } of run.frames)
      for (const { columns, columnOf } of groupings) {
        const matrix = balanceSheetMatrix(state, columns, columnOf);
        expect(matrix.residual).toBe(0);
        for (const { row, sum } of matrix.rows) if (row.kind === 'claim') expect(sum).toBe(0);
        expect(matrix.wealth).toBe(Object.values(state.accounts).reduce((sum, row) => sum + closingNetWorth(row), 0));
      }
  });

  it('shows a claim that is nobody’s debt', () => {
    const { state } = run.frames[6]!;
    const row = state.accounts['banks']!;
    const torn = { ...state, accounts: { ...state.accounts, banks: { ...row, loans: row.loans + 5 } } };
    expect(balanceSheetMatrix(torn, ids, (party) => party).residual).toBe(5);
  });

  it('counts own shares with the owners, not as a debt', () => {
    const row = run.frames[6]!.state.accounts['coreweave']!;
    expect(row.equityIssued).toBeGreaterThan(0);
    expect(bookEquity(row)).toBe(closingNetWorth(row) + row.equityIssued);
  });
});
