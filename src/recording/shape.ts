/**
 * Shapes of recorded values: a small closed description that checks a parsed value in place (nothing is copied, so a
 * month of a quarter megabyte costs little) and writes itself as JSON Schema. `Shape<T>` follows the model's types, so
 * that a field added there and forgotten here does not compile.
 */
import { isReservedName } from '../model/fold.ts';

export const REASONS = ['type', 'missing', 'unknown', 'value', 'number', 'reserved', 'length', 'depth', 'json', 'party', 'order'] as const;
export type Reason = (typeof REASONS)[number];

/** What is wrong and where, e.g. `phases[3].flows[0].amount`. */
export interface Fault {
  readonly path: string;
  readonly reason: Reason;
}
export type JsonSchema = { readonly [key: string]: unknown };

export interface Shape<T> {
  /** Null when the value has the shape. */
  fault(value: unknown): Fault | null;
  readonly schema: JsonSchema;
  /** Never set; carries the type. */
  readonly type?: T;
}

export type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
export type Needed<T> = Exclude<keyof T, Optional<T>>;
export type Fields<T, K extends keyof T> = { readonly [F in K]: Shape<Exclude<T[F], undefined>> };

const fault = (reason: Reason, path = ''): Fault => ({ path, reason });
const join = (path: string): string => (path === '' || path.startsWith('[') ? path : `.${path}`);
/** The path of a fault as seen from the object it is in; keys of strangers are shortened and quoted. */
const inside = (key: string, found: Fault): Fault => ({
  path: `${/^[\w/-]{1,80}$/.test(key) ? key : JSON.stringify(key.slice(0, 80))}${join(found.path)}`,
  reason: found.reason,
});

/** A safe integer, never −0. */
export function whole(low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER): Shape<number> {
  return {
    fault(value) {
      if (typeof value !== 'number') return fault('type');
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return fault('number');
      return value < low || value > high ? fault('value') : null;
    },
    schema: { type: 'integer', minimum: low, maximum: high },
  };
}

/** Any number JSON can keep: finite and not −0. */
export const finite: Shape<number> = {
  fault(value) {
    if (typeof value !== 'number') return fault('type');
    return Number.isFinite(value) && !Object.is(value, -0) ? null : fault('number');
  },
  schema: { type: 'number' },
};

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;
/** One line of text. It is only ever shown as text. */
export function text(longest = 400): Shape<string> {
  return {
    fault(value) {
      if (typeof value !== 'string') return fault('type');
      if (value.length > longest) return fault('length');
      return CONTROL.test(value) ? fault('value') : null;
    },
    schema: { type: 'string', maxLength: longest },
  };
}

const HEX = /^[0-9a-f]{64}$/;
export const hex: Shape<string> = {
  fault: (value) => (typeof value !== 'string' ? fault('type') : HEX.test(value) ? null : fault('value')),
  schema: { type: 'string', pattern: HEX.source },
};

export const flag: Shape<boolean> = { fault: (value) => (typeof value === 'boolean' ? null : fault('type')), schema: { type: 'boolean' } };

export function oneOf<const T extends string | number | boolean>(values: readonly T[]): Shape<T> {
  const known = new Set<unknown>(values);
  return { fault: (value) => (known.has(value) && !Object.is(value, -0) ? null : fault('value')), schema: values.length === 1 ? { const: values[0] } : { enum: values } };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { fault: (value) => (value === null ? null : shape.fault(value)), schema: { anyOf: [shape.schema, { type: 'null' }] } };
}

/** A text, a number, a flag or nothing: what decisions and events carry. */
export const scalar: Shape<string | number | boolean | null> = {
  fault(value) {
    if (value === null || typeof value === 'boolean') return null;
    return typeof value === 'number' ? finite.fault(value) : text(2000).fault(value);
  },
  schema: { type: ['string', 'number', 'boolean', 'null'] },
};

/** A list; `length` where it is fixed. */
export function list<T>(item: Shape<T>, length?: number): Shape<readonly T[]> {
  return {
    fault(value) {
      if (!Array.isArray(value)) return fault('type');
      if (length !== undefined && value.length !== length) return fault('length');
      for (let index = 0; index < value.length; index++) {
        const found = item.fault(value[index]);
        if (found !== null) return { path: `[${index}]${join(found.path)}`, reason: found.reason };
      }
      return null;
    },
    schema: { type: 'array', items: item.schema, ...(length === undefined ? {} : { minItems: length, maxItems: length }) },
  };
}

/** An object with these fields and no others. */
export function object<T>(needed: Fields<T, Needed<T>>, optional: Fields<T, Optional<T>> = {} as Fields<T, Optional<T>>): Shape<T> {
  const must = Object.entries(needed) as [string, Shape<unknown>][];
  const may = Object.entries(optional) as [string, Shape<unknown>][];
  const names = new Set([...must, ...may].map(([name]) => name));
  return {
    fault(value) {
      if (!isObject(value)) return fault('type');
      let count = 0;
      for (const [name, shape] of must) {
        if (!Object.hasOwn(value, name)) return fault('missing', name);
        const found = shape.fault(value[name]);
        if (found !== null) return inside(name, found);
        count++;
      }
      for (const [name, shape] of may) {
        if (!Object.hasOwn(value, name)) continue;
        const found = shape.fault(value[name]);
        if (found !== null) return inside(name, found);
        count++;
      }
      const keys = Object.keys(value);
      return keys.length === count ? null : inside(keys.find((key) => !names.has(key)) ?? '', fault('unknown'));
    },
    schema: {
      type: 'object',
      properties: Object.fromEntries([...must, ...may].map(([name, shape]) => [name, shape.schema])),
      required: must.map(([name]) => name),
      additionalProperties: false,
    },
  };
}

/** An object with some of these fields and no others, at least one. */
export function partial<T>(fields: Fields<T, keyof T>): Shape<Partial<T>> {
  const known = fields as { readonly [name: string]: Shape<unknown> };
  return {
    fault(value) {
      if (!isObject(value)) return fault('type');
      for (const name of Object.keys(value)) {
        if (!Object.hasOwn(known, name)) return inside(name, fault('unknown'));
        const found = known[name]!.fault(value[name]);
        if (found !== null) return inside(name, found);
      }
      return null;
    },
    schema: { type: 'object', properties: Object.fromEntries(Object.entries(known).map(([name, shape]) => [name, shape.schema])), additionalProperties: false },
  };
}

/** A table: rows by id. No id may be a name that every object has. */
export function table<T>(row: Shape<T>): Shape<{ readonly [id: string]: T }> {
  return {
    fault(value) {
      if (!isObject(value)) return fault('type');
      for (const id of Object.keys(value)) {
        if (isReservedName(id)) return inside(id, fault('reserved'));
        if (id.length > 400 || CONTROL.test(id)) return inside(id.slice(0, 40), fault('length'));
        const found = row.fault(value[id]);
        if (found !== null) return inside(id, found);
      }
      return null;
    },
    schema: { type: 'object', propertyNames: { maxLength: 400 }, additionalProperties: row.schema },
  };
}

/** One of several objects, told apart by a field. */
export function variant<T>(field: string, shapes: { readonly [value: string]: Shape<unknown> }): Shape<T> {
  return {
    fault(value) {
      if (!isObject(value)) return fault('type');
      const which = value[field];
      if (typeof which !== 'string' || !Object.hasOwn(shapes, which)) return fault('value', field);
      return shapes[which]!.fault(value);
    },
    schema: { oneOf: Object.values(shapes).map((shape) => shape.schema) },
  };
}

/** The first of several shapes that the test picks. */
export function pick<T>(choose: (value: { readonly [field: string]: unknown }) => Shape<unknown>, all: readonly Shape<unknown>[]): Shape<T> {
  return { fault: (value) => (isObject(value) ? choose(value).fault(value) : fault('type')), schema: { anyOf: all.map((shape) => shape.schema) } };
}

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A shape under a name of its own in the JSON Schema, so that it is written once. */
export function named<T>(name: string, shape: Shape<T>, definitions: { [name: string]: JsonSchema }): Shape<T> {
  definitions[name] = shape.schema;
  return { fault: (value) => shape.fault(value), schema: { $ref: `#/$defs/${name}` } };
}
