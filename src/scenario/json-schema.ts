/**
 * The schema of scenario files for editors (yaml-language-server): the zod schema as JSON Schema, with the known
 * parameters and terms filled in for completion. A file that extends another may leave out all but its own name.
 */
import * as z from 'zod';
import { scenarioSchema } from '../model/scenario.ts';
import { ALL_TERMS } from './fields.ts';
import { PARAMETERS } from './parameters.ts';
import type { Term } from '../model/terms.ts';

interface Node {
  [key: string]: unknown;
  properties?: { [name: string]: Node };
  items?: Node;
  required?: string[];
}

export function scenarioJsonSchema(): object {
  const whole = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) as Node;
  delete whole.$schema;
  const figures = whole.properties!.parameters!.additionalProperties as Node;
  complete(whole, '#/definitions/figure');
  const extension = copyOf(whole, false) as Node;
  complete(extension, '#/definitions/partOfFigure');
  extension.required = ['format', 'id', 'extends', 'name', 'about'];
  for (const field of ['name', 'about']) extension.properties![field] = copyOf(whole.properties![field]!, true) as Node;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Ouroboros scenario',
    description: 'An economy as data: every number with unit, mark and source. See docs/model.md.',
    if: { required: ['extends'] },
    then: { $ref: '#/definitions/extension' },
    else: { $ref: '#/definitions/whole' },
    definitions: { whole, extension, figure: figures, partOfFigure: copyOf(figures, false) },
  };
}

/** Names the parameters and terms a file may give; `figure` points at what each must look like. */
function complete(scenario: Node, figure: string): void {
  const terms = scenario.properties!.parties!.items!.properties!.terms!;
  for (const [record, known] of [[scenario.properties!.parameters!, PARAMETERS], [terms, ALL_TERMS]] as const) {
    record.properties = Object.fromEntries(Object.entries(known).map(([name, term]) => [name, described(term, figure)]));
    record.additionalProperties = false;
    delete record.propertyNames;
  }
}

function described(term: Term, figure: string): Node {
  return { description: `${term.meaning} (${term.unit})`, allOf: [{ $ref: figure }] };
}

/** A copy; without `required` nothing is required, since what is left out is inherited. */
function copyOf(node: unknown, required: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => copyOf(item, required));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => required || key !== 'required' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, copyOf(value, required)]));
}
