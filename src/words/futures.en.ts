/** Words of the panel of many histories, in English. */
export interface FuturesWords {
  /** How to read the picture. */
  readonly lead: string;
  /** What can be done while there is nothing yet. */
  readonly empty: string;
  readonly start: (histories: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly clear: string;
  readonly progress: (done: string, of: string) => string;
  readonly left: (time: string) => string;
  readonly paused: string;
  readonly done: string;
  /** Said once, for those who hear the page. */
  readonly milestone: (done: string) => string;
  readonly failed: (count: string) => string;
  readonly refused: string;
  readonly measure: string;
  /** A figure summed from the first month on. */
  readonly addedUp: (figure: string) => string;
  readonly bandMost: string;
  readonly bandHalf: string;
  readonly median: string;
  readonly one: string;
  readonly own: string;
  readonly fewYet: (least: number) => string;
  readonly pointHint: string;
  readonly pointHintClosed: string;
  readonly seed: (seed: string) => string;
  readonly fallenNone: string;
  readonly fallen: (names: string) => string;
  readonly openSeed: (seed: string) => string;
  readonly whoFails: string;
  readonly actor: string;
  readonly share: string;
  readonly of: (hits: string, of: string) => string;
  readonly interval: string;
  readonly between: (low: string, high: string) => string;
  readonly when: string;
  readonly anybody: string;
  readonly nobody: string;
  readonly others: (count: number) => string;
  readonly notable: string;
  readonly notableKind: { readonly worst: string; readonly typical: string; readonly mildest: string };
  readonly lost: (amount: string) => string;
  readonly table: string;
  readonly month: string;
  readonly quantile: (percent: number) => string;
  readonly listing: string;
  readonly history: string;
  readonly firstDefault: string;
  readonly defaults: string;
  readonly losses: string;
  readonly more: (count: number) => string;
}

export const futuresEn: FuturesWords = {
  lead: 'The same scenario under other luck: every thin line is one history. Half of them run inside the dark band, nine in ten inside the light one.',
  empty: 'What you see on the page is one history; here a thousand of the same scenario, each under a luck of its own, are drawn as they come.',
  start: (histories) => `Simulate ${histories} histories`,
  pause: 'Pause',
  resume: 'Go on',
  clear: 'Discard',
  progress: (done, of) => `${done} of ${of} histories`,
  left: (time) => `about ${time} left`,
  paused: 'paused',
  done: 'all there',
  milestone: (done) => `${done} histories are there.`,
  failed: (count) => `${count} could not be finished by the rules and ${count === '1' ? 'is' : 'are'} left out.`,
  refused: 'This recording was made by other rules than those of this page, so that no further histories of it can be simulated here.',
  measure: 'Figure',
  addedUp: (figure) => `${figure}, added up`,
  bandMost: 'nine in ten histories',
  bandHalf: 'half of the histories',
  median: 'the middle one (median)',
  one: 'one history',
  own: 'the history on the page',
  fewYet: (least) => `Bands and chances appear with the first ${least} histories.`,
  pointHint: 'Point at a line to see whose it is; a click opens that history on the page.',
  pointHintClosed: 'Point at a line to see whose it is. Other histories of a recording cannot be opened; those of a scenario can.',
  seed: (seed) => `Seed ${seed}`,
  fallenNone: 'nobody defaults',
  fallen: (names) => `defaults: ${names}`,
  openSeed: (seed) => `Open the history with seed ${seed}`,
  whoFails: 'Who defaults, and how often',
  actor: 'Who',
  share: 'In how many histories',
  of: (hits, of) => `(${hits} of ${of})`,
  interval: '95% interval',
  between: (low, high) => `${low} to ${high}`,
  when: 'Typically in',
  anybody: 'Anybody at all',
  nobody: 'Nobody defaults in any of these histories.',
  others: (count) => `${count === 1 ? '1 other actor defaults' : `${count} other actors default`} in none of them.`,
  notable: 'Histories worth a look',
  notableKind: { worst: 'Most lost', typical: 'In the middle', mildest: 'Least lost' },
  lost: (amount) => `${amount} lost for good`,
  table: 'The chart as a table',
  month: 'Month',
  quantile: (percent) => (percent === 50 ? 'Median' : `${percent}% lie below`),
  listing: 'All histories as a table',
  history: 'History',
  firstDefault: 'First default',
  defaults: 'Defaults',
  losses: 'Lost for good',
  more: (count) => `Show ${count} more`,
};
