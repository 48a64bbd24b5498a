/** What can be wrong with the input of a network calculation: a code, the place and what was there. Words: src/words/network. */

export const NETWORK_PROBLEMS = [
  'notObject', // the case itself is no map
  'missing',
  'unknown', // a field that no such case has
  'notList',
  'notSquare', // a matrix row of another length than the matrix
  'length', // a list of another length than the network
  'notNumber', // no number, NaN or infinite
  'notWhole', // dollars with a fraction
  'negative',
  'tooLarge', // beyond what whole dollars can be counted to exactly
  'diagonal', // somebody owes or owns itself
  'notShare', // outside 0 … 1
  'sharesOverOne', // the owners of one issuer hold more than all of it
  'closedOwnership', // a circle of issuers that nobody outside owns
  'excludes', // two fields that cannot both be given
  'needs', // a field that makes sense only with another
  'notInList',
  'notText',
  'repeated', // a name given twice
  'notFlag',
  'unknownNode',
  'selfFlow',
  'unbalanced', // what comes into a node is not what goes out
  'notPositive',
  'trap', // money that comes in here never leaves
  'unknownKind', // no such calculation
] as const;
export type NetworkProblemCode = (typeof NETWORK_PROBLEMS)[number];

export interface NetworkProblem {
  readonly code: NetworkProblemCode;
  /** Where: `owed[1][2]`; empty for the case as a whole. */
  readonly path: string;
  /** What was there, or how much is off, quoted and cut. */
  readonly got?: string;
  /** What it should have been, or the other field it is about. */
  readonly expected?: string;
}

/** Thrown by every calculation here for input it cannot use; nothing has been computed then. */
export class NetworkError extends Error {
  constructor(readonly problem: NetworkProblem) {
    const { code, path, got, expected } = problem;
    super([path, code, got === undefined ? '' : `got ${got}`, expected === undefined ? '' : `expected ${expected}`].filter((part) => part !== '').join(': '));
    this.name = 'NetworkError';
  }
}

/** A value in a message: short, on one line. */
export function quote(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value === undefined) return 'nothing';
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    text = typeof value; // goes round in a circle, or holds what JSON cannot
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function reject(code: NetworkProblemCode, path: string, got?: unknown, expected?: string): never {
  throw new NetworkError({
    code,
    path,
    ...(got === undefined ? {} : { got: quote(got) }),
    ...(expected === undefined ? {} : { expected }),
  });
}
