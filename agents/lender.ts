/**
 * A lender: quotes base, expected loss and the scarcity of its own capital; limits what it has out to one name and to
 * AI as a whole; is generous after good years and frightened after losses, also towards those who did nothing wrong.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import type { Intent } from '../src/model/decision.ts';
import type { LenderView } from '../src/model/view.ts';

/** Share of supply offered in each state. */
export const APPETITE: { readonly [state: string]: number } = { loose: 1.15, normal: 1, tight: 0.45, frozen: 0.08, failed: 0 };

/** Room on the whole book as a share of its limit. */
const headroom = (view: LenderView): number => Math.max(0, view.bookLimit - view.book) / Math.max(1, view.bookLimit);

const lenderMachine = setup({
  types: {} as { events: TickEvent<LenderView> },
  guards: {
    hasNoCapital: ({ event: { view } }) => view.capital <= 0,
    isPanicking: ({ event: { view } }) => view.lossShare > 0.15 || view.distressed > 0.35,
    isWorried: ({ event: { view } }) => view.lossShare > 0.03 || view.distressed > 0.1 || headroom(view) < 0.08,
    isCalm: ({ event: { view } }) => view.lossShare <= 0.03 && view.distressed <= 0.08 && headroom(view) >= 0.1,
    isConfident: ({ event: { view } }) => view.lossShare <= 0.005 && view.distressed <= 0.02 && headroom(view) > 0.4,
    isLessPanicked: ({ event: { view } }) => view.lossShare <= 0.1 && view.distressed <= 0.25,
  },
}).createMachine({
  id: 'lender',
  type: 'parallel',
  states: {
    lending: {
      initial: 'normal',
      states: {
        loose: { on: { TICK: [{ guard: 'hasNoCapital', target: 'failed' }, { guard: 'isPanicking', target: 'frozen' }, { guard: 'isWorried', target: 'tight' }] } },
        normal: { on: { TICK: [{ guard: 'hasNoCapital', target: 'failed' }, { guard: 'isPanicking', target: 'frozen' }, { guard: 'isWorried', target: 'tight' }, { guard: 'isConfident', target: 'loose' }] } },
        tight: { on: { TICK: [{ guard: 'hasNoCapital', target: 'failed' }, { guard: 'isPanicking', target: 'frozen' }, { guard: 'isCalm', target: 'normal' }] } },
        frozen: { on: { TICK: [{ guard: 'hasNoCapital', target: 'failed' }, { guard: 'isLessPanicked', target: 'tight' }] } },
        failed: {},
      },
    },
  },
});

function decide(view: LenderView, state: RegionValues): readonly Intent[] {
  const mood = state['lending'] ?? 'normal';
  const appetite = APPETITE[mood] ?? 1;
  const afterLoss = Math.max(0, 1 - view.fear * 100 * view.lossShare);
  const room = Math.max(0, Math.min(view.cash, view.bookLimit - view.book));
  const supply = Math.floor(room * Math.min(1, appetite) * afterLoss);
  // scarcity rises as room runs out: nothing on an empty book, all of it at the limit
  const used = Math.min(1, view.book / Math.max(1, view.bookLimit));
  const scarcity = Math.round(view.scarcitySpread * used * used);
  const mark = mood === 'tight' ? 60 : mood === 'frozen' ? 250 : mood === 'loose' ? -20 : 0;
  const intents: Intent[] = [{
    type: 'lend',
    params: { amount: supply, rate: view.baseRate + view.margin + scarcity + mark, nameLimit: Math.floor(view.nameLimit * Math.min(1, appetite)) },
    because: { rule: 'lender.quote', inputs: { capital: view.capital, book: view.book, bookLimit: view.bookLimit, lossShare: view.lossShare, distressed: view.distressed, scarcity, remembered: view.remembered }, threshold: view.bookLimit },
  }];
  if (view.seized > 0)
    intents.push({
      type: 'sellChips',
      params: { share: mood === 'frozen' || mood === 'failed' ? 1 : view.usedImpact > 0.25 ? 0.15 : 0.34 },
      because: { rule: 'lender.sellSeized', inputs: { seized: view.seized, usedImpact: view.usedImpact, capital: view.capital }, threshold: 0.25 },
    });
  return intents;
}

export const lender: AgentDefinition<LenderView> = { kind: 'lender', machine: lenderMachine, decide };
