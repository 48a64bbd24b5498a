/** `network`: the mathematics of contagion on somebody's own network, read from JSON. */
import { readFileSync, statSync } from 'node:fs';
import { NetworkError } from '../../contagion/problem.ts';
import { runNetworkCases } from '../../measures/network-case.ts';
import { describeNetworkProblem } from '../../words/network.ts';
import { Failed } from '../failed.ts';
import { unreadable } from '../files.ts';
import type { Report } from '../report.ts';
import { table, type Terminal } from '../terminal.ts';

/** Larger than any network the dense form is meant for. */
const LARGEST = 256 * 1_048_576;

export function network(terminal: Terminal, kind: string, path: string): Report {
  const input = parsed(path);
  try {
    const result = runNetworkCases(kind, input, (problem) => describeNetworkProblem(problem, terminal.language));
    return { ok: true, json: result, text: Array.isArray(result) ? JSON.stringify(result, null, 2) : resultText(result) };
  } catch (error) {
    if (error instanceof NetworkError) throw new Failed({ key: 'cli.badNetwork', path, problem: error.problem });
    throw error;
  }
}

function parsed(path: string): unknown {
  let text: string;
  try {
    if (path !== '-' && statSync(path).size > LARGEST) throw Object.assign(new Error(path), { code: 'EFBIG' });
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw new Failed({ key: 'cli.badJson', path, detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

/** Single figures first; then what there is for each node, a row a node; matrices as they are. */
function resultText(result: object): string {
  const entries = Object.entries(result) as [string, unknown][];
  const vectors = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && !entry[1].some(Array.isArray));
  const matrices = entries.filter((entry): entry is [string, unknown[][]] => Array.isArray(entry[1]) && entry[1].some(Array.isArray));
  const single = entries.filter(([, value]) => !Array.isArray(value));
  const nodes = Math.max(0, ...vectors.map(([, values]) => values.length));
  const parts = [
    single.length === 0 ? '' : table([], single.map(([name, value]) => [name, cell(value)]), [1]),
    nodes === 0 ? '' : table(['', ...vectors.map(([name]) => name)], Array.from({ length: nodes }, (_, node) => [String(node), ...vectors.map(([, values]) => cell(values[node]))]), vectors.map((_, column) => column + 1)),
    ...matrices.map(([name, rows]) => table([name, ...rows.map((_, column) => String(column))], rows.map((row, index) => [String(index), ...row.map(cell)]), rows.map((_, column) => column + 1))),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const cell = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean));
