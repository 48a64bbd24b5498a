/** One sentence for each type of event, in English. Facts that an event does not carry are left out. */
import type { Event, EventType } from '../model/decision.ts';
import { dollarsIn, figure, partyIn, when, word, type Speaker } from './speaker.ts';

export type EventSayings = { readonly [type in EventType]: (event: Event, speaker: Speaker) => string };

const who = (event: Event, speaker: Speaker): string => (event.actor === undefined ? 'The market' : speaker.party(event.actor));
const WITH = ['counterparty', 'creditor', 'seller', 'buyer', 'lender', 'landlord', 'tenant', 'issuer', 'investor', 'beneficiary', 'guarantor', 'borrower', 'with', 'to', 'from', 'by', 'owner', 'vendor', 'refusedBy'] as const;
const MONEY = ['amount', 'dollars', 'value', 'total', 'loss', 'asked', 'due', 'principal', 'price'] as const;
const share = (event: Event, speaker: Speaker, ...names: string[]): string | null => {
  const value = figure(event.data, ...names);
  return value === null ? null : speaker.format.percent(Math.abs(value));
};

export const eventsEn: EventSayings = {
  shock: (e, s) => {
    if (e.data['announced'] === true) return 'Everybody begins with the contracts, debts and plans of the opening.';
    if (e.data['changed'] === true && word(e.data, 'lever') !== null) return `In this what-if ${word(e.data, 'lever')!} goes from ${s.format.number(figure(e.data, 'from') ?? 0, 2)} to ${s.format.number(figure(e.data, 'to') ?? 0, 2)}.`;
    const id = word(e.data, 'shock', 'id') ?? e.key.split('/').at(-1)!;
    const shock = s.scenario.shocks.find((one) => one.id === id || e.key.includes(one.id));
    return shock === undefined ? 'Something outside the model changes.' : shock.text.en;
  },
  stateChanged: (e, s) => {
    const region = word(e.data, 'region') ?? '';
    const to = word(e.data, 'to');
    return `${who(e, s)}${when(region === '' ? null : region, (r) => ` (${s.region(r).toLowerCase()})`)} is now ${s.state(region, to ?? '')}${when(word(e.data, 'from'), (from) => `, was ${s.state(region, from)}`)}.`;
  },
  decisionTaken: (e, s) => `${who(e, s)} decides: ${(s.vocabulary.decision as { [type: string]: string })[word(e.data, 'decision', 'type') ?? '']?.toLowerCase() ?? 'a change of course'}.`,
  contractSigned: (e, s) => `${who(e, s)} signs a contract${when(partyIn(s, e.data, ...WITH), (p) => ` with ${p}`)}${when(dollarsIn(s, e.data, 'value', 'amount', 'total', 'dollars'), (d) => ` worth ${d}`)}.`,
  contractEnded: (e, s) => `A contract of ${who(e, s)}${when(partyIn(s, e.data, ...WITH), (p) => ` with ${p}`)} ends.`,
  tranchePaid: (e, s) => `${who(e, s)} pays${when(partyIn(s, e.data, 'issuer', ...WITH), (p) => ` ${p}`)} a tranche of its investment${when(dollarsIn(s, e.data, ...MONEY), (d) => `: ${d}`)}.`,
  stakeBought: (e, s) => `${who(e, s)} buys a stake${when(partyIn(s, e.data, 'issuer', ...WITH), (p) => ` in ${p}`)}${when(dollarsIn(s, e.data, ...MONEY), (d) => ` for ${d}`)}.`,
  backstopSigned: (e, s) => `${who(e, s)} promises${when(partyIn(s, e.data, 'beneficiary', ...WITH), (p) => ` ${p}`)} to buy what it cannot rent out${when(dollarsIn(s, e.data, 'cap', ...MONEY), (d) => `, up to ${d}`)}.`,
  backstopCalled: (e, s) => `${who(e, s)} must pay${when(partyIn(s, e.data, 'beneficiary', ...WITH), (p) => ` ${p}`)} for capacity nobody rents${when(dollarsIn(s, e.data, ...MONEY), (d) => `: ${d}`)}.`,
  generationLaunched: (e, s) => `${who(e, s)} launches ${when(word(e.data, 'generation', 'name'), (g) => s.generation(g)) || 'new chips'}. Older ones lose value.`,
  customChipDeployed: (e, s) => `${who(e, s)} begins to use its own chips.`,
  refused: (e, s) => `${partyIn(s, e.data, 'refusedBy', 'lender', 'investor', 'by') ?? 'The market'} refuses ${who(e, s)}${when(dollarsIn(s, e.data, 'asked', 'amount', 'missing', 'dollars'), (d) => ` ${d}`)}.`,
  missedPayment: (e, s) => {
    const due = figure(e.data, 'due');
    const paid = figure(e.data, 'paid');
    const to = partyIn(s, e.data, 'creditor', ...WITH);
    if (due === null || due <= 0 || paid === null) return `${who(e, s)} misses a payment${when(to, (p) => ` to ${p}`)}.`;
    if (paid <= 0) return `${who(e, s)} pays${when(to, (p) => ` ${p}`)} nothing of the ${s.format.dollars(due)} due.`;
    return `${who(e, s)} pays${when(to, (p) => ` ${p}`)} ${s.format.percent(paid / due)} of what is due. ${s.format.dollars(due - paid)} is missing.`;
  },
  coverBreach: (e, s) => `${who(e, s)} breaks a covenant${when(figure(e.data, 'cover') === null ? null : s.format.times(figure(e.data, 'cover')!), (c) => `: cover ${c}`)}${when(figure(e.data, 'covenant', 'threshold', 'needed') === null ? null : s.format.times(figure(e.data, 'covenant', 'threshold', 'needed')!), (c) => `, ${c} is needed`)}.`,
  covenantWaived: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? 'The lender'} lets ${who(e, s)} off a broken covenant.`,
  cashTrap: (e, s) => `The lender keeps the cash of ${who(e, s)} until its cover improves.`,
  accelerated: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? 'The lender'} calls in a loan of ${who(e, s)}${when(dollarsIn(s, e.data, ...MONEY), (d) => `: ${d}`)}.`,
  marginCall: (e, s) => `${who(e, s)} must add collateral${when(dollarsIn(s, e.data, ...MONEY), (d) => `: ${d}`)}.`,
  default: (e, s) => `${who(e, s)} defaults${when(e.shortfall === undefined ? null : s.format.dollars(e.shortfall.total), (d) => `, ${d} short of what is due`)}.`,
  restructured: (e, s) => `${who(e, s)} agrees new terms with its creditors.`,
  liquidated: (e, s) => `${who(e, s)} is wound up.`,
  seizure: (e, s) => `${partyIn(s, e.data, 'lender', ...WITH) ?? 'A lender'} seizes${when(figure(e.data, 'units', 'gpus') === null ? null : s.format.count(figure(e.data, 'units', 'gpus')!), (n) => ` ${n}`)} GPUs${hasActor(e) ? ` of ${who(e, s)}` : ''}.`,
  fireSale: (e, s) => `${when(figure(e.data, 'units', 'gpus', 'sold') === null ? null : s.format.count(figure(e.data, 'units', 'gpus', 'sold')!), (n) => `${n} `) || 'Many '}used GPUs are sold off at once${when(dollarsIn(s, e.data, 'proceeds', 'amount'), (d) => ` for ${d}`)}.`,
  usedPriceFell: (e, s) => `Used GPUs get cheaper${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` by ${p}`)}.`,
  rentFell: (e, s) => `Renting a GPU-hour gets cheaper${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` by ${p}`)}.`,
  ordersFell: (e, s) => `${hasActor(e) ? `${who(e, s)} sees its orders fall` : 'Orders for new GPUs fall'}${when(share(e, s, 'by', 'share', 'fall', 'change'), (p) => ` by ${p}`)}.`,
  revenueFell: (e, s) => (!hasActor(e) ? `End customers spend${when(share(e, s, 'by', 'share'), (p) => ` ${p}`)} less on AI services than planned.` : `${who(e, s)} earns less than it counted on${when(dollarsIn(s, e.data, 'amount', 'missing', 'dollars'), (d) => `: ${d} missing`) || when(share(e, s, 'by', 'share'), (p) => `: ${p} less`)}.`),
  stakeMarked: (e, s) => (!hasActor(e) ? `Investors lose heart${when(share(e, s, 'share', 'by'), (p) => `: AI shares fall ${p}`)}.` : share(e, s, 'share') !== null ? `Shares of ${who(e, s)} lose ${share(e, s, 'share')!} of their value.` : `${who(e, s)} writes down its stakes${when(dollarsIn(s, e.data, ...MONEY), (d) => ` by ${d}`)}.`),
  creditTightened: (e, s) => `${who(e, s)} lends less, and dearer.`,
  lenderLoss: (e, s) => `${who(e, s)} loses${when(dollarsIn(s, e.data, 'loss', ...MONEY), (d) => ` ${d}`) || ' money'} on ${partyIn(s, e.data, 'borrower', 'debtor') ?? 'a loan'}.`,
  vacancy: (e, s) => `${who(e, s)} stands with empty halls${when(share(e, s, 'share', 'vacancy'), (p) => `: ${p}`)}.`,
  roundClosed: (e, s) => `${who(e, s)} raises${when(dollarsIn(s, e.data, ...MONEY), (d) => ` ${d}`) || ' money'} from its owners.`,
  listPriceCut: (e, s) => `${who(e, s)} cuts its list price${when(share(e, s, 'by', 'share', 'change'), (p) => ` by ${p}`)}.`,
};

function hasActor(e: Event): boolean {
  return e.actor !== undefined;
}
