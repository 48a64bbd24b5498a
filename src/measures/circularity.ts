/**
 * What part of a vendor's revenue is its own money coming home, several ways, always to be named:
 * traced – money mixes in every till and leaves in the proportion it came in (an absorbing Markov chain: vendor and
 * outside absorb); earmarked – the most that could have come home if the vendor's money was used for its goods first;
 * enabled – purchases for which its money was a condition, however little of it there was; naive – what it financed over
 * what it sold, which counts money that went elsewhere. All over revenue; null without revenue.
 */
import { reject } from '../contagion/problem.ts';
import { amount, fields, join, list, vector } from '../contagion/read.ts';
import { solveThroughflow } from '../contagion/throughflow.ts';
import { maxFlow, type Pipe } from './max-flow.ts';

export const FLOW_KINDS = ['financing', 'revenue', 'other'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

export interface CircularityFlow {
  readonly from: string;
  readonly to: string;
  /** ≥ 0, over the same window for all. */
  readonly amount: number;
  /** `financing` counts where it comes from the vendor, `revenue` where it goes to it; else a flow is a flow. */
  readonly kind: FlowKind;
  /** A purchase that the vendor's money was a condition for. */
  readonly conditional?: boolean;
}

export interface CircularityInput {
  readonly nodes: readonly string[];
  readonly vendor: string;
  readonly flows: readonly CircularityFlow[];
  /** What a node gets from outside, or uses of the cash it began with. */
  readonly externalIn?: { readonly [node: string]: number };
  /** What a node pays outside, or adds to its cash. */
  readonly externalOut?: { readonly [node: string]: number };
}

export interface CircularityResult {
  readonly traced: number | null;
  readonly earmarked: number | null;
  readonly enabled: number | null;
  readonly naive: number | null;
  /** Of what the vendor financed, the share that came home as revenue (proportional mixing); null if it financed nothing. */
  readonly roundTripRate: number | null;
}

interface Network {
  readonly size: number;
  readonly vendor: number;
  readonly flows: readonly { readonly from: number; readonly to: number; readonly amount: number; readonly kind: FlowKind; readonly conditional: boolean }[];
  readonly externalIn: readonly number[];
  readonly externalOut: readonly number[];
}

/** @throws NetworkError naming the place of what is wrong; a node (but the vendor) whose ins are not its outs is. */
export function circularity(input: CircularityInput): CircularityResult {
  const network = read(input);
  const { size, vendor, flows } = network;
  const [into, outOf] = [network.externalIn.slice(), network.externalOut.slice()];
  const [financed, bought] = [new Float64Array(size), new Float64Array(size)];
  const pipes: Pipe[] = [];
  let [revenue, conditional, financing] = [0, 0, 0];
  for (const flow of flows) {
    into[flow.to]! += flow.amount;
    outOf[flow.from]! += flow.amount;
    if (flow.from !== vendor && flow.to !== vendor) pipes.push({ from: flow.from, to: flow.to, width: flow.amount });
    if (flow.from === vendor && flow.kind === 'financing') {
      financed[flow.to]! += flow.amount;
      financing += flow.amount;
      pipes.push({ from: size, to: flow.to, width: flow.amount });
    }
    if (flow.to === vendor && flow.kind === 'revenue') {
      bought[flow.from]! += flow.amount;
      revenue += flow.amount;
      if (flow.conditional) conditional += flow.amount;
      pipes.push({ from: flow.from, to: size + 1, width: flow.amount });
    }
  }
  for (let node = 0; node < size; node++)
    if (node !== vendor && !balanced(into[node]!, outOf[node]!)) reject('unbalanced', `nodes[${node}]`, into[node]! - outOf[node]!, input.nodes[node]!.toString());
  const home = cameHome(network, outOf, financed, bought);
  const over = (part: number): number | null => (revenue === 0 ? null : part / revenue);
  return {
    traced: over(home),
    earmarked: over(maxFlow(size + 2, pipes, size, size + 1)),
    enabled: over(conditional),
    naive: over(financing),
    roundTripRate: financing === 0 ? null : home / financing,
  };
}

/** Whole dollars to the dollar, fractions to thirteen digits. */
function balanced(into: number, out: number): boolean {
  return Number.isSafeInteger(into) && Number.isSafeInteger(out) ? into === out : Math.abs(into - out) <= 1e-12 * Math.max(into, out);
}

/** Dollars of the vendor's financing that reach it as revenue when every till pays out of its mix. */
function cameHome({ size, vendor, flows, externalOut }: Network, through: readonly number[], financed: Float64Array, bought: Float64Array): number {
  // only tills that the vendor's money reaches: others may go in circles for ever without touching it
  const reached = new Int32Array(size).fill(-1);
  const tills: number[] = [];
  const reach = (node: number): void => {
    if (node === vendor || reached[node] !== -1) return;
    reached[node] = tills.length;
    tills.push(node);
  };
  for (let node = 0; node < size; node++) if (financed[node]! > 0) reach(node);
  for (let head = 0; head < tills.length; head++) for (const flow of flows) if (flow.from === tills[head] && flow.amount > 0) reach(flow.to);
  const passes = new Float64Array(tills.length * tills.length);
  const leaks = Float64Array.from(tills, (node) => externalOut[node]! / through[node]!);
  for (const { from, to, amount: paid } of flows) {
    const row = reached[from]!;
    if (row === -1) continue;
    if (to === vendor) leaks[row]! += paid / through[from]!;
    else passes[row * tills.length + reached[to]!]! += paid / through[from]!;
  }
  const entering = Float64Array.from(tills, (node) => financed[node]!);
  const x = solveThroughflow(tills.length, passes, leaks, entering) ?? reject('trap', 'flows');
  return tills.reduce((sum, node, index) => sum + x[index]! * (bought[node]! / through[node]!), 0);
}

function read(input: CircularityInput): Network {
  const given = fields(input, ['nodes', 'vendor', 'flows', 'externalIn', 'externalOut']);
  const index = new Map<string, number>();
  for (const [at, name] of list(given['nodes'], 'nodes').entries()) {
    if (typeof name !== 'string' && typeof name !== 'number') reject('notText', `nodes[${at}]`, name);
    if (index.has(String(name))) reject('repeated', `nodes[${at}]`, name);
    index.set(String(name), at);
  }
  const node = (value: unknown, path: string): number => {
    if (value === undefined) reject('missing', path);
    return (typeof value === 'string' || typeof value === 'number' ? index.get(String(value)) : undefined) ?? reject('unknownNode', path, value);
  };
  const vendor = node(given['vendor'], 'vendor');
  const flows = vector(given['flows'], 'flows', null, (value, path) => {
    const flow = fields(value, ['from', 'to', 'amount', 'kind', 'conditional'], path);
    const [from, to] = [node(flow['from'], `${path}.from`), node(flow['to'], `${path}.to`)];
    if (from === to) reject('selfFlow', path, flow['from']);
    const kind = FLOW_KINDS.find((each) => each === flow['kind']) ?? reject(flow['kind'] === undefined ? 'missing' : 'notInList', `${path}.kind`, flow['kind'], FLOW_KINDS.join(', '));
    const conditional = flow['conditional'] ?? false;
    if (typeof conditional !== 'boolean') return reject('notFlag', `${path}.conditional`, conditional);
    return { from, to, amount: amount(flow['amount'], `${path}.amount`), kind, conditional };
  });
  const external = (name: 'externalIn' | 'externalOut'): number[] => {
    const amounts = new Array<number>(index.size).fill(0);
    if (given[name] === undefined) return amounts;
    const map = given[name];
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return reject('notObject', name, map);
    for (const [key, value] of Object.entries(map)) {
      const at = index.get(key);
      if (at === undefined) return reject('unknownNode', join(name, key), key);
      amounts[at] = amount(value, join(name, key));
    }
    return amounts;
  };
  return { size: index.size, vendor, flows, externalIn: external('externalIn'), externalOut: external('externalOut') };
}
