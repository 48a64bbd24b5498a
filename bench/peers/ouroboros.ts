/**
 * The model on this engine's own parts: statecharts as XState machines, every payment booked on both sides by the
 * ledger with the origin of the money. Recording on: machines by XState, and a canonical, digested record of each month.
 */
import { setup } from 'xstate';
import { createHash } from 'node:crypto';
import { compiledStep } from '../../src/engine/compile.ts';
import { liveStep } from '../../src/engine/statechart.ts';
import { pure } from '../../src/ledger/dye.ts';
import { Ledger, type Deal } from '../../src/ledger/ledger.ts';
import { emptyAccounts } from '../../src/model/account.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { RegionValues, TickEvent } from '../../src/model/machine.ts';
import type { Party } from '../../src/model/party.ts';
import type { PeerModel, PeerSums } from './peer.ts';

interface FirmView {
  readonly cash: number;
  readonly debt: number;
}
const sees = (test: (view: FirmView) => boolean) => ({ event }: { readonly event: TickEvent<FirmView> }) => test(event.view);
const fails = { guard: 'isBroke', target: 'failed' } as const;
const machine = setup({
  types: {} as { events: TickEvent<FirmView> },
  guards: { isBroke: sees(({ cash, debt }) => cash < 20 && debt > 600), owesMuch: sees(({ cash, debt }) => debt > 2 * cash + 500), owesLittle: sees(({ cash, debt }) => debt < cash) },
}).createMachine({
  id: 'firm',
  type: 'parallel',
  states: {
    mood: {
      initial: 'growing',
      states: {
        growing: { on: { TICK: [fails, { guard: 'owesMuch', target: 'careful' }] } },
        careful: { on: { TICK: [fails, { guard: 'owesLittle', target: 'growing' }] } },
        failed: {},
      },
    },
  },
});

const named = (id: string, kind: Party['kind']): Party => ({ id, kind, name: { en: id, zh: id } });

export function ouroboros({ firms, months, seed }: PeerModel, recording: boolean): PeerSums {
  const step = recording ? liveStep(machine) : compiledStep(machine);
  const ids = Array.from({ length: firms }, (_, nth) => `firm-${nth}`);
  const parties = [...ids.map((id) => named(id, 'neocloud')), named('households', 'endCustomers'), named('bank', 'lender')];
  const opening = Object.fromEntries(ids.map((id) => [id, { ...emptyAccounts(), cash: 1000, netWorth: 1000 }]));
  const dye = Object.fromEntries(ids.map((id) => [id, { origins: pure('opening', 1000) }]));
  const ledger = new Ledger(parties, opening, dye, (party) => party === 'households' || party === 'bank');
  const states: RegionValues[] = ids.map(() => ({ mood: 'growing' }));
  let deals: Deal[] = [];
  const pay = (purpose: Deal['purpose'], from: string, to: string, amount: number): void => {
    if (amount === 0) return;
    const deal: Deal = { purpose, from, to, amount };
    ledger.post(deal);
    if (recording) deals.push(deal);
  };
  let x = seed >>> 0;
  let digest = '';
  for (let month = 0; month < months; month++) {
    for (let i = 0; i < firms; i++) {
      x = (Math.imul(1664525, x) + 1013904223) >>> 0;
      if (states[i]!['mood'] === 'failed') continue;
      const id = ids[i]!;
      const books = ledger.accounts[id]!;
      pay('aiService', 'households', id, 2 * Math.floor((x / 4294967296) * 100));
      pay('running', id, 'households', Math.min(100, books.cash));
      let to = (i + 1) % firms;
      while (states[to]!['mood'] === 'failed' && to !== i) to = (to + 1) % firms;
      if (to !== i) pay('compute', id, ids[to]!, Math.min(100, books.cash));
      const state = (states[i] = step(states[i]!, { cash: books.cash, debt: books.debt }));
      if (state['mood'] === 'growing' && books.cash < 500) pay('loanDraw', 'bank', id, 300);
      else if (state['mood'] === 'careful' && books.cash > 800) pay('principal', id, 'bank', Math.min(200, books.debt));
      if (books.debt > 0) pay('interest', id, 'bank', Math.min(books.cash, Math.trunc(books.debt / 100)));
      if (state['mood'] !== 'failed') continue;
      pay('principal', id, 'bank', Math.min(books.cash, books.debt));
      ledger.own(id, [['debt', -1], ['creditLoss', -1]], books.debt);
    }
    if (recording) {
      digest = createHash('sha256').update(digest + canonical({ month, deals: deals.map((deal) => ({ ...deal })), accounts: Object.fromEntries(parties.map(({ id }) => [id, ledger.row(id)])), states: [...states] })).digest('hex');
      deals = [];
    }
  }
  let [cash, debt] = [0, 0];
  for (const id of ids) {
    cash += ledger.cash(id);
    debt += ledger.accounts[id]!.debt;
  }
  return { cash, debt, failures: states.filter((state) => state['mood'] === 'failed').length };
}
