/**
 * One month, open: the books, the working tables, what has happened so far in the phase, and luck. Phases are functions
 * of a Month. Rows of tables are replaced, never edited, so that a recorder can tell what changed.
 */
import type { Cause, Decision, Event, EventType, Intent, Shortfall } from '../model/decision.ts';
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

/** A decision taken and not yet recorded: markets fill it in a later phase, and it is recorded there with its outcome. */
export interface Pending {
  readonly decision: Omit<Decision, 'outcome'>;
  recorded: boolean;
}

export class Month {
  readonly tick: number;
  readonly pending: Pending[] = [];
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
  /** Rows of `minds` made in this phase. */
  private readonly minds = new Map<string, { [name: string]: number }>();

  constructor(
    readonly setting: Setting,
    readonly tables: World,
    readonly luck: Luck,
    private readonly without: ReadonlySet<string> = new Set(),
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

  setLever(name: string, value: number): void {
    this.tables.levers[name] = { value };
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
    let mind = this.minds.get(actor);
    // a new row in every phase, so that a recorder can tell; what comes later in the phase is written into it
    if (mind === undefined || mind !== this.tables.minds[actor]) {
      mind = { ...this.tables.minds[actor] };
      this.tables.minds[actor] = mind;
      this.minds.set(actor, mind);
    }
    writePlain(mind, values);
  }

  /** Ends a phase: what happened in it is handed over, and the next begins with nothing. */
  closePhase(): { readonly flows: Flow[]; readonly decisions: Decision[]; readonly events: Event[] } {
    const { flows, decisions, events } = this;
    this.flows = [];
    this.decisions = [];
    this.events = [];
    this.minds.clear();
    return { flows, decisions, events };
  }

  market(name: string, field: string): number {
    const value = this.tables.markets[name]?.[field];
    if (value === undefined) throw new Error(`market ${name} has no ${field}`);
    return value;
  }

  setMarket(name: string, values: { readonly [field: string]: number }): void {
    this.tables.markets[name] = { ...this.tables.markets[name], ...plainNumbers(values) };
  }

  isActor(party: string): boolean {
    return !this.setting.isSector(party);
  }

  /** Taken out of this history by a what-if. */
  removed(contract: string): boolean {
    return this.without.has(contract);
  }

  /** Causes of what the scenario announced for this month: history up to the start, named once. */
  announced(): Cause[] {
    return this.because('announced', 'shock', 4000);
  }

  /** Alive: not yet wound up. */
  alive(actor: string): boolean {
    return this.tables.machines[actor]?.value['solvency'] !== 'resolved' || this.mind(actor, 'liquidated') === 0;
  }

  /** Books a deal and records it; nothing is recorded for zero. Returns the amount. */
  pay(deal: Deal): number {
    if (deal.amount === 0) return 0;
    this.recordFlow(deal, this.ledger.post(deal));
    return deal.amount;
  }

  /** Books and records payments made at the same moment (settlement). */
  payTogether(deals: readonly Deal[]): void {
    this.ledger.postTogether(deals).forEach((dye, index) => this.recordFlow(deals[index]!, dye));
  }

  private recordFlow(deal: Deal, dye: readonly number[] | undefined): void {
    const key = this.nth(`${deal.from}/${deal.purpose}/${deal.to}/${deal.contract ?? '-'}`);
    const id = `${this.tick}/${this.phase}/${key}`;
    const flow: Writable<Flow> = {
      id,
      key,
      posting: deal.posting ?? id,
      from: deal.from,
      to: deal.to,
      lane: laneOf(deal),
      purpose: deal.purpose,
      amount: deal.amount,
    };
    // what a flow has none of is left out of the recording
    if (deal.units !== undefined) flow.units = deal.units;
    if (deal.contract !== undefined) flow.contract = deal.contract;
    if (deal.decision !== undefined) flow.decision = deal.decision;
    if (deal.obligation !== undefined) flow.obligation = deal.obligation;
    if (dye !== undefined) flow.dye = dye;
    this.flows.push(flow);
    this.allFlows.push(flow);
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
      data: plainFacts(data),
      causes,
      ...(shortfall === undefined ? {} : { shortfall }),
    };
    this.events.push(event);
    this.allEvents.push(event);
    return id;
  }

  /** Takes note of what an actor wants; `hold` lists keys that a what-if forbids. */
  intend(actor: string, intent: Intent, about: string, causes: readonly Cause[], held: ReadonlySet<string>): void {
    const key = this.nth(`${actor}/${intent.type}/${about}`);
    if (held.has(key)) return;
    const { rule, inputs, threshold } = intent.because;
    const because = { rule, inputs: plainNumbers(inputs), threshold: threshold + 0 };
    this.pending.push({ decision: { id: `${this.tick}/decide/${key}`, key, actor, type: intent.type, params: plainFacts(intent.params), because, causes }, recorded: false });
  }

  /** Decisions of a type that are still open, in the order of actors. */
  wanting(type: Decision['type']): Pending[] {
    return this.pending.filter((each) => each.decision.type === type && !each.recorded);
  }

  /** Records a decision with what the market made of it. */
  record(pending: Pending, outcome: Decision['outcome']): void {
    pending.recorded = true;
    const decision: Decision = { ...pending.decision, outcome };
    this.decisions.push(decision);
    this.allDecisions.push(decision);
    // what was refused altogether moved nothing that could be put down to it
    if (outcome === null || outcome.asked <= 0 || outcome.filled > 0) this.signal(`decided/${decision.actor}/${decision.type}`, decision.id);
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

type Writable<Row> = { -readonly [field in keyof Row]: Row[field] };
type Facts = { readonly [name: string]: number | string | boolean | null };

/** Numbers as they are recorded: minus nought is nought. @throws for what no recording can hold. */
function plainNumbers<T extends { readonly [name: string]: number }>(values: T): T {
  const plain: { [name: string]: number } = {};
  writePlain(plain, values);
  return plain as T;
}

function writePlain(row: { [name: string]: number }, values: { readonly [name: string]: number }): void {
  for (const name in values) {
    const value = values[name]! + 0;
    if (!Number.isFinite(value)) throw new Error(`${name} is ${value}`);
    row[name] = value;
  }
}

function plainFacts(facts: Facts): Facts {
  const plain: { [name: string]: number | string | boolean | null } = {};
  for (const name of Object.keys(facts)) {
    const value = facts[name]!;
    plain[name] = typeof value === 'number' ? value + 0 : value;
  }
  return plain;
}

function laneOf(deal: Deal): Flow['lane'] {
  return BOOKING[deal.purpose].lane;
}
