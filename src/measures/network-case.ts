/**
 * The calculations by name, for cases that come as plain JSON: one case or a list of cases, all or each checked. In a list
 * a bad case takes nobody else down: its place in the answer holds what is wrong with it.
 */
import { clear, type ClearInput } from '../contagion/clear.ts';
import { debtRank, type DebtRankInput } from '../contagion/debt-rank.ts';
import { fireSale, type FireSaleInput } from '../contagion/fire-sale.ts';
import { NetworkError, reject, type NetworkProblem } from '../contagion/problem.ts';
import { circularity, type CircularityInput } from './circularity.ts';
import { concentration, type ConcentrationInput } from './concentration.ts';

export const NETWORK_KINDS = ['clear', 'debtrank', 'circularity', 'firesale', 'concentration'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** Each checks its whole input, so that anything may be handed to it. */
const CALCULATIONS: { readonly [kind in NetworkKind]: (input: unknown) => object } = {
  clear: (input) => clear(input as ClearInput),
  debtrank: (input) => debtRank(input as DebtRankInput),
  circularity: (input) => circularity(input as CircularityInput),
  firesale: (input) => fireSale(input as FireSaleInput),
  concentration: (input) => concentration(input as ConcentrationInput),
};

export function isNetworkKind(kind: string): kind is NetworkKind {
  return (NETWORK_KINDS as readonly string[]).includes(kind);
}

/** One case. @throws NetworkError */
export function runNetworkCase(kind: string, input: unknown): object {
  if (!isNetworkKind(kind)) return reject('unknownKind', '', kind, NETWORK_KINDS.join(', '));
  return CALCULATIONS[kind](input);
}

/** One case, or a list of which the bad ones answer with `{error}` in the words of `describe`. @throws NetworkError for a single bad case */
export function runNetworkCases(kind: string, input: unknown, describe: (problem: NetworkProblem) => string): object {
  if (!isNetworkKind(kind) || !Array.isArray(input)) return runNetworkCase(kind, input);
  return Array.from(input as readonly unknown[], (each) => {
    try {
      return runNetworkCase(kind, each);
    } catch (error) {
      if (error instanceof NetworkError) return { error: describe(error.problem) };
      throw error;
    }
  });
}
