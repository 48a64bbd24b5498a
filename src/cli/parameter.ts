/** `--set demand.level=0.8`: a parameter and a number. */
import { Failed } from './failed.ts';

/** `demand.level=0.8`: the last equals sign divides, so that a name may hold any other. */
export function parameter(pair: string): { readonly path: string; readonly value: number } {
  const [, path, number] = /^([^=]+)=\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.exec(pair.trim()) ?? [];
  if (path === undefined || number === undefined) throw new Failed({ key: 'usage.pair', option: '--set', value: pair });
  return { path: path.trim(), value: Number(number) };
}
