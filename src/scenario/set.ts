/**
 * The same scenario with some of its parameters at other values and some channels of contagion switched off, from the
 * first month on: what `--set` and a sweep mean. A history made this way is a scenario of its own, so that it can be
 * recorded, verified and repeated like any other.
 */
import type { Channel } from '../model/phase.ts';
import type { Scenario } from '../model/scenario.ts';
import { repriced } from '../model/reprice.ts';
import { nearestName } from '../model/nearest.ts';
import { PARAMETERS } from './parameters.ts';
import { boundsOf } from './references.ts';

/** Values by parameter name. */
export interface Settings {
  readonly [parameter: string]: number;
}

export type SettingProblem =
  | { readonly key: 'set.unknown'; readonly name: string; readonly nearest: string | null }
  | { readonly key: 'set.outside'; readonly name: string; readonly value: number; readonly unit: string; readonly low: number; readonly high: number };

/** Why a parameter cannot have this value; null when it can. */
export function settingProblem(name: string, value: number): SettingProblem | null {
  const term = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name]! : null;
  if (term === null) return { key: 'set.unknown', name, nearest: nearestName(name, Object.keys(PARAMETERS)) };
  const [low, high] = boundsOf(term.unit, name);
  return value >= low && value <= high ? null : { key: 'set.outside', name, value, unit: term.unit, low, high };
}

/** @throws for a setting that `settingProblem` refuses. */
export function withSettings(scenario: Scenario, settings: Settings, channelsOff: readonly Channel[] = []): Scenario {
  const parameters = { ...scenario.parameters };
  for (const [name, value] of Object.entries(settings)) {
    const before = parameters[name];
    if (before === undefined || settingProblem(name, value) !== null) throw new Error(`${name} cannot be set to ${value}`);
    // who set it is where it is from
    if (before.value !== value) parameters[name] = { ...before, value, mark: 'assumed', source: `--set ${name}=${value}` };
  }
  const channels = { ...scenario.channels };
  for (const channel of channelsOff) channels[channel] = false;
  return { ...scenario, parameters, channels, loans: repriced(scenario, parameters['lender.baseRate']?.value) };
}
