/**
 * An AI lab: revenue far below what it has committed to. It races on shareholders' money, then on debt, and cuts
 * research first when neither comes. Contracts it signed on the old hopes stay signed.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import { power } from '../src/model/arithmetic.ts';
import type { Intent } from '../src/model/decision.ts';
import type { AiLabView } from '../src/model/view.ts';
import { cashGap, monthsOfCash, raiseForCash } from './cash.ts';
import { movedShare, ownChipGuards, ownChipRegion, programmeSoFar, worksOnChip } from './own-chip.ts';
import { solvencyGuards, solvencyRegion } from './solvency.ts';

/** A race is run while the market it is for grows by half a year or more. */
const RACE_GROWTH = 0.5;
/** A chip of its own is begun once the programme takes no more than this share of a year's revenue. */
const DESIGNS_AT = 0.06;
/** Share of its compute that a lab wants on a chip of its own once that works [assumed: what own designs are expected to take of accelerator spending in 2030]. */
const OWN_CHIP_SHARE = 0.22;
/** Debt a lab dares, in years of revenue. */
const DEBT_YEARS = 1.2;
/** What lacks is borrowed once it is more than a week of outlays, in months. */
const WORTH_A_LOAN = 0.25;

/** Yearly growth of staff and research by state, from the growth it has while racing [assumed]. */
const PACE: { readonly [state: string]: { staff(racing: number): number; training(racing: number): number } } = {
  racing: { staff: (racing) => racing, training: (racing) => racing },
  commercialising: { staff: (racing) => racing * 0.1, training: () => -0.3 },
  retrenching: { staff: () => -0.2, training: () => -0.6 },
};

const aiLabMachine = setup({
  types: {} as { events: TickEvent<AiLabView> },
  guards: {
    ...solvencyGuards<AiLabView>(),
    ...ownChipGuards<AiLabView>((view) => view.review && view.revenueYear * DESIGNS_AT > view.customCost),
    moneyIsDear: ({ event: { view } }) => view.consensusGrowth < RACE_GROWTH || monthsOfCash(view) < view.cashTarget * 0.75 || view.recentGrowth < view.consensusGrowth * 0.6,
    moneyIsShort: ({ event: { view } }) => view.arrears > 0 || monthsOfCash(view) < view.cashTarget * 0.35,
    moneyIsPlenty: ({ event: { view } }) => view.consensusGrowth >= RACE_GROWTH && view.arrears === 0 && monthsOfCash(view) >= view.cashTarget && view.recentGrowth >= view.consensusGrowth * 0.8,
    isSafe: ({ event: { view } }) => view.arrears === 0 && monthsOfCash(view) >= view.cashTarget * 0.6,
  },
}).createMachine({
  id: 'aiLab',
  type: 'parallel',
  states: {
    growth: {
      initial: 'racing',
      states: {
        racing: { on: { TICK: [{ guard: 'moneyIsShort', target: 'retrenching' }, { guard: 'moneyIsDear', target: 'commercialising' }] } },
        commercialising: { on: { TICK: [{ guard: 'moneyIsShort', target: 'retrenching' }, { guard: 'moneyIsPlenty', target: 'racing' }] } },
        retrenching: { on: { TICK: [{ guard: 'isSafe', target: 'commercialising' }] } },
      },
    },
    customChip: ownChipRegion,
    solvency: solvencyRegion,
  },
});

function decide(view: AiLabView, state: RegionValues): readonly Intent[] {
  if (view.shut) return [];
  const intents: Intent[] = [];
  const growth = state['growth'];
  const months = monthsOfCash(view);
  const short = view.wanted - view.committed;
  if (short > view.wanted * 0.02 && growth !== 'retrenching')
    intents.push({ type: 'commit', params: { units: Math.round(short), months: growth === 'racing' ? 48 : 24 }, because: { rule: 'aiLab.computeShort', inputs: { wanted: view.wanted, committed: view.committed, runway: months }, threshold: view.committed } });
  const gap = cashGap(view, view.cashTarget);
  if (gap > 0) {
    intents.push(...raiseForCash(view, 'aiLab.fundRaise', view.cashTarget, 1));
    const rest = Math.min(gap - Math.max(0, view.equityRoom), Math.round(view.revenueYear * DEBT_YEARS) - view.debt);
    if (rest > view.outlays * WORTH_A_LOAN)
      intents.push({ type: 'borrow', params: { amount: Math.floor(rest), months: 48, use: 'general' }, because: { rule: 'aiLab.debtAfterEquity', inputs: { cash: view.cash, outlays: view.outlays, receipts: view.receipts, equityRoom: view.equityRoom, debt: view.debt, runway: months }, threshold: view.cashTarget } });
  }
  if (growth === 'retrenching')
    intents.push({ type: 'cut', params: { what: 'research', share: 0.08 }, because: { rule: 'aiLab.cashTooShort', inputs: { runway: months, arrears: view.arrears, lossYear: view.lossYear }, threshold: view.cashTarget * 0.35 } });
  if (view.owns && growth === 'racing' && view.freePower > 0) {
    const amount = Math.floor(Math.min(view.cash / 30, (view.freePower / Math.max(0.01, view.powerPerUnit)) * view.chipCost));
    const own = Math.floor(amount * view.customShare);
    const parts = months > view.cashTarget * 0.75 ? ([['leader', amount - own], ['own', own]] as const) : [];
    for (const [from, part] of parts)
      if (part > 0) intents.push({ type: 'buy', params: { amount: part, from }, because: { rule: 'aiLab.ownFleet', inputs: { cash: view.cash, freePower: view.freePower, runway: months }, threshold: view.cashTarget * 0.75 } });
  }
  if (view.stage !== null && growth !== 'retrenching') {
    const { stage } = view;
    const means = view.cash + Math.max(0, view.equityRoom) + view.lines;
    // a stage is begun only if enough is left to burn for as long as its rule wants
    const kept = Math.round(Math.max(0, view.outlays - view.receipts) * view.cashTarget);
    if (means > stage.own + kept)
      intents.push({ type: 'build', params: { stage: stage.id, own: stage.own, amount: stage.chips, kilowatts: stage.capacity, vendor: stage.vendor }, because: { rule: 'aiLab.nextStage', inputs: { means, own: stage.own, kept, chips: stage.chips }, threshold: stage.own + kept } });
  }
  if (worksOnChip(state))
    intents.push({ type: 'customChip', params: { stage: state['customChip']!, months: view.customMonths }, because: { rule: 'aiLab.ownChip', inputs: { revenueYear: view.revenueYear }, threshold: Math.round(view.customCost / DESIGNS_AT) } });
  if (view.arrears > 0)
    intents.push({ type: 'restructure', params: { amount: view.arrears }, because: { rule: 'aiLab.askForTerms', inputs: { arrears: view.arrears, cash: view.cash }, threshold: 0 } });
  return intents;
}

/** Research and staff: fast in a race; once it must earn, research gives way to serving customers; when cash is short both shrink. */
function plan(view: AiLabView, state: RegionValues): { readonly [name: string]: number } {
  const pace = PACE[state['growth'] ?? ''] ?? PACE['commercialising']!;
  // what a scenario gives is the opening month's own cost, so growth begins with the next
  const months = view.tick === 0 ? 0 : 1;
  return {
    staff: Math.round(view.staff * power(1 + pace.staff(view.staffGrowth), months / 12)),
    training: Math.round(view.training * power(1 + pace.training(view.trainingGrowth), months / 12)),
    customShare: movedShare(view.customShare, OWN_CHIP_SHARE, state),
    ...programmeSoFar(view, state),
  };
}

export const aiLab: AgentDefinition<AiLabView> = { kind: 'aiLab', machine: aiLabMachine, decide, plan };
