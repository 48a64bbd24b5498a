/** The JSON Schema of the lines of a recording, written from the same shapes that check them. */
import { headerShape, indexShape, notesShape, tickShape } from './frame-shape.ts';
import { hex, object, oneOf, whole, type JsonSchema } from './shape.ts';
import type { Trailer } from './format.ts';
import { definitions } from './state-shape.ts';

const trailerShape = object<Trailer & { type: 'trailer' }>({ type: oneOf(['trailer']), offset: whole(0), length: whole(0), sha256: hex });

export function recordingJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'One line of an Ouroboros recording',
    description: 'A recording is a header, a line a month, notes if any, an index and a trailer. See recording-format.md for digests and packing.',
    oneOf: ['header', 'tick', 'notes', 'index', 'trailer'].map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      header: headerShape.schema,
      tick: tickShape.schema,
      notes: notesShape.schema,
      index: indexShape.schema,
      trailer: trailerShape.schema,
      ...Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}
