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

/**
 * Writes a table again and again, as `canonical` does. Its rows are replaced and never edited: the text of a row is kept
 * as long as the table has the same object under the same id, so that only what changed is written anew.
 */
export function tableWriter(): (table: { readonly [id: string]: object }) => string {
  let written: readonly string[] = [];
  let ids: readonly string[] = [];
  let rows: readonly object[] = [];
  let texts: readonly string[] = [];
  return (table) => {
    const keys = Object.keys(table);
    const sorted = sameTexts(keys, written) ? ids : inOrder(keys.slice());
    const nowRows: object[] = [];
    const nowTexts: string[] = [];
    let before = 0;
    for (const id of sorted) {
      const row = table[id]!;
      while (before < ids.length && ids[before]! < id) before++;
      const same = ids[before] === id && rows[before] === row;
      nowRows.push(row);
      nowTexts.push(same ? texts[before]! : quotedKey(id) + canonical(row));
    }
    [written, ids, rows, texts] = [keys, sorted, nowRows, nowTexts];
    return `{${nowTexts.join(',')}}`;
  };
}

/** Own keys in canonical order. */
export function sortedKeys(object: object): string[] {
  return inOrder(Object.keys(object));
}

function inOrder(keys: string[]): string[] {
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

/** The keys of an object as they were written, in canonical order, and what stands before the value of each. */
interface Order {
  readonly written: readonly string[];
  readonly keys: readonly string[];
  readonly heads: readonly string[];
}
/** Most objects are of one of a few kinds, each always written in the same order: how to write them is kept, by first key, up to a bound. */
const ORDERS = new Map<string, Order[]>();
const MOST_FIRST_KEYS = 512;
const MOST_OF_ONE = 16;
const MOST_IN_ONE = 64;

function orderOf(object: object): Order {
  const written = Object.keys(object);
  const first = written[0] ?? '';
  const known = ORDERS.get(first);
  if (known !== undefined) for (let nth = 0; nth < known.length; nth++) if (sameTexts(known[nth]!.written, written)) return known[nth]!;
  const keys = inOrder(written.slice());
  const order: Order = { written, keys, heads: keys.map((key, nth) => (nth === 0 ? '{' : ',') + quotedKey(key)) };
  if (written.length > MOST_IN_ONE) return order;
  if (known === undefined) {
    if (ORDERS.size < MOST_FIRST_KEYS) ORDERS.set(first, [order]);
  } else if (known.length < MOST_OF_ONE) known.push(order);
  return order;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let nth = 0; nth < a.length; nth++) if (a[nth] !== b[nth]) return false;
  return true;
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
  const { keys, heads } = orderOf(object);
  let text = '';
  for (let nth = 0; nth < keys.length; nth++) {
    const part = write((object as { [key: string]: unknown })[keys[nth]!]);
    if (part === undefined) return undefined;
    text += heads[nth]! + part;
  }
  return text === '' ? '{}' : text + '}';
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
