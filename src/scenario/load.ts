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

/**
 * A scenario file: its text, or the map that its text was read to before, by `readFile` when the page was built. Of a map
 * nobody knows any more where its entries stood; what is wrong with them is placed at the top of the file.
 */
export type Written = string | PlainMap;

/** The scenario with this id, or undefined. */
export type Resolve = (id: string) => Written | undefined;

const LONGEST_CHAIN = 8;
/** What each file says of itself, however much it inherits; left out, it is missing. */
const OWN = ['format', 'id', 'name', 'about'] as const;

export function loadScenario(text: Written, fileName: string, resolve: Resolve): Loaded {
  const problems: Problem[] = [];
  const files = [fileName];
  const failed = (): Loaded => ({ ok: false, problems: orderProblems(problems, files) });
  const root = readChain(text, fileName, resolve, { problems, files });
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

interface File {
  readonly text: Written;
  readonly name: string;
}
interface Reading {
  readonly problems: Problem[];
  readonly files: string[];
}

/** Where every entry of every map read stands; weak, so that files no longer used are forgotten. */
const origins: Origins = new WeakMap();
/** Inherited files read before, by name and text: most scenarios extend the same one. */
const inherited = new Map<string, PlainMap>();
const MOST_INHERITED = 4;

/** Reads a file and what it extends, the farthest ancestor first, and lays them on top of each other. */
function readChain(text: Written, fileName: string, resolve: Resolve, reading: Reading): PlainMap | null {
  const layers: PlainMap[] = [];
  const chain: string[] = [];
  let next: File | null = { text, name: fileName };
  while (next !== null) {
    const layer: PlainMap | null = layers.length === 0 ? readLayer(next, reading.problems) : readInherited(next, reading.problems);
    if (layer === null) return null;
    layers.unshift(layer);
    if (typeof layer.id === 'string') chain.push(layer.id);
    next = parentOf(layer, next.name, chain, resolve, reading);
  }
  if (reading.problems.length > 0) return null;
  if (layers.length === 1) return layers[0]!;
  const merged = layers.map((layer, index) => (index < layers.length - 1 ? without(layer, OWN) : layer)).reduce((base, over) => mergeMaps(base, over, origins));
  return without(merged, ['extends']);
}

function readLayer(file: File, problems: Problem[]): PlainMap | null {
  if (typeof file.text !== 'string') return file.text;
  const layer = readFile(file.text, file.name, origins, problems);
  if (layer !== null) findDuplicateItems(layer, origins, problems);
  return layer;
}

function readInherited(file: File, problems: Problem[]): PlainMap | null {
  if (typeof file.text !== 'string') return file.text;
  const key = `${file.name}\n${file.text}`;
  const known = inherited.get(key);
  if (known !== undefined) return known;
  const before = problems.length;
  const layer = readLayer(file, problems);
  if (layer === null || problems.length > before) return layer;
  if (inherited.size >= MOST_INHERITED) inherited.clear();
  inherited.set(key, layer);
  return layer;
}

/** A copy that lacks some fields, each of the others still knowing its place. */
function without(map: PlainMap, fields: readonly string[]): PlainMap {
  const copy = Object.fromEntries(Object.entries(map).filter(([key]) => !fields.includes(key)));
  origins.set(copy, origins.get(map) ?? new Map());
  return copy;
}

function parentOf(layer: PlainMap, name: string, chain: readonly string[], resolve: Resolve, reading: Reading): File | null {
  const parent = layer.extends;
  // a wrong type is for the schema to report
  if (parent === undefined || typeof parent !== 'string') return null;
  const place = new Places(layer, origins, name).find(['extends']);
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
