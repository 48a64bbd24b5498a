/**
 * The same transitions, decisions and postings in three ways: the naive loop (XState's `transition()`, and a nested
 * Immer draft for every posting), as recorded (XState through one scope, the ledger, one draft a month), and in batches
 * (compiled tables, the ledger, plain objects). Markets, measures, encoding and the opening are left out of all three.
 */
import { produce } from 'immer';
import { transition, type AnyMachineSnapshot } from 'xstate';
import { MACHINES } from '../agents/index.ts';
import { compiledStep } from '../src/engine/compile.ts';
import { openingWorld } from '../src/engine/opening.ts';
import { liveStep } from '../src/engine/statechart.ts';
import { BOOKING, movesCash } from '../src/ledger/booking.ts';
import { Ledger, type Deal } from '../src/ledger/ledger.ts';
import { buildSetting } from '../src/ledger/setting.ts';
import type { Intent } from '../src/model/decision.ts';
import type { AgentDefinition, MachineStep } from '../src/model/machine.ts';
import { ACTOR_KINDS, type ActorKind, type Party } from '../src/model/party.ts';
import type { Scenario } from '../src/model/scenario.ts';
import type { World } from '../src/model/world.ts';
import { inTurns, spent } from './clock.ts';
import { aim, figure, heading, rows, share, times } from './print.ts';
import { copied, tapeOf, type TapeMonth } from './tape.ts';

const ONE_PICTURE_MS = 16;
const AGENTS = MACHINES as unknown as { readonly [kind in ActorKind]: AgentDefinition<unknown> };
/** Sums of what was done, so that the three can be seen to have done the same. */
interface Done {
  transitions: number;
  decisions: number;
  postings: number;
  cash: number;
}

function moved(intents: readonly Intent[], done: Done): void {
  done.transitions += 1;
  done.decisions += intents.length;
}

function naive(tape: readonly TapeMonth[], opening: World): Done {
  const done: Done = { transitions: 0, decisions: 0, postings: 0, cash: 0 };
  const snapshots = new Map<string, AnyMachineSnapshot>();
  let world: World & { deals: Deal[] } = { ...opening, deals: [] };
  for (const month of tape) {
    world = produce(world, (draft) => void (draft.deals = []));
    for (const { kind, before, view } of month.sights) {
      const { machine, decide } = AGENTS[kind];
      const key = `${kind}/${Object.values(before).join('/')}`;
      let snapshot = snapshots.get(key);
      if (snapshot === undefined) snapshots.set(key, (snapshot = machine.resolveState({ value: { ...before }, context: {} }) as AnyMachineSnapshot));
      const [next] = transition(machine, snapshot, { type: 'TICK', view });
      moved(decide(view, (next as AnyMachineSnapshot).value as never), done);
    }
    for (const deal of month.deals) {
      world = produce(world, (draft) => {
        for (const [account, sign] of BOOKING[deal.purpose].from) draft.accounts[deal.from]![account] += sign * deal.amount;
        for (const [account, sign] of BOOKING[deal.purpose].to) draft.accounts[deal.to]![account] += sign * deal.amount;
        if (movesCash(deal.purpose) && deal.dye !== undefined) {
          const [payer, payee] = [draft.dye[deal.from]!.origins as number[], draft.dye[deal.to]!.origins as number[]];
          deal.dye.forEach((amount, origin) => {
            payer[origin]! -= amount;
            payee[origin]! += amount;
          });
        }
        (draft.deals as Deal[]).push(deal);
      });
      done.postings += 1;
    }
  }
  for (const row of Object.values(world.accounts)) done.cash += Math.abs(row.cash);
  return done;
}

function steps(of: (kind: ActorKind) => MachineStep): { readonly [kind in ActorKind]: MachineStep } {
  return Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, of(kind)])) as { [kind in ActorKind]: MachineStep };
}

/** Both of ours: books opened from the state, deals posted, rows that changed written back. */
function ours(tape: readonly TapeMonth[], parties: readonly Party[], opening: World, stepOf: { readonly [kind in ActorKind]: MachineStep }, drafted: boolean): Done {
  const done: Done = { transitions: 0, decisions: 0, postings: 0, cash: 0 };
  let world: World = { ...opening, accounts: { ...opening.accounts }, dye: { ...opening.dye } };
  for (const month of tape) {
    for (const { kind, before, view } of month.sights) moved(AGENTS[kind].decide(view, stepOf[kind](before, view)), done);
    const ledger = new Ledger(parties, world.accounts, world.dye, () => true);
    const kept: Deal[] = [];
    for (const deal of month.deals) {
      ledger.post(deal);
      kept.push(deal);
      done.postings += 1;
    }
    const write = (target: World): void => {
      for (const party of ledger.takeDirty()) {
        target.accounts[party] = ledger.row(party);
        target.dye[party] = { origins: ledger.origins(party) };
      }
    };
    if (drafted) world = produce(world, write);
    else write(world);
  }
  for (const row of Object.values(world.accounts)) done.cash += Math.abs(row.cash);
  return done;
}

/** Prints the ratios. Returns the milliseconds of machine work in a whole history, live and compiled. */
export function printRatios(scenario: Scenario): { readonly live: number; readonly compiled: number } {
  heading('Transitions, decisions and postings of one history, in three ways');
  const tape = tapeOf(scenario, 'bench');
  // Immer freezes what the naive loop keeps, and a frozen list of numbers is slow to read: each way has deals of its own
  const tapes = { naive: copied(tape), recorded: copied(tape), batch: copied(tape) };
  const live = steps((kind) => liveStep(MACHINES[kind].machine));
  const compiled = steps((kind) => compiledStep(MACHINES[kind].machine));
  const { parties } = buildSetting(scenario, 'bench');
  const opening = openingWorld(scenario, MACHINES);
  const ways = {
    naive: () => naive(tapes.naive, opening),
    recorded: () => ours(tapes.recorded, parties, opening, live, true),
    batch: () => ours(tapes.batch, parties, opening, compiled, false),
  };
  const done = { naive: ways.naive(), recorded: ways.recorded(), batch: ways.batch() };
  const counts = (each: Done): string => `${each.transitions}/${each.decisions}/${each.postings}/${each.cash}`;
  if (counts(done.naive) !== counts(done.batch) || counts(done.recorded) !== counts(done.batch)) throw new Error(`the three did different things: ${JSON.stringify(done)}`);
  const cost = inTurns(5, ways);
  const ticks = tape.length;
  rows([
    ['', 'ms a history', 'µs a month', 'against naive'],
    ...(['naive', 'recorded', 'batch'] as const).map((name) => [name, figure(cost[name], 1), figure((cost[name] / ticks) * 1000, 0), times(cost.naive / cost[name])]),
  ]);
  console.log(`  each: ${done.batch.transitions} transitions, ${done.batch.decisions} decisions, ${done.batch.postings} postings in ${ticks} months`);
  aim('recorded ≥ 10× the naive loop', cost.naive / cost.recorded >= 10);
  aim('batch ≥ 50× the naive loop', cost.naive / cost.batch >= 50);
  aim('batch ≥ 100× the naive loop', cost.naive / cost.batch >= 100);
  aim(`these three of the whole history, in batch, within one picture (${ONE_PICTURE_MS} ms)`, cost.batch <= ONE_PICTURE_MS);
  const machines = (stepOf: { readonly [kind in ActorKind]: MachineStep }): number => {
    const all = (): void => {
      for (const { sights } of tape) for (const { kind, before, view } of sights) stepOf[kind](before, view);
    };
    all();
    return spent(() => {
      for (let again = 0; again < 20; again++) all();
    }).ms / 20;
  };
  const cheap = { live: machines(live), compiled: machines(compiled) };
  const naiveMachines = inTurns(3, { naive: () => { for (const { sights } of tape) for (const { kind, before, view } of sights) transition(AGENTS[kind].machine, AGENTS[kind].machine.resolveState({ value: { ...before }, context: {} }) as AnyMachineSnapshot, { type: 'TICK', view }); } });
  console.log(`  of that, transitions alone: naive ${figure(naiveMachines.naive, 1)} ms, through one scope ${figure(cheap.live, 1)} ms, from tables ${figure(cheap.compiled)} ms (${share(cheap.compiled / cost.batch)} of the batch)`);
  return cheap;
}
