/** Making a change to a history: what a person picks, checked against the run as it stood, as a `Change` or a reason why not. */
import type { Change, Frame, Header, PhaseRecord, Run } from '../model/frame.ts';
import { meant } from '../model/nearest.ts';
import { CHANNELS } from '../model/phase.ts';
import { isActorKind } from '../model/party.ts';
import type { Tick } from '../model/units.ts';
import type { World } from '../model/world.ts';

/** `nearest`: the known name that was probably meant, where one is near. */
export type BranchProblem =
  | { readonly key: 'branch.tick'; readonly at: number; readonly ticks: number }
  | { readonly key: 'branch.nothing' }
  | { readonly key: 'branch.parameter'; readonly name: string; readonly nearest?: string }
  | { readonly key: 'branch.value'; readonly name: string; readonly value: string }
  | { readonly key: 'branch.contract'; readonly name: string; readonly tick: Tick; readonly nearest?: string }
  | { readonly key: 'branch.channel'; readonly name: string; readonly known: string; readonly nearest?: string }
  | { readonly key: 'branch.actor'; readonly name: string; readonly nearest?: string }
  | { readonly key: 'branch.decision'; readonly name: string; readonly nearest?: string }
  | { readonly key: 'branch.obligation'; readonly name: string }
  /** Repeating the parent did not come to the same month: the rules are not those that made it. */
  | { readonly key: 'branch.diverged'; readonly tick: Tick };

/** Tables of contracts that can be taken out of a history. */
const CONTRACTS = ['contracts', 'leases', 'loans', 'orders', 'commitments', 'backstops', 'holdings'] as const;

/** Whether this id is that of a contract that can be taken out, in a state. */
export function isContract(state: World, id: string): boolean {
  return CONTRACTS.some((table) => Object.hasOwn(state[table], id));
}

/** Why this change cannot be made at the beginning of month `at`; null when it can. */
export function changeProblem(run: Run, at: Tick, change: Change): BranchProblem | null {
  const before = at === 0 ? run.header.opening : run.frames[at - 1]?.state;
  if (before === undefined) return { key: 'branch.tick', at, ticks: run.frames.length };
  switch (change.kind) {
    case 'set':
      if (!Object.hasOwn(before.levers, change.path) && !Object.hasOwn(run.header.scenario.parameters, change.path)) return { key: 'branch.parameter', name: change.path, ...meant(change.path, [...Object.keys(before.levers), ...Object.keys(run.header.scenario.parameters)]) };
      return Number.isFinite(change.value) ? null : { key: 'branch.value', name: change.path, value: String(change.value) };
    case 'removeContract':
      return isContract(before, change.contract) || signedLater(run, at, change.contract) ? null : { key: 'branch.contract', name: change.contract, tick: at, ...meant(change.contract, contractsFrom(run, at)) };
    case 'channelOff':
      return (CHANNELS as readonly string[]).includes(change.channel) ? null : { key: 'branch.channel', name: change.channel, known: CHANNELS.join(', '), ...meant(change.channel, CHANNELS) };
    case 'rescue':
      return isActor(run.header, change.actor) ? null : { key: 'branch.actor', name: change.actor, ...meant(change.actor, run.header.scenario.parties.filter((party) => isActorKind(party.kind)).map((party) => party.id)) };
    case 'hold':
      return from(run, at).some((frame) => frame.phases.some((record) => takes(record, change.key))) ? null : { key: 'branch.decision', name: change.key, ...meant(change.key, [...new Set(from(run, at).flatMap((frame) => frame.phases.flatMap((record) => record.decisions.map((decision) => decision.key))))]) };
    case 'payInstead':
      return owed(before, change.obligation) || from(run, at).some((frame) => owes(frame, change.obligation)) ? null : { key: 'branch.obligation', name: change.obligation };
  }
}

/** Contracts that stand before the month or come into being later. */
function contractsFrom(run: Run, at: Tick): string[] {
  const states = [at === 0 ? run.header.opening : run.frames[at - 1]!.state, ...from(run, at).map((frame) => frame.state)];
  return [...new Set(states.flatMap((state) => CONTRACTS.flatMap((table) => Object.keys(state[table]))))];
}

const from = (run: Run, at: Tick): readonly Frame[] => run.frames.slice(at);

/** A decision that somebody takes, or a shock that comes: what can be held. */
function takes({ decisions, events }: PhaseRecord, key: string): boolean {
  return decisions.some((decision) => decision.key === key) || events.some((event) => event.type === 'shock' && event.key === key);
}

/** A contract that came into being in this run, at or after the fork. */
function signedLater(run: Run, at: Tick, contract: string): boolean {
  return from(run, at).some((frame) => isContract(frame.state, contract));
}

function isActor(header: Header, id: string): boolean {
  return header.scenario.parties.some((party) => party.id === id && isActorKind(party.kind));
}

/** An obligation is named by its key (without the tick), as flows name it, or by its id in the books. */
function owes(frame: Frame, name: string): boolean {
  return owed(frame.state, name) || frame.phases.some((record) => record.flows.some((flow) => flow.obligation?.key === name));
}

/** In arrears, or about to fall due: nothing may have been paid of it, so that no flow names it. */
function owed({ obligations }: World, name: string): boolean {
  return Object.hasOwn(obligations, name) || Object.values(obligations).some(({ debtor, kind, creditor, contract }) => `${debtor}/${kind}/${creditor}/${contract ?? '-'}` === name);
}
