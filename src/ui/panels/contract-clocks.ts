/**
 * Every contract of an actor with its clock: what it is, with whom, how much is at stake, how much of its time has
 * passed, and in words what comes next. Read from the state alone; amounts in whole dollars.
 */
import { chipBill } from '../../ledger/things.ts';
import { sum } from '../../model/arithmetic.ts';
import type { ComputeContract, Loan } from '../../model/instrument.ts';
import { HOURS_A_MONTH, MICRO, type Dollars, type PartyId, type Tick } from '../../model/units.ts';
import type { World } from '../../model/world.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { ContractWords } from '../../words/panels-types.ts';
import type { Speaker } from '../../words/speaker.ts';

export type ClockGroup = keyof ContractWords['group'];
export interface Clock {
  readonly group: ClockGroup;
  readonly id: string;
  readonly what: string;
  readonly party: PartyId;
  readonly amount: Dollars;
  /** Share of its time that has passed; null for what has no end. */
  readonly elapsed: number | null;
  readonly lines: readonly string[];
  /** A line that tells of trouble: a broken covenant, an overdue bill. */
  readonly trouble: string | null;
}

const GROUPS: readonly ClockGroup[] = ['due', 'borrowed', 'orders', 'bought', 'rented', 'promised', 'promisedTo', 'backstops', 'sold', 'let', 'lent', 'sales', 'stakes'];

/** All clocks of an actor, grouped in the order in which trouble usually shows; the largest first in a group. */
export function clocksOf(actor: PartyId, state: World, speaker: Speaker): readonly Clock[] {
  const clocks = [
    ...dueNow(actor, state, speaker),
    ...loans(actor, state, speaker),
    ...compute(actor, state, speaker),
    ...space(actor, state, speaker),
    ...orders(actor, state, speaker),
    ...promises(actor, state, speaker),
    ...stakes(actor, state, speaker),
  ];
  return clocks.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || b.amount - a.amount || (a.id < b.id ? -1 : 1));
}

function elapsed(start: Tick, end: Tick, now: Tick): number {
  return end <= start ? 1 : Math.max(0, Math.min(1, (now - start) / (end - start)));
}

function dueNow(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const { contract: words, comma } = speaker.words(PANEL_WORDS);
  const { format } = speaker;
  const byCreditor = new Map<PartyId, { amount: number; count: number; earliest: Tick; kind: string }>();
  for (const due of Object.values(state.obligations)) {
    if (due.debtor !== actor) continue;
    const known = byCreditor.get(due.creditor);
    const kind = speaker.vocabulary.obligation[due.kind];
    if (known === undefined) byCreditor.set(due.creditor, { amount: due.amount, count: 1, earliest: due.due, kind });
    else {
      known.amount += due.amount;
      known.count += 1;
      known.earliest = Math.min(known.earliest, due.due);
      if (!known.kind.split(comma).includes(kind)) known.kind += comma + kind;
    }
  }
  return [...byCreditor].map(([party, { amount, count, earliest, kind }]): Clock => {
    const late = state.tick - earliest;
    return {
      group: 'due', id: party, what: kind, party, amount, elapsed: null,
      lines: [words.dueNow(count), ...(late >= 0 ? [] : [words.dueOn(format.date(earliest))])],
      trouble: late >= 1 ? words.overdue(late) : null,
    };
  });
}

function loans(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  return Object.values(state.loans)
    .filter((loan) => (loan.borrower === actor || loan.lender === actor) && (loan.principal > 0 || loan.undrawn > 0))
    .map((loan): Clock => {
      const borrowed = loan.borrower === actor;
      return {
        group: borrowed ? 'borrowed' : 'lent', id: loan.id, what: speaker.vocabulary.loan[loan.kind], party: borrowed ? loan.lender : loan.borrower, amount: loan.principal,
        elapsed: elapsed(loan.start, loan.maturity, state.tick), ...loanLines(loan, state, speaker),
      };
    });
}

function loanLines(loan: Loan, state: World, speaker: Speaker): { lines: string[]; trouble: string | null } {
  const words = speaker.words(PANEL_WORDS).contract;
  const { format } = speaker;
  const next = state.tick + 1;
  const months = loan.maturity - state.tick;
  const amortising = next >= loan.amortisesFrom;
  const repayment = amortising && months > 0 ? Math.floor(loan.principal / months) : 0;
  const lines = [`${words.rate(format.rate(loan.rate))} · ${words.matures(format.date(loan.maturity), months)}`];
  if (loan.principal > 0) lines.push(words.nextPayment(format.dollars(Math.round((loan.principal * loan.rate) / 120_000) + repayment), format.date(next)));
  if (!amortising && loan.amortisesFrom < loan.maturity) lines.push(words.interestOnly(format.date(loan.amortisesFrom)));
  if (loan.undrawn > 0 && loan.availableUntil > state.tick) lines.push(words.undrawn(format.dollars(loan.undrawn), format.date(loan.availableUntil)));
  if (loan.covenant === 'none') return { lines, trouble: null };
  const covenant = speaker.vocabulary.covenant[loan.covenant];
  const test = covenantTest(loan, state, speaker);
  if (test === null) lines.push(words.covenantUntested(covenant));
  else if (test.headroom >= 0) lines.push(words.headroom(covenant, test.show(test.headroom), test.show(test.needed)));
  const state_ = loan.covenantState === 'pass' ? null : words.covenantState(speaker.vocabulary.covenantState[loan.covenantState]);
  if (loan.covenantState === 'cure') lines.push(words.cure(loan.cureTicks, Math.round(levelOf('covenant.cureMonths', state, speaker) ?? 0)));
  const broken = test !== null && test.headroom < 0 ? words.breached(covenant, test.show(test.cover), test.show(test.needed)) : null;
  return { lines, trouble: [broken, state_].filter((each) => each !== null).join(' · ') || null };
}

export interface CovenantTest {
  readonly cover: number;
  readonly needed: number;
  /** To spare; negative when broken. */
  readonly headroom: number;
  readonly show: (value: number) => string;
}

/** A covenant on cover as the lender last tested it, one on value as it would be now; null where it was not tested or the scenario sets no level. */
export function covenantTest(loan: Loan, state: World, speaker: Speaker): CovenantTest | null {
  const times = (value: number): string => speaker.format.times(value);
  if (loan.covenant === 'loanToValue') {
    const needed = levelOf('covenant.loanToValue', state, speaker);
    const value = sum(Object.values(state.lots).filter((lot) => lot.lien === loan.id).map((lot) => lot.book));
    if (needed === null || value <= 0) return null;
    const cover = loan.principal / value;
    return { cover, needed, headroom: needed - cover, show: (share) => speaker.format.percent(share) };
  }
  const needed = levelOf('covenant.cover', state, speaker);
  if (loan.testedCover === undefined || needed === null) return null;
  const cover = loan.testedCover / 10_000;
  return { cover, needed, headroom: cover - needed, show: times };
}

/** A parameter as it stands now: a lever that may have moved, else what the scenario says. */
export function levelOf(name: string, state: World, speaker: Speaker): number | null {
  if (Object.hasOwn(state.levers, name)) return state.levers[name]!.value;
  return Object.hasOwn(speaker.scenario.parameters, name) ? speaker.scenario.parameters[name]!.value : null;
}

function compute(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const words = speaker.words(PANEL_WORDS).contract;
  const { format } = speaker;
  return Object.values(state.contracts)
    .filter((contract) => contract.buyer === actor || contract.seller === actor)
    .map((contract): Clock => {
      const buys = contract.buyer === actor;
      const left = contractValueLeft(contract, state.tick);
      const begun = contract.start <= state.tick;
      return {
        group: buys ? 'bought' : 'sold', id: contract.id, what: words.computeUnits(format.count(contract.units), format.price(contract.rate / MICRO)), party: buys ? contract.seller : contract.buyer,
        amount: left, elapsed: elapsed(contract.start, contract.end, state.tick),
        lines: [
          begun ? words.ends(format.date(contract.end), contract.end - state.tick) : words.begins(format.date(contract.start), contract.start - state.tick),
          ...(contract.takeOrPay ? [words.takeOrPay(format.dollars(left))] : []),
          ...(contract.prepaid > 0 ? [words.prepaid(format.dollars(contract.prepaid))] : []),
        ],
        trouble: null,
      };
    });
}

/** Dollars a compute contract will still cost from the next month to its end, phased in as it says. Rounded: a display. */
export function contractValueLeft(contract: ComputeContract, now: Tick): Dollars {
  const { units, rate, start, ramp, end } = contract;
  const first = Math.max(now + 1, start) - start + 1;
  const last = end - start;
  if (last < first) return 0;
  // months 1…ramp carry k/ramp of the units, the rest all of them
  const phased = Math.min(last, ramp);
  const inRamp = phased < first ? 0 : ((phased - first + 1) * (first + phased)) / 2 / ramp;
  const full = Math.max(0, last - Math.max(first - 1, ramp));
  return Math.round((units * (inRamp + full) * HOURS_A_MONTH * rate) / MICRO);
}

function space(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const words = speaker.words(PANEL_WORDS).contract;
  const { format } = speaker;
  return Object.values(state.leases)
    .filter((lease) => lease.tenant === actor || lease.landlord === actor)
    .map((lease): Clock => {
      const rents = lease.tenant === actor;
      const monthly = Math.round((lease.capacity * lease.rent) / MICRO);
      const months = Math.max(0, lease.end - Math.max(state.tick, lease.start));
      return {
        group: rents ? 'rented' : 'let', id: lease.id, what: words.space(format.count(lease.capacity), format.dollars(monthly)), party: rents ? lease.landlord : lease.tenant, amount: monthly * months,
        elapsed: elapsed(lease.start, lease.end, state.tick),
        lines: [lease.start <= state.tick ? words.ends(format.date(lease.end), lease.end - state.tick) : words.begins(format.date(lease.start), lease.start - state.tick)],
        trouble: null,
      };
    });
}

function orders(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const words = speaker.words(PANEL_WORDS).contract;
  const { format } = speaker;
  return Object.values(state.orders)
    .filter((order) => order.buyer === actor || order.vendor === actor)
    .map((order): Clock => ({
      group: order.buyer === actor ? 'orders' : 'sales', id: order.id, what: words.order(format.count(order.units), speaker.generation(order.generation)), party: order.buyer === actor ? order.vendor : order.buyer,
      amount: chipBill(order.units, order.price), elapsed: elapsed(order.placedAt, order.due, state.tick),
      lines: [words.delivery(format.date(order.due), order.due - state.tick), ...(order.deposit > 0 ? [words.deposit(format.dollars(order.deposit))] : []), ...(order.conditional ? [words.onlyIfFinanced] : [])],
      trouble: null,
    }));
}

function promises(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const words = speaker.words(PANEL_WORDS).contract;
  const { format } = speaker;
  const staged = Object.values(state.commitments)
    .filter((each) => each.investor === actor || each.issuer === actor)
    .map((each): Clock => {
      const left = (each.stages - each.stagesPaid) * each.perStage;
      return {
        group: each.investor === actor ? 'promised' : 'promisedTo', id: each.id, what: words.stages(each.stagesPaid, each.stages), party: each.investor === actor ? each.issuer : each.investor, amount: left,
        elapsed: each.stages === 0 ? null : each.stagesPaid / each.stages,
        lines: [words.stagesLeft(format.dollars(left)), words.stageAsks(format.count(each.stageCapacity), format.dollars(each.chipsPerStage))],
        trouble: null,
      };
    });
  const backstops = Object.values(state.backstops)
    .filter((each) => each.guarantor === actor || each.beneficiary === actor)
    .map((each): Clock => ({
      group: 'backstops', id: each.id, what: words.capLeft(format.dollars(each.cap - each.used), format.dollars(each.cap)), party: each.guarantor === actor ? each.beneficiary : each.guarantor, amount: each.cap - each.used,
      elapsed: elapsed(each.start, each.end, state.tick), lines: [words.ends(format.date(each.end), each.end - state.tick)], trouble: null,
    }));
  return [...staged, ...backstops];
}

function stakes(actor: PartyId, state: World, speaker: Speaker): Clock[] {
  const words = speaker.words(PANEL_WORDS).contract;
  return Object.values(state.holdings)
    .filter((holding) => holding.holder === actor && holding.value > 0)
    .map((holding): Clock => {
      const issuer = state.issuers[holding.issuer];
      const share = issuer === undefined || issuer.shares <= 0 ? null : holding.shares / issuer.shares;
      return {
        group: 'stakes', id: holding.id, what: share === null ? speaker.party(holding.issuer) : words.shareOf(speaker.format.percent(share, share < 0.1 ? 1 : 0), speaker.party(holding.issuer)), party: holding.issuer,
        amount: holding.value, elapsed: null, lines: issuer === undefined ? [] : [issuer.listed ? words.listed : words.notListed], trouble: null,
      };
    });
}
