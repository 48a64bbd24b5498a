/**
 * `npm run bench`: what the performance figures come from. One run prints ratios that were measured together on one
 * machine; nothing here is compared with figures of another day. `--actors N` goes further in size, `--ticks N` makes
 * the recording longer, `--only NAME` runs one section.
 */
import { parseArgs } from 'node:util';
import { soundScenario } from '../src/cli/scenarios.ts';
import { printExplain, printFiles } from './files.ts';
import { printFrames } from './frames.ts';
import { printParts } from './parts.ts';
import { printRatios } from './ratios.ts';
import { printScaling } from './scaling.ts';

const { values } = parseArgs({ options: { actors: { type: 'string', default: '2000' }, ticks: { type: 'string', default: '72' }, only: { type: 'string' } } });
const base = soundScenario('base');
const wanted = (name: string): boolean => values.only === undefined || values.only === name;

console.log(`Node ${process.version}, ${process.arch}. Processor time, medians; ratios are what counts.`);
if (wanted('ratios') || wanted('parts')) {
  const machines = printRatios(base);
  if (wanted('parts')) printParts(base, machines);
}
if (wanted('scaling')) printScaling(base, Number(values.actors));
if (wanted('files')) await printFiles(base, Number(values.ticks));
if (wanted('explain')) printExplain(soundScenario('demand-shortfall'));
if (wanted('frames')) await printFrames();
