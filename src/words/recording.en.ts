/** What can be wrong with a recording, in English: what happened, what is safe, what to do. */
import type { Problem, ProblemKey } from '../recording/problem.ts';
import type { Reason } from '../recording/shape.ts';

export type RecordingWords = {
  readonly [key in ProblemKey]: (problem: Extract<Problem, { key: key }>) => string;
} & {
  readonly reasons: { readonly [reason in Reason]: string };
  /** On the button that opens what is whole. */
  readonly open: (ticks: number) => string;
};

/** Whole months before a damaged one. */
const before = (tick: number): string => (tick === 0 ? 'No month before it could be saved.' : tick === 1 ? 'Tick 0 is intact.' : `Ticks 0–${tick - 1} are intact.`);
const reasons: RecordingWords['reasons'] = {
  type: 'is of the wrong type',
  missing: 'is missing',
  unknown: 'is not part of the format',
  value: 'has a value the format does not allow',
  number: 'is not a number the books can hold',
  reserved: 'is a name that is not allowed',
  length: 'has the wrong length',
  depth: 'is nested too deeply',
  json: 'is not JSON',
  party: 'names nobody who takes part',
  order: 'is out of order',
};
const place = (path: string): string => (path === '' ? 'The record' : `\`${path}\``);

export const recordingEn: RecordingWords = {
  'recording.empty': () => 'This file is empty. If it was being downloaded or copied, do that again.',
  'recording.foreign': ({ looks }) =>
    ({
      text: 'This file holds text, not a recording, whatever its name says. Recordings are packed files (.ndjson.gz) that this page and `ouroboros run` save; scenarios end in .yaml.',
      unpacked: 'This is a recording that was unpacked. Open the .ndjson.gz file it came from.',
      repacked: 'This recording was unpacked and packed again by another program, which lost the borders between months. Open the file as it was saved.',
      gzip: 'This is a packed file, but not a recording. Recordings are saved by this page or by `ouroboros run`.',
      other: 'This is not a recording. Recordings end in .ndjson.gz; this page and `ouroboros run` save them.',
    })[looks],
  'recording.newer': ({ format, known }) =>
    `This recording has format ${format}; this version reads formats up to ${known}. The file is intact. Open it with a newer version of Ouroboros.`,
  'recording.olderPart': ({ format, known }) => `This recording has format ${format}; this version writes format ${known}, and a file holds one format only, so it cannot go on. The file is intact and can be opened. Record the run anew, or go on with the version that wrote it.`,
  'recording.older': ({ format, known }) => `This recording has format ${format}, and nothing leads from there to format ${known}. The file is intact. Open it with the version that wrote it.`,
  'recording.headerTorn': () => 'This recording was cut at its very beginning, and no month of it is left. Copy the file again, or run the scenario again.',
  'recording.headerChanged': () => 'The beginning of this recording was changed after it was saved, so that nothing after it can be trusted. Copy the file again, or run the scenario again.',
  'recording.headerShape': ({ path, reason }) => `The beginning of this recording does not follow the format. ${place(path)} ${reasons[reason]}. Nothing was opened; docs/recording-format.md says what it should be.`,
  'recording.torn': ({ ticks, horizon }) =>
    ticks === 0
      ? 'This recording was cut before its first month was complete. Only its scenario is left; run it again from there.'
      : `This recording stops at tick ${ticks} of ${horizon} (the file was cut). Everything before is intact.`,
  'recording.unclosed': ({ ticks }) => `The end of this recording is missing or damaged. All ${ticks} ticks are intact. Save it again to mend it.`,
  'recording.changed': ({ tick }) => `Tick ${tick} was changed after recording. ${before(tick)}`,
  'recording.shape': ({ tick, path, reason }) => `Tick ${tick} does not follow the format. ${place(path)} ${reasons[reason]}. ${before(tick)}`,
  'recording.fold': ({ tick, table, id }) =>
    `Tick ${tick} does not add up: what was recorded in its phases does not lead to its state${table === '' ? '' : ` (\`${table}.${id}\`)`}. ${before(tick)}`,
  'recording.tooLarge': ({ tick, megabytes }) =>
    tick === null ? `The beginning of this recording unpacks to more than ${megabytes} MB, so it was not opened.` : `Tick ${tick} takes more than ${megabytes} MB unpacked, more than a record may. ${before(tick)}`,
  'recording.tooLong': ({ ticks, megabytes }) => `This recording needs more than ${megabytes} MB of memory at once. The first ${ticks} ticks are open.`,
  'recording.notes': () => 'The bookmarks of this recording were changed after it was saved and are left out. Every tick is intact.',
  'recording.unreadable': ({ detail }) => `The file could not be read${detail === '' ? '' : ` (${detail})`}. Nothing was changed. See whether it is still there and may be read, then open it again.`,
  'recording.finished': ({ ticks }) => `This recording is complete at ${ticks} ticks; there is nothing to go on with.`,
  'recording.otherModel': ({ recorded, here }) =>
    `This recording was made by model version ${recorded}; this is version ${here}. It can be played and compared, but only version ${recorded} can repeat it.`,
  'recording.diverged': ({ tick }) => `Tick ${tick} comes out differently when the run is repeated. ${tick === 0 ? 'No tick could be confirmed.' : `Ticks 0–${tick - 1} came out as recorded.`}`,
  reasons,
  open: (ticks) => (ticks === 1 ? 'Open 1 tick' : `Open ${ticks} ticks`),
};
