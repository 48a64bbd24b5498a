/**
 * Canonical JSON: the one text a value has, whatever order its keys were written in, so that equal histories have
 * equal digests. Keys are sorted by UTF-16 code unit, nothing is spaced, numbers are ECMAScript's shortest form
 * (after RFC 8785, JSON Canonicalization Scheme, 2020). What JSON would lose silently is refused.
 */

/**
 * The canonical text of a plain JSON value. The platform writes JSON several times faster than text can be pieced together,
 * so it is given a copy whose keys stand in canonical order.
 * @throws for undefined, −0, NaN, infinities, functions, bigints and objects that are not plain, with the path.
 */
export function canonical(value: unknown): string {
  const copy = ordered(value);
  if (copy === REFUSED) throw new Error(`cannot be recorded: ${whyNot(value, '$')}`);
  return copy === SPELLED ? spelled(value) : JSON.stringify(copy);
}

/** Own keys in canonical order. */
export function sortedKeys(object: object): string[] {
  return inOrder(Object.keys(object));
}

function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) if (keys[index - 1]! > keys[index]!) return keys.sort();
  return keys;
}

/** Objects are of a few kinds, each written in the same order every time: how to order them is kept, by first key, up to a bound. */
const ORDERS = new Map<string, { readonly written: readonly string[]; readonly keys: readonly string[] | null }[]>();
const MOST_FIRST_KEYS = 512;
const MOST_OF_ONE = 16;
const MOST_IN_ONE = 64;

/** The keys of an object in canonical order; null where a copy could not have them in it. */
function orderOf(object: object): readonly string[] | null {
  const written = Object.keys(object);
  const first = written[0] ?? '';
  const known = ORDERS.get(first);
  if (known !== undefined) for (let nth = 0; nth < known.length; nth++) if (sameTexts(known[nth]!.written, written)) return known[nth]!.keys;
  const keys = written.some(hasAPlaceOfItsOwn) ? null : inOrder(written.slice());
  if (written.length > MOST_IN_ONE) return keys;
  if (known === undefined) {
    if (ORDERS.size < MOST_FIRST_KEYS) ORDERS.set(first, [{ written, keys }]);
  } else if (known.length < MOST_OF_ONE) known.push({ written, keys });
  return keys;
}

/** Whole numbers come first in every object, whatever order they were set in; `__proto__` would be no key at all. */
function hasAPlaceOfItsOwn(key: string): boolean {
  return /^\d+$/.test(key) || key === '__proto__';
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let nth = 0; nth < a.length; nth++) if (a[nth] !== b[nth]) return false;
  return true;
}

/** Something inside cannot be written; or it can, but no copy of it has its keys in order. */
const REFUSED = Symbol('refused');
const SPELLED = Symbol('spelled');

/** A copy with all keys in canonical order, or why there is none. */
function ordered(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return isRecordable(value) ? value : REFUSED;
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? orderedList(value) : orderedObject(value as { readonly [key: string]: unknown });
    default:
      return REFUSED;
  }
}

function orderedList(list: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  let found: unknown = null;
  for (let index = 0; index < list.length; index++) {
    const part = ordered(list[index]);
    if (part === REFUSED) return REFUSED;
    if (part === SPELLED) found = SPELLED;
    copy.push(part);
  }
  return found ?? copy;
}

function orderedObject(object: { readonly [key: string]: unknown }): unknown {
  if (!isPlain(object)) return REFUSED;
  const keys = orderOf(object);
  const copy: { [key: string]: unknown } = {};
  let found: unknown = keys === null ? SPELLED : null;
  for (const key of keys ?? Object.keys(object)) {
    const part = ordered(object[key]);
    if (part === REFUSED) return REFUSED;
    if (part === SPELLED) found = SPELLED;
    if (found === null) copy[key] = part;
  }
  return found ?? copy;
}

/** The text of what may be recorded, piece by piece. */
function spelled(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  return `{${sortedKeys(value).map((key) => `${JSON.stringify(key)}:${spelled((value as { [key: string]: unknown })[key])}`).join(',')}}`;
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
