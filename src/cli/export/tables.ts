/**
 * A recording as tables, a row at a time: what each table has for columns, and its rows for one month. Columns are never
 * made from what a file holds, so that two recordings always have the same ones.
 */
import { ACCOUNTS, ORIGINS } from '../../model/account.ts';
import type { Frame, Header } from '../../model/frame.ts';
import { calendar } from '../../model/units.ts';
import type { CsvValue } from '../../words/csv.ts';

/** `whole` is exact to the dollar; `number` a ratio; `json` a text that holds JSON. */
export type ColumnType = 'whole' | 'number' | 'text' | 'flag' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}
export type Row = readonly CsvValue[];

export interface ExportTable {
  readonly name: TableName;
  readonly columns: readonly Column[];
  /** Rows known before the first month. */
  readonly opening?: (header: Header) => Row[];
  readonly month: (frame: Frame, header: Header) => Row[];
}

export const TABLE_NAMES = ['ticks', 'parties', 'actors', 'flows', 'decisions', 'events', 'measures', 'losses'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

const columns = (type: ColumnType, ...names: readonly string[]): Column[] => names.map((name) => ({ name, type }));
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const json = (value: unknown): string => JSON.stringify(value);

const ticks: ExportTable = {
  name: 'ticks',
  columns: [...columns('whole', 'tick', 'year', 'month', 'flows', 'decisions', 'events', 'dollars_moved'), ...columns('text', 'digest', 'previous_digest', 'state_digest')],
  month: ({ tick, phases, digest, prev, stateDigest }, { scenario }) => {
    const { year, month } = calendar(tick, scenario.opens);
    const flows = phases.flatMap((record) => record.flows);
    const moved = flows.reduce((sum, flow) => (flow.lane === 'accrual' || flow.lane === 'gpu' ? sum : sum + flow.amount), 0);
    const count = (what: 'decisions' | 'events'): number => phases.reduce((sum, record) => sum + record[what].length, 0);
    return [[tick, year, month, flows.length, count('decisions'), count('events'), moved, digest, prev, stateDigest]];
  },
};

const parties: ExportTable = {
  name: 'parties',
  columns: columns('text', 'party', 'kind', 'name_en', 'name_zh'),
  opening: ({ scenario }) => scenario.parties.map(({ id, kind, name }) => [id, kind, name.en, name.zh]),
  month: () => [],
};

const actors: ExportTable = {
  name: 'actors',
  columns: [
    ...columns('whole', 'tick'),
    ...columns('text', 'party', 'kind'),
    ...columns('json', 'state'),
    ...ACCOUNTS.map((account): Column => ({ name: snake(account), type: 'whole' })),
    ...columns('number', 'leverage', 'interest_cover', 'debt_service_cover', 'runway_months'),
    ...columns('text', 'minsky'),
  ],
  month: ({ tick, state, measures }, { scenario }) => {
    const kinds = new Map(scenario.parties.map(({ id, kind }) => [id, kind]));
    return Object.entries(state.accounts).map(([party, row]) => {
      const measured = measures.actors[party];
      return [
        tick, party, kinds.get(party) ?? null, state.machines[party] === undefined ? null : json(state.machines[party].value), ...ACCOUNTS.map((account) => row[account]),
        measured?.leverage ?? null, measured?.interestCover ?? null, measured?.debtServiceCover ?? null, measured?.runway ?? null, measured?.minsky ?? null,
      ];
    });
  },
};

const flows: ExportTable = {
  name: 'flows',
  columns: [
    ...columns('whole', 'tick'),
    ...columns('text', 'phase', 'id', 'key', 'posting', 'payer', 'payee', 'lane', 'purpose'),
    ...columns('whole', 'amount', 'units'),
    ...columns('text', 'contract', 'decision', 'obligation'),
    ...columns('whole', 'due_amount', 'due_since', 'clearing_round'),
    ...ORIGINS.map((origin): Column => ({ name: `from_${snake(origin)}`, type: 'whole' })),
  ],
  month: ({ tick, phases }) =>
    phases.flatMap(({ phase, flows: moved }) =>
      moved.map((flow) => [
        tick, phase, flow.id, flow.key, flow.posting, flow.from, flow.to, flow.lane, flow.purpose, flow.amount, flow.units ?? null, flow.contract ?? null, flow.decision ?? null,
        flow.obligation?.key ?? null, flow.obligation?.due ?? null, flow.obligation?.since ?? null, flow.obligation?.round ?? null, ...ORIGINS.map((_, index) => flow.dye?.[index] ?? null),
      ]),
    ),
};

const decisions: ExportTable = {
  name: 'decisions',
  columns: [
    ...columns('whole', 'tick'),
    ...columns('text', 'phase', 'id', 'key', 'actor', 'type', 'rule'),
    ...columns('number', 'threshold'),
    ...columns('json', 'inputs', 'params'),
    ...columns('number', 'asked', 'filled'),
    ...columns('text', 'refused_by'),
    ...columns('json', 'causes'),
  ],
  month: ({ tick, phases }) =>
    phases.flatMap(({ phase, decisions: taken }) =>
      taken.map(({ id, key, actor, type, because, params, outcome, causes }) => [
        tick, phase, id, key, actor, type, because.rule, because.threshold, json(because.inputs), json(params), outcome?.asked ?? null, outcome?.filled ?? null, outcome?.refusedBy ?? null, json(causes),
      ]),
    ),
};

const events: ExportTable = {
  name: 'events',
  columns: [
    ...columns('whole', 'tick'),
    ...columns('text', 'phase', 'id', 'key', 'type', 'actor'),
    ...columns('json', 'data', 'causes'),
    ...columns('whole', 'shortfall', 'shortfall_due', 'shortfall_means', 'shortfall_absorbed'),
    ...columns('json', 'shortfall_lines'),
  ],
  month: ({ tick, phases }) =>
    phases.flatMap(({ phase, events: happened }) =>
      happened.map(({ id, key, type, actor, data, causes, shortfall }) => [
        tick, phase, id, key, type, actor ?? null, json(data), json(causes), shortfall?.total ?? null, shortfall?.due ?? null, shortfall?.means ?? null, shortfall?.absorbed ?? null,
        shortfall === undefined ? null : json(shortfall.lines),
      ]),
    ),
};

const measures: ExportTable = {
  name: 'measures',
  columns: [
    ...columns('whole', 'tick', 'end_customer_spending', 'ai_capex', 'vendor_revenue'),
    ...columns('number', 'vendor_orders', 'vendor_gross_margin'),
    ...columns('whole', 'vendor_trailing_profit'),
    ...columns('number', 'circularity_traced', 'circularity_earmarked', 'circularity_enabled', 'outside_coverage', 'hedge', 'speculative', 'ponzi', 'equity_burner', 'hhi', 'hhi_low', 'hhi_high', 'top3'),
    ...columns('number', 'utilisation', 'used_to_new', 'compute_price', 'return_on_ai_capex', 'debt_rank_2012', 'debt_rank_2015'),
    ...columns('text', 'debt_rank_worst', 'clearing_shortfall_worst'),
    ...columns('whole', 'clearing_shortfall'),
    ...columns('number', 'clearing_shortfall_over_capital'),
    ...columns('whole', 'fire_sale_loss', 'loss_credit', 'loss_marks', 'loss_deadweight'),
    ...columns('number', 'lender_capital', 'credit_spread', 'credit_memory'),
    ...ORIGINS.map((origin): Column => ({ name: `vendor_receipts_from_${snake(origin)}`, type: 'whole' })),
  ],
  month: ({ tick, measures: m }) => [
    [
      tick, m.ai.endCustomerSpending, m.ai.capex, m.vendor.revenue, m.vendor.orders, m.vendor.grossMargin, m.vendor.trailingProfit, m.circularity.traced, m.circularity.earmarked, m.circularity.enabled,
      m.outsideCoverage, m.minsky.hedge, m.minsky.speculative, m.minsky.ponzi, m.minsky.equityBurner, m.concentration.hhi, m.concentration.hhiLow, m.concentration.hhiHigh, m.concentration.top3,
      m.utilisation, m.usedToNew, m.computePrice / 1_000_000, m.returnOnAiCapex, m.debtRank.r2012, m.debtRank.r2015, m.debtRank.worst, m.clearingShortfall.worst, m.clearingShortfall.dollars,
      m.clearingShortfall.overCapital, m.fireSaleLoss, m.losses.credit, m.losses.marks, m.losses.deadweight, m.lenderCapital, m.creditSpread ?? null, m.creditMemory ?? null, ...ORIGINS.map((_, index) => m.vendorRevenueByOrigin[index] ?? null),
    ],
  ],
};

const losses: ExportTable = {
  name: 'losses',
  columns: [...columns('whole', 'tick'), ...columns('text', 'holder'), ...columns('whole', 'credit', 'marks', 'deadweight')],
  month: ({ tick, measures: { lossesByHolder } }) => Object.entries(lossesByHolder).map(([holder, loss]) => [tick, holder, loss.credit, loss.marks, loss.deadweight]),
};

export const EXPORT_TABLES: readonly ExportTable[] = [ticks, parties, actors, flows, decisions, events, measures, losses];
