/** The shipped scenarios and a small hand-made one, for tests. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../scenarios/', import.meta.url);

export const SHIPPED: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort();

export function shippedText(id: string): string | undefined {
  return SHIPPED.includes(id) ? readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8') : undefined;
}
