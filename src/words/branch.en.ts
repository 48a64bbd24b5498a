/** Why a change to a history cannot be made, in English. */
import type { BranchProblem } from '../playback/changes.ts';
import { MEANT } from './meant.ts';

export type BranchWords = { readonly [key in BranchProblem['key']]: (problem: Extract<BranchProblem, { key: key }>) => string };

const meant = MEANT.en;

export const branchEn: BranchWords = {
  'branch.tick': ({ at, ticks }) => (ticks === 0 ? 'There is no month yet to branch from.' : `There is no tick ${at} to branch from. Choose one from 0 to ${ticks}.`),
  'branch.nothing': () => 'Nothing would change. Choose at least one change.',
  'branch.parameter': ({ name, nearest }) => `This scenario has no parameter \`${name}\`.${meant(nearest)} Its parameters are listed in the scenario file.`,
  'branch.value': ({ name, value }) => `\`${name}\` must be a number, got ${value}. Example: ${name}=0.6`,
  'branch.contract': ({ name, tick, nearest }) => `There is no contract \`${name}\` at tick ${tick} or later in this run.${meant(nearest)} The inspector lists every contract with its id.`,
  'branch.channel': ({ name, known, nearest }) => `There is no channel \`${name}\`.${meant(nearest)} The channels are: ${known}.`,
  'branch.actor': ({ name, nearest }) => `No actor is called \`${name}\` in this scenario.${meant(nearest)} Sectors cannot be rescued; they never default.`,
  'branch.decision': ({ name, nearest }) => `From this month on nobody takes the decision \`${name}\` in this run.${meant(nearest)} The inspector lists decisions with their keys.`,
  'branch.obligation': ({ name }) => `From this month on nothing called \`${name}\` falls due in this run.`,
  'branch.diverged': ({ tick }) => `Tick ${tick}, before the change, comes out differently when the run is repeated: it was made by other rules. The recording is intact; run its scenario again and branch from there.`,
};
