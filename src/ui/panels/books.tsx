/**
 * The books of the month: who paid whom, and who owns and owes what, as matrices in which every row and column adds up
 * to zero, with the sums shown. The lamp says what they are off by.
 */
import { useMemo, useState, type ReactNode } from 'react';
import { balanceSheetMatrix, type SheetRow } from '../../ledger/balance-sheet-matrix.ts';
import { transactionsFlowMatrix, type FlowRow } from '../../ledger/transactions-flow-matrix.ts';
import type { PartyKind } from '../../model/party.ts';
import type { PartyId } from '../../model/units.ts';
import type { World } from '../../model/world.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Glossed } from '../glossed.tsx';
import { Choice } from './choice.tsx';
import { hover, type ColumnScale, columnScale } from './figures.ts';
import { flowsOf } from './month.ts';
import type { PanelProps } from './props.ts';
import { useMore } from './use-more.ts';

const KINDS: readonly PartyKind[] = ['endCustomers', 'aiLab', 'hyperscaler', 'neocloud', 'chipVendor', 'otherChipBuyers', 'lender', 'reit', 'outsideInvestors', 'suppliers', 'government', 'monetary'];

/** Groups or parties as columns, in the order in which money runs through the stage. */
function columnsOf(speaker: Speaker, byParty: boolean): { readonly columns: readonly string[]; readonly columnOf: (party: PartyId) => string; readonly name: (column: string) => string } {
  const { parties } = speaker.scenario;
  const kindOf = new Map(parties.map((party) => [party.id, party.kind]));
  if (byParty) {
    const columns = [...parties].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1)).map((party) => party.id);
    return { columns, columnOf: (party) => party, name: (column) => speaker.party(column) };
  }
  const present = new Set(parties.map((party) => party.kind));
  return { columns: KINDS.filter((kind) => present.has(kind)), columnOf: (party) => kindOf.get(party) ?? party, name: (column) => speaker.vocabulary.kinds[column as PartyKind] };
}

export function Books({ scene, speaker, select }: PanelProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).books;
  const [byParty, setByParty] = useState(false);
  const [sheet, setSheet] = useState<'flows' | 'sheets'>('flows');
  const { columns, columnOf, name } = useMemo(() => columnsOf(speaker, byParty), [speaker, byParty]);
  const flows = useMemo(() => transactionsFlowMatrix(scene.before, scene.after, flowsOf(scene), columns, columnOf), [scene, columns, columnOf]);
  const sheets = useMemo(() => balanceSheetMatrix(scene.after, columns, columnOf), [scene.after, columns, columnOf]);
  const off = Math.max(flows.residual, sheets.residual);
  const open = byParty ? (column: string) => select({ kind: 'actor', id: column }) : undefined;
  return (
    <div className="panel books">
      <header className="panel-heading">
        <p className="panel-date">{speaker.format.dateMonth(scene.frame.tick)}</p>
        <Lamp off={off} speaker={speaker} />
      </header>
      <p className="quiet"><Glossed>{words.lampExplained}</Glossed></p>
      <div className="panel-switches">
        <Choice label={words.title} options={[['flows', words.flows], ['sheets', words.sheets]]} value={sheet} choose={setSheet} />
        <Choice label={words.columns} options={[['kind', words.byKind], ['party', words.byParty]]} value={byParty ? 'party' : 'kind'} choose={(value) => setByParty(value === 'party')} />
      </div>
      <p className="quiet"><Glossed>{sheet === 'flows' ? words.flowsExplained : words.sheetsExplained}</Glossed></p>
      {sheet === 'flows' ? (
        <Matrix columns={columns} name={name} open={open} rows={flows.rows.map((row) => ({ ...flowLine(row, speaker), cells: row.cells, sum: row.sum }))} sums={flows.sums} caption={words.flows} speaker={speaker} />
      ) : (
        <Matrix columns={columns} name={name} open={open} rows={sheets.rows.map((row) => ({ ...sheetLine(row, speaker), cells: row.cells, sum: row.sum }))} sums={sheets.sums} caption={words.sheets} speaker={speaker} />
      )}
    </div>
  );
}

/** Books balance, $0 off; with a shape and a word, and never silent when they do not. */
export function Lamp({ off, speaker }: { readonly off: number; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).books;
  return (
    <p className="lamp" data-lit={off === 0} role="status">
      <span aria-hidden="true">{off === 0 ? '●' : '▼'}</span> {off === 0 ? words.balanced : words.notBalanced(speaker.format.dollarsExact(off))}
    </p>
  );
}

/** What the books of a month are off by: the lamp of the page asks it. */
export function booksResidual(before: World, after: World, flows: Parameters<typeof transactionsFlowMatrix>[2], speaker: Speaker): number {
  const { columns, columnOf } = columnsOf(speaker, true);
  return Math.max(transactionsFlowMatrix(before, after, flows, columns, columnOf).residual, balanceSheetMatrix(after, columns, columnOf).residual);
}

interface Line {
  readonly key: string;
  readonly title: string;
  /** Heading over the first row of its group. */
  readonly group: string | null;
  readonly closing: boolean;
}
function flowLine({ row }: FlowRow, speaker: Speaker): Line {
  const words = speaker.words(PANEL_WORDS).books;
  switch (row.kind) {
    case 'money':
      return { key: `money/${row.purpose}`, title: speaker.vocabulary.purpose[row.purpose], group: words.money, closing: false };
    case 'accrual':
      return { key: `accrual/${row.purpose}`, title: speaker.vocabulary.purpose[row.purpose], group: words.accruals, closing: false };
    case 'cashChange':
      return { key: row.kind, title: words.cashChange, group: words.money, closing: true };
    case 'claimsChange':
      return { key: row.kind, title: words.claimsChange, group: words.accruals, closing: true };
  }
}
function sheetLine({ row }: SheetRow, speaker: Speaker): Line {
  const words = speaker.words(PANEL_WORDS).books;
  const account = speaker.vocabulary.account;
  switch (row.kind) {
    case 'claim':
      return { key: row.asset, title: words.mirror(account[row.asset], account[row.liability]), group: words.financial, closing: false };
    case 'real':
      return { key: row.asset, title: account[row.asset], group: words.real, closing: false };
    case 'netWorth':
      return { key: row.kind, title: account.netWorth, group: null, closing: true };
  }
}

function Matrix({ columns, name, open, rows, sums, caption, speaker }: {
  readonly columns: readonly string[];
  readonly name: (column: string) => string;
  readonly open: ((column: string) => void) | undefined;
  readonly rows: readonly (Line & { readonly cells: readonly number[]; readonly sum: number })[];
  readonly sums: readonly number[];
  readonly caption: string;
  readonly speaker: Speaker;
}): ReactNode {
  const words = speaker.words(PANEL_WORDS).books;
  const frame = useMore();
  // columns in which nothing happens say nothing
  const used = columns.map((_, index) => index).filter((index) => rows.some((row) => row.cells[index] !== 0));
  const scale = columnScale(Math.max(...rows.flatMap((row) => row.cells.map(Math.abs)), 0), speaker);
  return (
    <div className="matrix-frame" ref={frame} tabIndex={0} role="group" aria-label={caption}>
      <table className="matrix">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {words.unit(scale.unit)}
            </th>
            {used.map((index) => (
              <th key={columns[index]} scope="col">
                {open === undefined ? (
                  name(columns[index]!)
                ) : (
                  <button type="button" className="link" onClick={() => open(columns[index]!)}>
                    {name(columns[index]!)}
                  </button>
                )}
              </th>
            ))}
            <th scope="col" className="matrix-sum">
              {words.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, place) => [
            row.group !== null && row.group !== rows[place - 1]?.group && (
              <tr key={`group-${row.group}`} className="matrix-group">
                <th scope="rowgroup" colSpan={used.length + 2}>
                  <span>{row.group}</span>
                </th>
              </tr>
            ),
            <tr key={row.key} className={row.closing ? 'matrix-closing' : undefined}>
              <th scope="row">{row.title}</th>
              {used.map((index) => (
                <Cell key={columns[index]} amount={row.cells[index]!} scale={scale} speaker={speaker} />
              ))}
              <Cell amount={row.sum} scale={scale} speaker={speaker} sum />
            </tr>,
          ])}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.columnSum}</th>
            {used.map((index) => (
              <Cell key={columns[index]} amount={sums[index]!} scale={scale} speaker={speaker} zero />
            ))}
            <Cell amount={sums.reduce((total, sum) => total + sum, 0)} scale={scale} speaker={speaker} sum />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** An amount of its column: empty where nothing moved, a plain 0 where a sum closes. */
function Cell({ amount, scale, speaker, sum = false, zero = sum }: { readonly amount: number; readonly scale: ColumnScale; readonly speaker: Speaker; readonly sum?: boolean; readonly zero?: boolean }): ReactNode {
  const classes = [sum ? 'matrix-sum' : '', amount < 0 ? 'minus' : amount > 0 ? 'plus' : 'nil'].join(' ').trim();
  return (
    <td className={classes} title={amount === 0 ? undefined : hover(amount, speaker)}>
      {amount === 0 ? (zero ? '0' : '') : amount > 0 && !zero ? `+${scale.of(amount)}` : scale.of(amount)}
    </td>
  );
}
