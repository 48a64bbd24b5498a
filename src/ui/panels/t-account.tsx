/**
 * An actor's balance sheet as a T-account: what it has on the left, who has a claim on it on the right, both sides the
 * same sum. Equity is what is left for its owners, this month's results included; hatched, and debts reach past it when negative.
 */
import { Fragment, type ReactNode } from 'react';
import { bookEquity, total } from '../../ledger/balance-sheet-matrix.ts';
import { ASSETS, LIABILITIES, type AccountRow, type Asset, type Liability } from '../../model/account.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Amount } from './figure.tsx';
import { columnScale } from './figures.ts';

type Part = 'cash' | 'claims' | 'gpus' | 'other' | 'debt' | 'owed' | 'equity';
const PART: { readonly [account in Asset | Exclude<Liability, 'equityIssued'>]: Part } = {
  cash: 'cash', receivables: 'claims', prepaid: 'claims', loans: 'claims', deposits: 'claims', stakes: 'claims', gpus: 'gpus', inventory: 'gpus', buildings: 'other', construction: 'other', other: 'other',
  payables: 'owed', customerDeposits: 'owed', debt: 'debt', depositsTaken: 'owed', money: 'owed',
};
/** Own shares are not a debt: they are how the market prices what is left. */
const DEBTS = LIABILITIES.filter((name): name is Exclude<Liability, 'equityIssued'> => name !== 'equityIssued');

export interface TLine {
  readonly account: Asset | Exclude<Liability, 'equityIssued'> | 'equity';
  readonly part: Part;
  readonly amount: number;
}
export interface TAccountFigures {
  readonly assets: readonly TLine[];
  readonly claims: readonly TLine[];
  /** Same on both sides. */
  readonly total: number;
  readonly equity: number;
  /** Own shares at the market's price, a memo. */
  readonly shares: number;
}

export function tAccount(row: AccountRow): TAccountFigures {
  const line = (account: Asset | Exclude<Liability, 'equityIssued'>): TLine => ({ account, part: PART[account], amount: row[account] });
  const equity = bookEquity(row);
  return {
    assets: ASSETS.filter((name) => row[name] !== 0).map(line),
    claims: [...DEBTS.filter((name) => row[name] !== 0).map(line), { account: 'equity', part: 'equity', amount: equity }],
    total: total(row, ASSETS),
    equity,
    shares: row.equityIssued,
  };
}

export function TAccount({ row, before, speaker }: { readonly row: AccountRow; readonly before: AccountRow | undefined; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const figures = tAccount(row);
  const change = before === undefined ? 0 : figures.equity - bookEquity(before);
  const column = columnScale(figures.total, speaker);
  const name = (line: TLine): string => (line.account === 'equity' ? words.equityShort : speaker.vocabulary.account[line.account]);
  const cells = (line: TLine | undefined, last: boolean): ReactNode =>
    line === undefined ? (
      <td colSpan={2} className={last ? undefined : 't-left'} />
    ) : (
      <>
        <td>
          <i className="swatch" data-part={line.part} aria-hidden="true" />
          {name(line)}
        </td>
        <td className={last ? undefined : 't-left'}>
          <Amount amount={line.amount} speaker={speaker} column={column} />
        </td>
      </>
    );
  const rows = Math.max(figures.assets.length, figures.claims.length);
  return (
    <section className="panel-part" aria-label={words.balanceSheet(column.unit)}>
      <h3>{words.balanceSheet(column.unit)}</h3>
      <SideBars figures={figures} />
      <table className="t-account">
        <thead>
          <tr>
            <th scope="colgroup" colSpan={2} className="t-left">
              {words.assets}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.claims}
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, index) => (
            <tr key={index}>
              {cells(figures.assets[index], false)}
              {cells(figures.claims[index], true)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {[false, true].map((last) => (
              <Fragment key={String(last)}>
                <td>{words.total}</td>
                <td className={last ? undefined : 't-left'}>
                  <Amount amount={figures.total} speaker={speaker} column={column} />
                </td>
              </Fragment>
            ))}
          </tr>
        </tfoot>
      </table>
      {figures.equity < 0 && <p className="trouble">▼ {words.underWater}</p>}
      {change !== 0 && (
        <p className="quiet" title={speaker.format.dollarsExact(change)}>
          {words.equityChange(signed(change, speaker))}
        </p>
      )}
      {figures.shares > 0 && (
        <p className="quiet" title={speaker.format.dollarsExact(figures.shares)}>
          {words.sharesAtMarket(speaker.format.dollars(figures.shares))}
        </p>
      )}
    </section>
  );
}

export function signed(amount: number, speaker: Speaker): string {
  return amount > 0 ? `+${speaker.format.dollars(amount)}` : speaker.format.dollars(amount);
}

/** Both sides as bars of one scale: equal length while equity is positive; debts reach further where it is not. */
function SideBars({ figures }: { readonly figures: TAccountFigures }): ReactNode {
  const debts = figures.claims.filter((line) => line.account !== 'equity');
  const owed = debts.reduce((sum, line) => sum + Math.max(0, line.amount), 0);
  const positive = figures.assets.filter((line) => line.amount > 0);
  const whole = Math.max(1, positive.reduce((sum, line) => sum + line.amount, 0), owed);
  const claims = figures.equity > 0 ? [...debts, figures.claims.at(-1)!] : debts;
  const bar = (lines: readonly TLine[]): ReactNode => (
    <div className="side-bar">
      {lines.filter((line) => line.amount > 0).map((line) => (
        <i key={line.account} data-part={line.part} style={{ width: `${(100 * line.amount) / whole}%` }} />
      ))}
    </div>
  );
  return (
    <div className="side-bars" aria-hidden="true">
      {bar(positive)}
      {bar(claims)}
    </div>
  );
}
