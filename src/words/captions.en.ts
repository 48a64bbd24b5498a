/** Captions in English: for every kind of event one or more sentences, the fullest first; the first of at most twelve words is shown. */
import type { Decision, Event, EventType } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Phase } from '../model/phase.ts';
import type { Homecoming } from './captions.ts';
import { dollarsIn, figure, partyIn, sentence, word, type Speaker } from './speaker.ts';

/** Sentences for one thing, the fullest first. */
export type Candidates = readonly string[];
export interface CaptionCatalogue {
  readonly event: { readonly [type in EventType]: (event: Event, speaker: Speaker) => Candidates };
  readonly decision: (decision: Decision, speaker: Speaker) => Candidates;
  readonly flow: (flow: Flow, speaker: Speaker) => Candidates;
  readonly homecoming: (home: Homecoming, speaker: Speaker) => Candidates;
  readonly quiet: string;
  /** What a phase of the month is for, and that it brought nothing worth telling. */
  readonly uneventful: { readonly [phase in Phase]: string };
}

/** Names under which an event may carry the other side. */
export const OTHER = ['counterparty', 'creditor', 'seller', 'buyer', 'lender', 'landlord', 'tenant', 'issuer', 'investor', 'beneficiary', 'guarantor', 'borrower', 'with', 'to', 'from', 'by', 'owner', 'vendor', 'refusedBy'] as const;
/** Names under which an event may carry its money. */
export const MONEY = ['amount', 'dollars', 'value', 'total', 'loss', 'asked', 'due', 'principal', 'cap', 'price'] as const;

const who = (e: Event, s: Speaker): string => (e.actor === undefined ? 'The market' : s.party(e.actor));
const other = (e: Event, s: Speaker): string | null => partyIn(s, e.data, ...OTHER);
const money = (e: Event, s: Speaker): string | null => dollarsIn(s, e.data, ...MONEY);
const share = (e: Event, s: Speaker): string | null => {
  const value = figure(e.data, 'by', 'share', 'fall', 'change', 'vacancy');
  return value === null ? null : s.format.percent(Math.abs(value));
};
/** Only sentences whose every fact is there. */
const known = (...candidates: readonly (readonly [sentence: string, ...facts: (string | null)[]])[]): Candidates =>
  candidates.filter(([, ...facts]) => facts.every((fact) => fact !== null)).map(([text]) => text);

export const captionsEn: CaptionCatalogue = {
  quiet: 'A quiet month.',
  uneventful: {
    shock: 'First, news from outside. This month there is none.',
    demand: 'Customers pay for AI. Nothing of note in this phase.',
    perceive: 'Everybody looks at their books and at prices. No money moves.',
    decide: 'Everybody decides what to do next. Nothing of note here.',
    credit: 'Borrowers ask, lenders answer. Nothing of note in this phase.',
    equity: 'Firms ask investors for money. Nothing of note in this phase.',
    chips: 'GPUs are ordered and delivered. Nothing of note in this phase.',
    compute: 'Compute and space are rented. Nothing of note in this phase.',
    fund: 'Plans meet the cash there is. Nothing of note here.',
    settle: 'Whatever is due gets paid. Nothing of note in this phase.',
    covenants: 'Lenders test the terms of their loans. Nothing of note here.',
    resolve: 'Whoever stays in arrears defaults here. This month nobody does.',
    mark: 'Everything is valued anew. Nothing of note in this phase.',
    close: 'The books are added up and checked. No money moves.',
  },
  event: {
    shock: (e, s) => {
      const id = word(e.data, 'shock', 'id') ?? e.key.split('/').at(-1)!;
      const shock = s.scenario.shocks.find((one) => one.id === id || e.key.includes(one.id));
      return [...(shock === undefined ? [] : [shock.text.en]), 'Something outside the model changes.'];
    },
    stateChanged: (e, s) => [`${who(e, s)} is now ${s.state(word(e.data, 'region') ?? '', word(e.data, 'to') ?? '')}.`],
    decisionTaken: (e, s) => [`${who(e, s)} changes course.`],
    contractSigned: (e, s) => known([`${who(e, s)} signs with ${other(e, s)}, worth ${money(e, s)}.`, other(e, s), money(e, s)], [`${who(e, s)} signs with ${other(e, s)}.`, other(e, s)], [`${who(e, s)} signs a contract.`]),
    contractEnded: (e, s) => known([`${who(e, s)} loses its contract with ${other(e, s)}.`, other(e, s)], [`A contract of ${who(e, s)} ends.`]),
    tranchePaid: (e, s) => known([`${who(e, s)} invests ${money(e, s)} in ${other(e, s)}.`, money(e, s), other(e, s)], [`${who(e, s)} pays ${money(e, s)} into a customer.`, money(e, s)], [`${who(e, s)} pays a tranche of its investment.`]),
    stakeBought: (e, s) => known([`${who(e, s)} buys into ${other(e, s)} for ${money(e, s)}.`, other(e, s), money(e, s)], [`${who(e, s)} buys a stake.`]),
    backstopSigned: (e, s) => known([`${who(e, s)} promises ${other(e, s)} a backstop of ${money(e, s)}.`, other(e, s), money(e, s)], [`${who(e, s)} promises a backstop.`]),
    backstopCalled: (e, s) => known([`${who(e, s)} pays ${money(e, s)} for capacity nobody rents.`, money(e, s)], [`${who(e, s)} must honour its backstop.`]),
    generationLaunched: (e, s) => known([`${who(e, s)} launches ${generation(e, s)}. Older chips lose value.`, generation(e, s)], [`${who(e, s)} launches new chips.`]),
    customChipDeployed: (e, s) => [`${who(e, s)} begins to use its own chips.`],
    refused: (e, s) => {
      const by = partyIn(s, e.data, 'refusedBy', 'lender', 'investor', 'by');
      return known([`${by} refuses ${who(e, s)} ${money(e, s)}.`, by, money(e, s)], [`${who(e, s)} asks for ${money(e, s)} and is refused.`, money(e, s)], [`${who(e, s)} is refused new money.`]);
    },
    missedPayment: (e, s) => {
      const due = figure(e.data, 'due');
      const paid = figure(e.data, 'paid');
      const to = other(e, s);
      if (due === null || due <= 0 || paid === null) return known([`${who(e, s)} misses a payment to ${to}.`, to], [`${who(e, s)} misses a payment.`]);
      const missing = s.format.dollars(due - paid);
      if (paid <= 0) return known([`${who(e, s)} pays ${to} nothing of ${s.format.dollars(due)} due.`, to], [`${who(e, s)} pays nothing. ${missing} is missing.`], [`${who(e, s)} misses a payment.`]);
      const part = s.format.percent(paid / due);
      return known([`${who(e, s)} pays ${to} ${part} of what is due.`, to], [`${who(e, s)} pays only ${part}. ${missing} is missing.`], [`${who(e, s)} misses a payment.`]);
    },
    coverBreach: (e, s) => {
      const cover = figure(e.data, 'cover');
      const needed = figure(e.data, 'covenant', 'threshold', 'needed');
      const times = cover === null ? null : s.format.times(cover);
      return known([`${who(e, s)} breaks a covenant: cover ${times}, needed ${needed === null ? null : s.format.times(needed)}.`, times, needed === null ? null : ''], [`${who(e, s)} breaks a covenant.`]);
    },
    covenantWaived: (e, s) => known([`${other(e, s)} lets ${who(e, s)} off a broken covenant.`, other(e, s)], [`${who(e, s)} is let off a broken covenant.`]),
    cashTrap: (e, s) => [`A lender holds back the cash of ${who(e, s)}.`],
    accelerated: (e, s) => known([`${other(e, s)} calls in ${money(e, s)} from ${who(e, s)}.`, other(e, s), money(e, s)], [`A loan of ${who(e, s)} is called in.`]),
    marginCall: (e, s) => known([`${who(e, s)} must add ${money(e, s)} of collateral.`, money(e, s)], [`${who(e, s)} must add collateral.`]),
    default: (e, s) => {
      const short = e.shortfall === undefined ? null : s.format.dollars(e.shortfall.total);
      return known([`${who(e, s)} defaults, ${short} short of what is due.`, short], [`${who(e, s)} defaults.`]);
    },
    restructured: (e, s) => [`${who(e, s)} agrees new terms with its creditors.`],
    liquidated: (e, s) => [`${who(e, s)} is wound up.`],
    seizure: (e, s) => {
      const by = partyIn(s, e.data, 'lender', ...OTHER);
      const units = figure(e.data, 'units', 'gpus');
      const count = units === null ? null : s.format.count(units);
      return known([`${by} seizes ${count} GPUs of ${who(e, s)}.`, by, count, e.actor ?? null], [`${by} seizes GPUs of ${who(e, s)}.`, by, e.actor ?? null], ['Lenders seize GPUs.']);
    },
    fireSale: (e, s) => {
      const units = figure(e.data, 'units', 'gpus', 'sold');
      return known([`${units === null ? null : s.format.count(units)} used GPUs are sold off at once.`, units === null ? null : ''], ['Used GPUs are sold off at once.']);
    },
    usedPriceFell: (e, s) => known([`Used GPUs get ${share(e, s)} cheaper. So does everybody's collateral.`, share(e, s)], ['Used GPUs get cheaper.']),
    rentFell: (e, s) => known([`Renting a GPU gets ${share(e, s)} cheaper.`, share(e, s)], ['Renting a GPU gets cheaper.']),
    ordersFell: (e, s) => {
      const fall = share(e, s);
      return e.actor === undefined ? known([`Orders for new GPUs fall by ${fall}.`, fall], ['Orders for new GPUs fall.']) : known([`Orders at ${who(e, s)} fall by ${fall}.`, fall], [`Orders at ${who(e, s)} fall.`]);
    },
    revenueFell: (e, s) => [e.actor === undefined ? 'End customers spend less than planned.' : `${who(e, s)} earns less than it counted on.`],
    stakeMarked: (e, s) => known([`${who(e, s)} writes ${money(e, s)} off its stakes.`, money(e, s)], [`${who(e, s)} writes down its stakes.`]),
    creditTightened: (e, s) => [`${who(e, s)} lends less, and dearer.`],
    lenderLoss: (e, s) => {
      const on = partyIn(s, e.data, 'borrower', 'debtor');
      return known([`${who(e, s)} loses ${money(e, s)} on ${on}.`, money(e, s), on], [`${who(e, s)} loses ${money(e, s)} on a loan.`, money(e, s)], [`${who(e, s)} loses money on a loan.`]);
    },
    vacancy: (e, s) => known([`${who(e, s)}: ${share(e, s)} of the halls stand empty.`, share(e, s)], [`${who(e, s)} has empty halls.`]),
    roundClosed: (e, s) => known([`${who(e, s)} raises ${money(e, s)} from its owners.`, money(e, s)], [`${who(e, s)} raises money from its owners.`]),
    listPriceCut: (e, s) => known([`${who(e, s)} cuts its list price by ${share(e, s)}.`, share(e, s)], [`${who(e, s)} cuts its list price.`]),
  },
  decision: (d, s) => {
    const name = s.party(d.actor);
    switch (d.type) {
      case 'stopFinancing':
        return [`${name} stops financing its customers.`];
      case 'customChip':
        return [`${name} works on its own chip.`];
      case 'cut':
        return [`${name} cuts its spending.`];
      case 'default':
        return [`${name} stops paying.`];
      case 'restructure':
        return [`${name} asks its creditors for new terms.`];
      case 'backstop':
        return [`${name} promises a backstop.`];
      case 'launch':
        return [`${name} launches new chips.`];
      default:
        return [];
    }
  },
  flow: (flow, s) => {
    const [from, to, amount] = [s.party(flow.from), s.party(flow.to), s.format.dollars(flow.amount)];
    const text = sentence(`${from} pays ${to} ${amount}`);
    switch (flow.purpose) {
      case 'loanDraw':
        return [`${to} borrows ${amount} from ${from}.`, `${text}.`];
      case 'shareIssue':
      case 'vendorShareIssue':
        return [`${from} buys ${amount} of shares in ${to}.`, `${text}.`];
      case 'aiService':
        return [`${from} pay ${to} ${amount} for AI services.`, `${text}.`];
      case 'chipPurchase':
        return [`${text} for GPUs.`, `${text}.`];
      case 'compute':
        return [`${text} for compute.`, `${text}.`];
      default:
        return [`${text} for ${s.vocabulary.purpose[flow.purpose]}.`, `${text}.`];
    }
  },
  homecoming: ({ vendor, customer, amount, back }, s) => {
    const [v, c, out, home] = [s.party(vendor), s.party(customer), s.format.dollars(amount), s.format.dollars(back)];
    return [`${v} puts ${out} into ${c}; ${home} comes back for chips.`, `${v} pays ${c} ${out}; ${home} comes back.`];
  },
};

function generation(e: Event, s: Speaker): string | null {
  const id = word(e.data, 'generation', 'name');
  return id === null ? null : s.generation(id);
}
