/** Checks the shape of a scenario against its schema and turns every finding into a problem with a place and an example. */
import type * as z from 'zod';
import { scenarioSchema, type Scenario } from '../model/scenario.ts';
import { HISTORY, OPENING } from '../model/terms.ts';
import { CHANNELS } from '../model/phase.ts';
import { exampleAt, expectedAt, lastName } from './fields.ts';
import { nearestName } from '../model/nearest.ts';
import type { Place, Places } from './place.ts';
import { MOST_PROBLEMS, type Problem, type ProblemCode, type ProblemData } from './problem.ts';
import { quoteText } from './quote.ts';
import { isMapValue, type Plain, type PlainMap } from './read.ts';

/** A file with thousands of mistakes gets an answer soon rather than a full list. */
const MOST_LOOKED_AT = 10 * MOST_PROBLEMS;

type Issue = z.core.$ZodIssue;
type Steps = readonly (string | number)[];

/** @returns the scenario with defaults filled in, or null; `problems` then says why. */
export function checkShape(root: PlainMap, places: Places, problems: Problem[]): Scenario | null {
  const result = scenarioSchema.safeParse(root);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    if (problems.length >= MOST_LOOKED_AT) break;
    problems.push(...problemsOf(issue, places));
  }
  return null;
}

function problemsOf(issue: Issue, places: Places): Problem[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const place = places.find(path);
  const make = (code: ProblemCode, data: ProblemData, at: Place = place, example = exampleAt(path)): Problem => ({
    code, file: at.file, line: at.line, column: at.column, path: at.path, data: { field: lastName(path), ...data }, example,
  });
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, MOST_PROBLEMS).map((key) => unknownField(path, key, places));
  if (!place.found) return [make('missingField', {})];
  const got = shown(place.value);
  switch (issue.code) {
    case 'invalid_type':
      return [make('wrongType', { expected: expectedAt(path, issue.expected), ...got })];
    case 'invalid_value':
      return [make('notInList', listed(issue.values.map(String), place.value, got))];
    case 'invalid_union':
      return [make('notInList', listed('options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : ['ramp', 'withhold'], place.value, got))];
    case 'too_small':
      if (issue.origin === 'string') return [make('tooShort', got)];
      if (issue.origin === 'array') return [make('wrongType', { expected: 'list', ...got })];
      return [make('tooSmall', { limit: Number(issue.minimum), strict: issue.inclusive === false ? 1 : 0, ...got })];
    case 'too_big':
      if (issue.origin === 'string') return [make('tooLong', { limit: Number(issue.maximum), ...got })];
      if (issue.origin === 'array') return [make('wrongType', { expected: 'list', ...got })];
      return [make('tooBig', { limit: Number(issue.maximum), ...got })];
    case 'invalid_format':
      return [make('badId', got)];
    case 'invalid_key': {
      const key = path[path.length - 1];
      return [make('badId', { got: quoteText(String(key)), kind: 'text' }, places.find(path, 'key'))];
    }
    case 'custom':
      return [make('wrongType', { expected: 'dollars', ...got })];
    default:
      return [make('otherwise', got)];
  }
}

/** What the file says, for a message: scalars quoted, maps and lists by kind. */
export function shown(value: Plain | undefined): { got: string; kind: string } {
  if (value === null || value === undefined) return { got: '', kind: 'nothing' };
  if (typeof value === 'string') return { got: quoteText(value), kind: 'text' };
  if (Array.isArray(value)) return { got: '', kind: 'list' };
  if (isMapValue(value)) return { got: '', kind: 'map' };
  return { got: String(value), kind: typeof value === 'number' ? 'number' : 'yesNo' };
}

function listed(options: readonly string[], value: Plain | undefined, got: ProblemData): ProblemData {
  const near = typeof value === 'string' ? nearestName(value, options) : null;
  return { options: options.join(', '), ...(near === null ? {} : { suggestion: near }), ...got };
}

function unknownField(path: Steps, key: string, places: Places): Problem {
  const place = places.find([...path, key], 'key');
  const known = knownFields(path, places);
  const suggestion = nearestName(key, known);
  return {
    code: 'unknownField',
    file: place.file,
    line: place.line,
    column: place.column,
    path: place.path,
    data: { field: quoteText(key), ...(suggestion === null ? { known: known.join(', ') } : { suggestion }) },
    example: exampleAt([...path, suggestion ?? known[0] ?? 'extends']),
  };
}

/** The fields the schema knows at a path. */
export function knownFields(path: Steps, places: Places): readonly string[] {
  const last = path[path.length - 1];
  if (last === 'opening') return OPENING;
  if (last === 'history') return [...HISTORY, 'growth'];
  if (last === 'channels') return CHANNELS;
  let schema: unknown = scenarioSchema;
  for (let index = 0; index < path.length; index++) schema = stepInto(unwrap(schema), path[index]!, places.find(path.slice(0, index + 1)).value);
  const shape = (unwrap(schema) as { shape?: object }).shape;
  return shape === undefined ? [] : Object.keys(shape);
}

interface Definition {
  readonly type: string;
  readonly innerType?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly options?: readonly unknown[];
}

function definition(schema: unknown): Definition {
  return (schema as { _zod: { def: Definition } })._zod.def;
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (definition(inner).innerType !== undefined) inner = definition(inner).innerType;
  return inner;
}

function stepInto(schema: unknown, step: string | number, value: Plain | undefined): unknown {
  const { type, element, valueType } = definition(schema);
  let next: unknown;
  if (type === 'array') next = element;
  else if (type === 'record') next = valueType;
  else next = (schema as { shape: { [key: string]: unknown } }).shape[String(step)];
  const inner = unwrap(next);
  const options = definition(inner).options;
  if (options === undefined) return inner;
  const kind = isMapValue(value) ? value.kind : undefined;
  return options.find((option) => definition((option as { shape: { kind: unknown } }).shape.kind) !== undefined && kindOf(option) === kind) ?? options[0];
}

function kindOf(option: unknown): unknown {
  const literal = (option as { shape: { kind: { value?: unknown } } }).shape.kind;
  return literal.value;
}
