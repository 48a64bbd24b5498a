/** From the bytes of one record to a value, with care: the bytes may come from a stranger. */
import { strFromU8 } from 'fflate';
import { isReservedName } from '../model/fold.ts';
import { DEPTH_CAP } from './format.ts';
import { isObject, type Fault } from './shape.ts';

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

/** Reads one line of JSON. Nesting is looked at before parsing, so that depth cannot exhaust the stack. */
export function parseRecord(bytes: Uint8Array): Parsed {
  if (deepest(bytes) > DEPTH_CAP) return { ok: false, fault: { path: '', reason: 'depth' } };
  try {
    return { ok: true, value: JSON.parse(strFromU8(bytes)) };
  } catch {
    return { ok: false, fault: { path: '', reason: 'json' } };
  }
}

/** How deep brackets nest outside strings; stops counting once past the cap. */
function deepest(bytes: Uint8Array): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (quoted) {
      if (byte === 0x5c) index++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > most) most = depth;
      if (most > DEPTH_CAP) return most;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return most;
}

/** The first reserved key or number JSON cannot keep, anywhere in a value that no shape describes. */
export function inspect(value: unknown, path = ''): Fault | null {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? null : { path, reason: 'number' };
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const found = inspect(value[index], `${path}[${index}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  for (const key of Object.keys(value)) {
    const inner = `${path}${path === '' ? '' : '.'}${key.slice(0, 80)}`;
    if (isReservedName(key)) return { path: inner, reason: 'reserved' };
    const found = inspect(value[key], inner);
    if (found !== null) return found;
  }
  return null;
}
