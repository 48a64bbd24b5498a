/** A rule broken on purpose: text `from` of `file` becomes `to`, and `tests` must fail. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}
export declare const MUTANTS: readonly Mutant[];
export declare const CONTROL: string;
