/**
 * Loads a scenario: text in, a complete checked scenario out, or every problem with file, line and column. Pure: what a
 * scenario extends comes from `resolve`, so that the terminal, the page and the tests can each say where files are.
 */
import type { Scenario } from '../model/scenario.ts';
import { checkInstruments } from './instruments.ts';
import { findDuplicateItems, mergeMaps } from './merge.ts';
import { Places } from './place.ts';
import { orderProblems, type Problem } from './problem.ts';
import { quoteText } from './quote.ts';
import { readFile, type Origins, type PlainMap } from './read.ts';
import { checkDisplay, checkParameters, checkParties, checkShocks, Findings } from './references.ts';
import { checkShape } from './shape.ts';

export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The text of the scenario with this id, or undefined. */
export type Resolve = (id: string) => string | undefined;

const LONGEST_CHAIN = 8;
/** What each file says of itself, however much it inherits; left out, it is missing. */
const OWN = ['format', 'id', 'name', 'about'] as const;

export function loadScenario(text: string, fileName: string, resolve: Resolve): Loaded {
  const problems: Problem[] = [];
  const files = [fileName];
  const failed = (): Loaded => ({ ok: false, problems: orderProblems(problems, files) });
  const origins: Origins = new WeakMap();
  const root = readChain(text, fileName, resolve, { origins, problems, files });
  if (root === null || problems.length > 0) return failed();
  const places = new Places(root, origins, fileName);
  const scenario = checkShape(root, places, problems);
  if (scenario === null) return failed();
  const findings = new Findings(scenario, places, problems);
  checkParties(findings);
  checkParameters(findings);
  checkInstruments(findings);
  checkShocks(findings);
  checkDisplay(findings);
  return problems.length > 0 ? failed() : { ok: true, scenario };
}

interface Reading {
  readonly origins: Origins;
  readonly problems: Problem[];
  readonly files: string[];
}

/** Reads a file and what it extends, the farthest ancestor first, and lays them on top of each other. */
function readChain(text: string, fileName: string, resolve: Resolve, reading: Reading): PlainMap | null {
  const layers: PlainMap[] = [];
  const chain: string[] = [];
  let next: { text: string; name: string } | null = { text, name: fileName };
  while (next !== null) {
    const layer = readFile(next.text, next.name, reading.origins, reading.problems);
    if (layer === null) return null;
    findDuplicateItems(layer, reading.origins, reading.problems);
    layers.unshift(layer);
    if (typeof layer.id === 'string') chain.push(layer.id);
    next = parentOf(layer, next.name, chain, resolve, reading);
  }
  if (reading.problems.length > 0) return null;
  for (const ancestor of layers.slice(0, -1)) for (const field of OWN) delete ancestor[field];
  const merged = layers.reduce((base, over) => mergeMaps(base, over, reading.origins));
  if (layers.length > 1) delete merged.extends;
  return merged;
}

function parentOf(layer: PlainMap, name: string, chain: readonly string[], resolve: Resolve, reading: Reading): { text: string; name: string } | null {
  const parent = layer.extends;
  // a wrong type is for the schema to report
  if (parent === undefined || typeof parent !== 'string') return null;
  const place = new Places(layer, reading.origins, name).find(['extends']);
  const report = (code: 'extendsUnknown' | 'extendsCycle'): null => {
    reading.problems.push({ code, file: place.file, line: place.line, column: place.column, path: 'extends', data: { got: quoteText(parent), chain: [...chain, parent].join(' → ') }, example: 'extends: base' });
    return null;
  };
  if (chain.includes(parent) || chain.length > LONGEST_CHAIN) return report('extendsCycle');
  const text = /^[a-z0-9][a-z0-9-]{0,39}$/.test(parent) ? resolve(parent) : undefined;
  if (text === undefined) return report('extendsUnknown');
  reading.files.push(`${parent}.yaml`);
  return { text, name: `${parent}.yaml` };
}
