/**
 * Canonical JSON: the one text a value has, whatever order its keys were written in, so that equal histories have
 * equal digests. Keys are sorted by UTF-16 code unit, nothing is spaced, numbers are ECMAScript's shortest form
 * (after RFC 8785, JSON Canonicalization Scheme, 2020). What JSON would lose silently is refused.
 */

/**
 * The canonical text of a plain JSON value.
 * @throws for undefined, −0, NaN, infinities, functions, bigints and objects that are not plain, with the path.
 */
export function canonical(value: unknown): string {
  const text = write(value);
  if (text === undefined) throw new Error(`cannot be recorded: ${whyNot(value, '$')}`);
  return text;
}

/** Canonical text of a table: `rowText` gives each row's, so that texts can be kept for rows that did not change. */
export function canonicalTable(table: { readonly [id: string]: object }, rowText: (row: object) => string): string {
  let text = '{';
  for (const id of sortedKeys(table)) text += (text.length === 1 ? '' : ',') + quotedKey(id) + rowText(table[id]!);
  return text + '}';
}

/** Own keys in canonical order. */
export function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let index = 1; index < keys.length; index++) if (keys[index - 1]! > keys[index]!) return keys.sort();
  return keys;
}

const PLAIN_TEXT = /^[ !#-[\]-~]*$/;
/** A string as JSON writes it; most are plain and need no escaping. */
function quote(text: string): string {
  return PLAIN_TEXT.test(text) ? '"' + text + '"' : JSON.stringify(text);
}

/** The same few keys are written over and over; their quoted forms are kept, up to a bound. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 4096;
function quotedKey(key: string): string {
  let text = KEYS.get(key);
  if (text === undefined) {
    text = quote(key) + ':';
    if (KEYS.size < MOST_KEYS) KEYS.set(key, text);
  }
  return text;
}

/** The text, or undefined where something inside cannot be written. */
function write(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return isRecordable(value) ? '' + value : undefined;
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeList(value) : writeObject(value);
    default:
      return undefined;
  }
}

function writeList(list: readonly unknown[]): string | undefined {
  if (list.length === 0) return '[]';
  let text = '[';
  for (let index = 0; index < list.length; index++) {
    const part = write(list[index]);
    if (part === undefined) return undefined;
    text += index === 0 ? part : ',' + part;
  }
  return text + ']';
}

function writeObject(object: object): string | undefined {
  if (!isPlain(object)) return undefined;
  let text = '{';
  for (const key of sortedKeys(object)) {
    const part = write((object as { [key: string]: unknown })[key]);
    if (part === undefined) return undefined;
    text += (text.length === 1 ? '' : ',') + quotedKey(key) + part;
  }
  return text + '}';
}

function isRecordable(value: number): boolean {
  return Number.isFinite(value) && (value !== 0 || 1 / value > 0);
}

function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

/** Names the first thing that cannot be written, and where it is. */
function whyNot(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return isRecordable(value) ? undefined : `${path} is ${Object.is(value, -0) ? '-0' : value}`;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value !== 'object') return `${path} is ${typeof value}`;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const reason = whyNot(value[index], `${path}[${index}]`);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
  if (!isPlain(value)) return `${path} is not a plain object`;
  for (const [key, inner] of Object.entries(value)) {
    const reason = whyNot(inner, `${path}.${key}`);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
