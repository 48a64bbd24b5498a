/** `merge`: shares of one sweep, made apart, as one. */
import { mergeSweeps } from '../../ensemble/merge.ts';
import { readKeptScenario } from '../../ensemble/folder.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Report } from '../report.ts';
import { sha256 } from '../sha256.ts';
import { sweepReport } from '../sweep-report.ts';
import type { Terminal } from '../terminal.ts';

export function merge(terminal: Terminal, folders: readonly string[], options: { readonly out: string }): Report {
  const merged = mergeSweeps(folders, options.out, sha256);
  return sweepReport(terminal, JSON.parse(readKeptScenario(options.out)) as Scenario, options.out, { ...merged, before: 0 }, merged.missing);
}
