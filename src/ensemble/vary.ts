/** A parameter that a sweep moves, and between what: `demand.growth=0.4..1.2`. */
import { PARAMETERS } from '../scenario/parameters.ts';
import { settingProblem } from '../scenario/set.ts';
import { SweepFailed } from './problem.ts';

export interface Vary {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const SHAPE = new RegExp(`^\\s*([^=]+?)\\s*=\\s*(${NUMBER})(%?)\\s*\\.\\.\\s*(${NUMBER})(%?)\\s*$`, 'i');

/**
 * Shares may be given in percent: `neocloud.advanceRate=60..85` is 0.6 to 0.85, since no share is above one.
 * @throws SweepFailed for anything else than a known parameter and two numbers it can have, in order.
 */
export function parseVary(text: string): Vary {
  const [, name, lowText, lowSign, highText, highSign] = SHAPE.exec(text) ?? [];
  if (name === undefined) throw new SweepFailed({ key: 'sweep.vary', value: text });
  const unknown = settingProblem(name, 0);
  if (unknown?.key === 'set.unknown') throw new SweepFailed(unknown);
  const given = [Number(lowText), Number(highText)] as const;
  const percent = lowSign === '%' || highSign === '%' || (PARAMETERS[name]!.unit === 'share' && given[1] > 1 && given[1] <= 100);
  const [low, high] = percent ? [given[0] / 100, given[1] / 100] : given;
  if (low >= high) throw new SweepFailed({ key: 'sweep.backwards', name, low, high });
  const problem = settingProblem(name, low) ?? settingProblem(name, high);
  if (problem !== null) throw new SweepFailed(problem);
  return { name, low, high };
}

/** @throws SweepFailed when one parameter is varied twice. */
export function parseVaries(texts: readonly string[]): Vary[] {
  const varies = texts.map(parseVary);
  const twice = varies.find((vary, index) => varies.findIndex((other) => other.name === vary.name) < index);
  if (twice !== undefined) throw new SweepFailed({ key: 'sweep.varyTwice', name: twice.name });
  return varies;
}

/** Units that come in whole numbers. */
const WHOLE = new Set(['month', 'bp/year', 'switch', 'USD']);

/** The value `share` of the way from low to high, as short as six digits: it is typed again in replay commands. */
export function valueAt({ name, low, high }: Vary, share: number): number {
  const value = low + (high - low) * share;
  return WHOLE.has(PARAMETERS[name]!.unit) ? Math.round(value) : Number(value.toPrecision(6));
}
