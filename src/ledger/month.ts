/**
 * One month, open: the books, the working tables, what has happened so far in the phase, and luck. Phases are functions
 * of a Month. Rows of tables are replaced, never edited, so that a recorder can tell what changed.
 */
import type { Cause, Decision, Event, EventType, Shortfall } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Channel, Link, Phase } from '../model/phase.ts';
import type { World } from '../model/world.ts';
import { BOOKING } from './booking.ts';
import { Ledger, type Deal } from './ledger.ts';
import type { Setting } from './setting.ts';

export interface Luck {
  /** Standard normal for (actor, this tick, purpose); 0 when the scenario has no volatility. */
  normal(actor: string, purpose: string): number;
  /** Uniform on [0, 1); ½ when the scenario has no volatility. */
  uniform(actor: string, purpose: string): number;
}

export class Month {
  readonly tick: number;
  readonly ledger: Ledger;
  phase: Phase = 'shock';
  flows: Flow[] = [];
  decisions: Decision[] = [];
  events: Event[] = [];
  /** Every event of the month so far, all phases. */
  readonly allEvents: Event[] = [];
  readonly allFlows: Flow[] = [];
  readonly allDecisions: Decision[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    readonly setting: Setting,
    readonly tables: World,
    readonly luck: Luck,
  ) {
    this.tick = tables.tick;
    this.ledger = new Ledger(setting.parties, tables.accounts, tables.dye, (party) => setting.isSector(party));
  }

  /** A parameter that a scenario or branch may move. @throws when there is none of that name. */
  lever(name: string): number {
    const lever = this.tables.levers[name];
    if (lever === undefined) throw new Error(`no parameter ${name}`);
    return lever.value;
  }

  term(actor: string, name: string): number {
    return this.setting.term(actor, name);
  }

  channel(name: Channel): boolean {
    return this.lever(`channel.${name}`) > 0;
  }

  mind(actor: string, name: string): number {
    return this.tables.minds[actor]?.[name] ?? 0;
  }

  remember(actor: string, values: { readonly [name: string]: number }): void {
    this.tables.minds[actor] = { ...this.tables.minds[actor], ...values };
  }

  market(name: string, field: string): number {
    const value = this.tables.markets[name]?.[field];
    if (value === undefined) throw new Error(`market ${name} has no ${field}`);
    return value;
  }

  setMarket(name: string, values: { readonly [field: string]: number }): void {
    this.tables.markets[name] = { ...this.tables.markets[name], ...values };
  }

  isActor(party: string): boolean {
    return !this.setting.isSector(party);
  }

  /** Alive: not yet wound up. */
  alive(actor: string): boolean {
    return this.tables.machines[actor]?.value['solvency'] !== 'resolved' || this.mind(actor, 'liquidated') === 0;
  }

  /** Books a deal and records it; nothing is recorded for zero. Returns the amount. */
  pay(deal: Deal): number {
    if (deal.amount === 0) return 0;
    const dye = this.ledger.post(deal);
    const key = this.nth(`${deal.from}/${deal.purpose}/${deal.to}/${deal.contract ?? '-'}`);
    const id = `${this.tick}/${this.phase}/${key}`;
    const flow: Flow = {
      id,
      key,
      posting: deal.posting ?? id,
      from: deal.from,
      to: deal.to,
      lane: laneOf(deal),
      purpose: deal.purpose,
      amount: deal.amount,
      ...(deal.units === undefined ? {} : { units: deal.units }),
      ...(deal.contract === undefined ? {} : { contract: deal.contract }),
      ...(deal.decision === undefined ? {} : { decision: deal.decision }),
      ...(deal.obligation === undefined ? {} : { obligation: deal.obligation }),
      ...(dye === undefined ? {} : { dye }),
    };
    this.flows.push(flow);
    this.allFlows.push(flow);
    return deal.amount;
  }

  /** Notes an event and returns its id. `about` tells two of one type and actor apart. */
  note(
    type: EventType,
    actor: string | undefined,
    about: string,
    data: Event['data'],
    causes: readonly Cause[],
    shortfall?: Shortfall,
  ): string {
    const key = this.nth(`${actor ?? 'world'}/${type}/${about}`);
    const id = `${this.tick}/${this.phase}/${key}`;
    const event: Event = {
      id,
      key,
      type,
      ...(actor === undefined ? {} : { actor }),
      data,
      causes,
      ...(shortfall === undefined ? {} : { shortfall }),
    };
    this.events.push(event);
    this.allEvents.push(event);
    return id;
  }

  decide(decision: Decision): void {
    this.decisions.push(decision);
    this.allDecisions.push(decision);
  }

  /** Remembers the event that last moved something, so that later events can name it. */
  signal(what: string, event: string): void {
    this.tables.signals[what] = { event, tick: this.tick };
  }

  /** The last event that moved something within `months`, as a cause; none if nothing did. */
  because(what: string, link: Link, months = 24, dollars?: number): Cause[] {
    const signal = this.tables.signals[what];
    if (signal === undefined || this.tick - signal.tick > months) return [];
    return [{ id: signal.event, link, ...(dollars === undefined ? {} : { dollars }) }];
  }

  private nth(stem: string): string {
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    return count === 1 ? stem : `${stem}/${count}`;
  }
}

function laneOf(deal: Deal): Flow['lane'] {
  return BOOKING[deal.purpose].lane;
}
