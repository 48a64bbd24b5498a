/**
 * What must hold of every month of every history, told from the record alone and not by the code that made it: after
 * each phase money and its colours, claims and chips are conserved, every machine is in a state that it has, and the
 * record folds to the state it goes with.
 */
import { ASSETS, LIABILITIES, RESULTS, RESULT_SIGN } from '../../src/model/account.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { Digester } from '../../src/model/digest.ts';
import { foldPhase } from '../../src/model/fold.ts';
import type { Frame, Header, PhaseRecord } from '../../src/model/frame.ts';
import { isActorKind } from '../../src/model/party.ts';
import type { World } from '../../src/model/world.ts';

/** Reads a run month by month. Each call checks the month and goes on from it. @throws naming tick, phase and what is wrong. */
export function conservation(header: Header, digester: Digester): (frame: Frame) => void {
  const sectors = new Set(header.scenario.parties.filter((party) => !isActorKind(party.kind)).map((party) => party.id));
  const issued = total(header.opening, 'money');
  const known = new Set<string>();
  let before = header.opening;
  return (frame) => {
    for (const record of frame.phases) {
      const at = `tick ${frame.tick}, ${record.phase}`;
      const after = foldPhase(before, record);
      books(after, sectors, issued, at);
      chips(before, after, record, sectors, frame.tick, at);
      causes(record, known, at);
      before = after;
    }
    machines(header, frame);
    if (digester.state({ ...before, tick: frame.tick }) !== frame.stateDigest) throw new Error(`tick ${frame.tick}: the folded state is another`);
    // what the digest is taken over can be written down: no NaN, no infinity, no minus nought
    canonical(frame.measures);
    before = frame.state;
  };
}

const total = (world: World, account: 'cash' | 'money' | 'receivables' | 'payables' | 'loans' | 'debt' | 'stakes' | 'equityIssued' | 'prepaid' | 'customerDeposits' | 'deposits' | 'depositsTaken'): number =>
  Object.values(world.accounts).reduce((sum, row) => sum + row[account], 0);

function books(world: World, sectors: ReadonlySet<string>, issued: number, at: string): void {
  const wrong: string[] = [];
  for (const [party, row] of Object.entries(world.accounts)) {
    let sum = -row.netWorth;
    for (const name of ASSETS) sum += row[name];
    for (const name of LIABILITIES) sum -= row[name];
    for (const name of RESULTS) sum -= RESULT_SIGN[name] * row[name];
    if (sum !== 0) wrong.push(`${party} is off by ${sum}`);
    for (const [name, amount] of Object.entries(row)) if (!Number.isSafeInteger(amount)) wrong.push(`${party}/${name} is ${amount}`);
    const colours = world.dye[party]!.origins;
    if (colours.reduce((all, each) => all + each, 0) !== row.cash) wrong.push(`the colours of ${party} are not its cash`);
    if (!sectors.has(party) && (row.cash < 0 || colours.some((amount) => amount < 0))) wrong.push(`${party} holds less than nothing`);
  }
  for (const [asset, liability] of [['cash', 'money'], ['receivables', 'payables'], ['loans', 'debt'], ['stakes', 'equityIssued'], ['prepaid', 'customerDeposits'], ['deposits', 'depositsTaken']] as const)
    if (total(world, asset) !== total(world, liability)) wrong.push(`${asset} ${total(world, asset)} are not ${liability} ${total(world, liability)}`);
  if (total(world, 'cash') !== issued) wrong.push('money was made or lost');
  for (const loan of Object.values(world.loans)) if (!whole(loan.principal, loan.undrawn)) wrong.push(`loan ${loan.id}: ${loan.principal}, ${loan.undrawn}`);
  for (const due of Object.values(world.obligations)) if (!whole(due.amount) || due.amount === 0) wrong.push(`obligation ${due.id}: ${due.amount}`);
  for (const lot of Object.values(world.lots)) if (!whole(lot.units, lot.book)) wrong.push(`lot ${lot.id}: ${lot.units}, ${lot.book}`);
  for (const order of Object.values(world.orders)) if (!whole(order.units, order.deposit)) wrong.push(`order ${order.id}: ${order.units}, ${order.deposit}`);
  for (const contract of Object.values(world.contracts)) if (!whole(contract.units, contract.prepaid, contract.delivered)) wrong.push(`contract ${contract.id}: ${contract.units}, ${contract.prepaid}, ${contract.delivered}`);
  for (const backstop of Object.values(world.backstops)) if (!whole(backstop.used) || backstop.used > backstop.cap) wrong.push(`backstop ${backstop.id}: ${backstop.used} of ${backstop.cap}`);
  none(wrong, at);
}
function none(wrong: readonly string[], what: string): void {
  if (wrong.length > 0) throw new Error(`${what}: ${wrong.slice(0, 5).join('; ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}`);
}
const whole = (...figures: readonly number[]): boolean => figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0);

/** Chips in all halls change by what is delivered, what leaves the loop, and what is scrapped of old age, unit for unit. */
function chips(before: World, after: World, record: PhaseRecord, sectors: ReadonlySet<string>, tick: number, at: string): void {
  const moved = new Map<string, number>();
  const add = (owner: string, units: number): void => void moved.set(owner, (moved.get(owner) ?? 0) + units);
  for (const flow of record.flows) {
    if (flow.purpose === 'chipDelivery' && !sectors.has(flow.to)) add(flow.to, flow.units!);
    if (flow.purpose !== 'usedChipDelivery') continue;
    add(flow.from, -flow.units!);
    if (!sectors.has(flow.to)) add(flow.to, flow.units!);
  }
  // a lien that is enforced changes the owner: the same chips stand in the books of the lender
  const seized = record.events.filter((event) => event.type === 'seizure');
  for (const { actor, data } of seized) {
    add(actor!, -Number(data['units']));
    add(String(data['lender']), Number(data['units']));
  }
  const scrapped = new Map<string, number>();
  if (record.phase === 'mark') for (const lot of Object.values(before.lots)) if (after.lots[lot.id] === undefined && tick - lot.vintage * 6 - 3 >= 78) scrapped.set(lot.owner, (scrapped.get(lot.owner) ?? 0) + lot.units);
  const held = (world: World): Map<string, number> => {
    const units = new Map<string, number>();
    for (const lot of Object.values(world.lots)) units.set(lot.owner, (units.get(lot.owner) ?? 0) + lot.units);
    return units;
  };
  const [old, now] = [held(before), held(after)];
  const wrong = [...new Set([...old.keys(), ...now.keys(), ...moved.keys()])]
    .map((owner) => [owner, (old.get(owner) ?? 0) + (moved.get(owner) ?? 0) - (scrapped.get(owner) ?? 0) - (now.get(owner) ?? 0)] as const)
    .filter(([, missing]) => missing !== 0);
  none(wrong.map(([owner, missing]) => `${owner} ${missing}`), `${at}: chips lost or made`);
}

/** What a thing is said to come from was there before it; no two things have one name. */
function causes(record: PhaseRecord, known: Set<string>, at: string): void {
  const names = [...record.decisions, ...record.events].map((each) => each.id);
  const twice = names.filter((id, index) => known.has(id) || names.indexOf(id) !== index);
  none(twice, `${at}: named twice`);
  for (const id of names) known.add(id);
  const unknown = [...record.decisions, ...record.events].flatMap((each) => each.causes.filter((cause) => !known.has(cause.id)).map((cause) => `${each.id} because of ${cause.id}`));
  none(unknown, `${at}: causes that never were`);
  for (const event of record.events) {
    if (event.type !== 'shock' && event.causes.length === 0) throw new Error(`${at}: ${event.id} comes from nothing`);
    if (event.shortfall === undefined) continue;
    const { due, means, total: short, absorbed, lines } = event.shortfall;
    const sum = (pick: 'share' | 'variance'): number => lines.reduce((all, line) => all + line[pick], 0);
    if (sum('share') !== short || sum('variance') !== short + absorbed || Math.max(0, due - means) !== short) throw new Error(`${event.id} is not accounted for to the dollar`);
  }
}

function machines(header: Header, frame: Frame): void {
  for (const party of header.scenario.parties) {
    const chart = header.statecharts[party.kind];
    if (chart === undefined) continue;
    const row = frame.state.machines[party.id]!;
    const illegal = chart.regions.filter(({ id, states }) => !states.includes(row.value[id] ?? '') || !(row.since[id]! <= frame.tick)).map((region) => region.id);
    none(illegal, `tick ${frame.tick}: regions of ${party.id} in no state of theirs`);
    if (Object.keys(row.value).length !== chart.regions.length) throw new Error(`tick ${frame.tick}: ${party.id} has regions its machine has not`);
  }
}
