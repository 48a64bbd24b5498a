/** Two histories beside each other, in English. */

export interface CompareWords {
  readonly nothingYet: string;
  /** While the other history is being simulated. */
  readonly coming: string;
  readonly a: string;
  readonly b: string;
  /** A side by its letter and the name of its scenario. */
  readonly named: (side: string, name: string) => string;
  readonly same: string;
  readonly samePast: (date: string) => string;
  readonly parts: (date: string, phase: string) => string;
  readonly changed: string;
  /** A scenario with parameters set otherwise. */
  readonly moved: (name: string, count: number) => string;
  readonly change: {
    readonly set: (path: string, value: string) => string;
    readonly hold: (key: string) => string;
    readonly removeContract: (contract: string) => string;
    readonly channelOff: (channel: string) => string;
    readonly payInstead: (obligation: string) => string;
    readonly rescue: (actor: string) => string;
  };
  readonly firstDecision: string;
  readonly firstDecisionNone: string;
  readonly notTaken: string;
  readonly saw: string;
  readonly input: string;
  readonly now: string;
  /** What is subtracted from what, in its amounts. */
  readonly lessA: string;
  readonly who: string;
  readonly worth: string;
  readonly extraLosses: string;
  readonly noExtraLosses: string;
  /** Holders whose difference is too small to be told. */
  readonly smaller: (holders: number) => string;
  readonly credit: string;
  readonly marks: string;
  readonly deadweight: string;
  readonly extra: string;
  readonly sum: string;
  readonly difference: string;
  readonly alignByMonth: string;
  readonly alignBy: string;
  readonly byMonth: string;
  /** A has no month beside the one that is shown of B. */
  readonly noMonth: string;
  /** Every figure of both, month by month, as a file. */
  readonly saveTable: string;
  /** What the marks of two pictures side by side mean. */
  readonly ringed: string;
  readonly amounts: string;
  /** In place of the second picture. */
  readonly noMonthBeside: string;
  readonly alignedOn: (event: string) => string;
  readonly offset: (months: number) => string;
  readonly charts: string;
  readonly defaultsIn: (names: string) => string;
  /** Before the date of a second failure. */
  readonly again: (date: string) => string;
  /** A firm and the months in which it failed. */
  readonly fell: (who: string, months: string) => string;
  readonly noDefaultsIn: string;
}

export const compareEn: CompareWords = {
  coming: 'The other history is being simulated. It stands here beside this one as soon as it is complete.',
  nothingYet: 'There is only one history yet. Change one thing, or open a second recording, to see both side by side.',
  a: 'As it was (A)',
  b: 'What if (B)',
  named: (side, name) => `${side}: ${name}`,
  same: 'The two histories are the same to the dollar.',
  samePast: (date) => `Up to ${date} both are the same to the dollar.`,
  parts: (date, phase) => `They part in ${date}, in the phase “${phase}”.`,
  changed: 'What was changed',
  moved: (name, count) => `${name}, ${count === 1 ? '1 change' : `${count} changes`}`,
  change: {
    set: (path, value) => `${path} = ${value}`,
    hold: (key) => `a decision is not taken: ${key}`,
    removeContract: (contract) => `a contract is taken out: ${contract}`,
    channelOff: (channel) => `channel off: ${channel}`,
    payInstead: (obligation) => `paid from outside: ${obligation}`,
    rescue: (actor) => `${actor} is rescued`,
  },
  firstDecision: 'The first decision that differs',
  firstDecisionNone: 'Nobody decides differently; only amounts change.',
  notTaken: 'not taken',
  saw: 'What each side saw',
  input: 'Figure',
  now: 'Who stands otherwise now',
  lessA: 'Amounts are B less A.',
  who: 'Who',
  worth: 'Equity',
  extraLosses: 'Extra losses, by who bears them',
  smaller: (holders) => `${holders} more, with less than a thousandth of the largest`,
  noExtraLosses: 'Nobody has lost more in one than in the other.',
  credit: 'Credit',
  marks: 'Marks (prices)',
  deadweight: 'Bankruptcy',
  extra: 'Lost for good, B less A',
  sum: 'All',
  difference: 'Difference',
  alignByMonth: 'Months are matched by date.',
  alignBy: 'Match months on',
  byMonth: 'the date',
  noMonth: 'No month of A stands beside this one',
  saveTable: 'Save every figure of both (CSV)',
  ringed: 'dashed ring: stands otherwise',
  amounts: '▲▼ equity against A',
  noMonthBeside: 'This history has no month beside the one that is told.',
  alignedOn: (event) => `Months are matched on: ${event}`,
  offset: (months) => `B is shifted by ${months === 1 ? '1 month' : `${months} months`}.`,
  charts: 'Both through time',
  defaultsIn: (names) => `Defaults: ${names}`,
  again: (date) => `again ${date}`,
  fell: (who, months) => `${who} (${months})`,
  noDefaultsIn: 'Nobody defaults.',
};
