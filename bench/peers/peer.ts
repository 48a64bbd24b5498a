/** What every peer is given, and what it must come to. */
export interface PeerModel {
  readonly firms: number;
  readonly months: number;
  readonly seed: number;
}
export interface PeerSums {
  readonly cash: number;
  readonly debt: number;
  readonly failures: number;
}
