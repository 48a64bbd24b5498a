/** What a sweep came to, for a person and for a program. */
import { join } from 'node:path';
import { SCENARIO_FILE } from '../ensemble/manifest.ts';
import { ordersOf } from '../ensemble/plan.ts';
import { planOf } from '../ensemble/manifest.ts';
import { replayCommand } from '../ensemble/replay.ts';
import type { Summary } from '../ensemble/summary.ts';
import type { ActorRisk } from '../histories/risk.ts';
import type { SweepReport } from '../ensemble/sweep.ts';
import { columnName, TABLES } from '../ensemble/tables.ts';
import { TOO_LARGE } from '../model/arithmetic.ts';
import type { Scenario } from '../model/scenario.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { SWEEP_WORDS } from '../words/sweep.ts';
import type { Report } from './report.ts';
import { table, type Terminal } from './terminal.ts';

/** Actors are listed up to here; the others of those that fail are in the tables. */
const MOST_LISTED = 15;

/** `missing`: shares that were not there to be merged. The answer is no while histories are missing. */
export function sweepReport(terminal: Terminal, scenario: Scenario, folder: string, report: SweepReport, missing: readonly number[] | null = null): Report {
  const { manifest, summary, before, kept } = report;
  const words = SWEEP_WORDS[terminal.language];
  const lacking = manifest.histories - kept - manifest.failed.length;
  const replay = summary === null ? null : replayOf(report, folder, summary.outcomes.losses.worst.index);
  const query = queryOf(folder, summary);
  const { fan: _fan, ...figures } = summary ?? { fan: null };
  const json = {
    ok: manifest.complete, folder, histories: kept, before, complete: manifest.complete, missingShares: missing ?? [], manifest, summary: summary === null ? null : figures,
    tables: summary === null ? {} : Object.fromEntries(Object.entries(TABLES).map(([name, file]) => [name, join(folder, file)])), replayWorst: replay, query,
  };
  const [first] = manifest.failed;
  const lines = [
    words.kept({ count: kept, name: scenario.name[terminal.language], folder, before }),
    ...(lacking > 0 && manifest.shard === null ? [words.partial({ count: kept, total: manifest.histories, shards: missing === null || missing.length === 0 ? null : missing.join(', ') })] : []),
    ...(first === undefined ? [] : [words.failed({ count: manifest.failed.length, first: first.seed, error: first.error.startsWith(TOO_LARGE) ? words.tooLarge : first.error })]),
    ...(summary === null ? [] : ['', ...risks(terminal, scenario, summary), ...damage(terminal, summary, replay), ...causes(terminal, scenario, summary), '', `${words.query} ${query}`]),
    '',
    terminal.words.disclaimer,
  ];
  return { ok: manifest.complete, json, text: lines.join('\n') };
}

function replayOf({ manifest }: SweepReport, folder: string, index: number): string | null {
  const order = ordersOf(planOf(manifest))[index];
  return order === undefined ? null : replayCommand(join(folder, SCENARIO_FILE), order, `history-${index}.ndjson.gz`);
}

/** One line for DuckDB that asks something worth asking of this sweep. */
function queryOf(folder: string, summary: Summary | null): string {
  const worst = summary === null ? undefined : [...summary.actors].sort((a, b) => b.defaults - a.defaults)[0];
  const what = worst === undefined || worst.defaults === 0 ? 'avg(capex) AS capex' : `count(default_${columnName(worst.actor)}) / count(*) AS ${columnName(worst.actor)}_fails`;
  return `duckdb -c "SELECT count(*) AS histories, ${what}, quantile_cont(credit_losses + deadweight, 0.95) AS bad FROM '${join(folder, TABLES.histories)}'"`;
}

function risks({ language, format, names }: Terminal, scenario: Scenario, summary: Summary): string[] {
  const words = SWEEP_WORDS[language];
  const speaker = makeSpeaker(language, scenario, names);
  const failing = summary.actors.filter((risk) => risk.defaults > 0).sort((a, b) => b.defaults - a.defaults);
  if (failing.length === 0) return [words.nobodyFails];
  const percent = (share: number): string => format.percent(share, share > 0 && share < 0.1 ? 1 : 0);
  const row = (name: string, { probability, interval }: Pick<ActorRisk, 'probability' | 'interval'>, tick: number | null): string[] => [
    name, percent(probability), `${percent(interval.low)}–${percent(interval.high)}`, tick === null ? '' : speaker.format.date(Math.round(tick)),
  ];
  const rest = summary.actors.length - failing.length;
  return [
    table(
      [words.who, words.probability, words.interval, words.when],
      [...failing.slice(0, MOST_LISTED).map((risk) => row(speaker.party(risk.actor), risk, risk.medianTick)), row(words.anybody, summary.any, null)],
      [1],
    ),
    ...(rest > 0 ? [words.others(rest)] : []),
  ];
}

function damage({ language, format }: Terminal, { outcomes: { losses } }: Summary, replay: string | null): string[] {
  if (losses.worst.value === 0) return [];
  const words = SWEEP_WORDS[language];
  return [
    '',
    words.losses({ median: format.dollars(losses.median), q95: format.dollars(losses.q95), shortfall: format.dollars(losses.shortfall95), worst: format.dollars(losses.worst.value), history: losses.worst.index }),
    ...(replay === null ? [] : [`${words.replayWorst} ${replay}`]),
  ];
}

function causes({ language, format, names, words: common }: Terminal, scenario: Scenario, summary: Summary): string[] {
  const words = SWEEP_WORDS[language];
  const { channel: called } = makeSpeaker(language, scenario, names).vocabulary;
  const indices = summary.sensitivity.losses;
  const span = (value: number, [low, high]: readonly [number, number]): string => `${format.number(value, 2)} (${format.number(low, 2)} … ${format.number(high, 2)})`;
  return [
    ...(indices === null
      ? []
      : ['', table([words.sensitivity, words.alone, words.together], indices.map(({ parameter, index }) => [parameter === 'chance' ? words.chance : parameter, span(index.first, index.firstInterval), span(index.total, index.totalInterval)]))]),
    ...(summary.channels.length === 0
      ? []
      : ['', table([words.channels, words.share, words.perHistory], summary.channels.map(({ channel, share, difference, standardError }) => [called[channel], share === null ? common.notApplicable : format.percent(share), `${format.dollars(Math.round(difference))} ± ${format.dollars(Math.round(1.96 * standardError))}`]))]),
  ];
}
