/** What the session needs from the place it runs in: a worker, a shelf for files, the scenarios that came along. */
import type { Sha256 } from '../model/digest.ts';
import type { Header } from '../model/frame.ts';
import type { Hex } from '../model/units.ts';
import type { FrameSource } from '../playback/source.ts';
import type { MonthSummary } from '../playback/summary.ts';
import type { Notes } from '../recording/format.ts';
import type { Problem } from '../recording/problem.ts';
import type { Checked } from '../recording/read.ts';
import type { Written } from '../scenario/load.ts';
import type { SentFrame, Simulate } from './simulate.ts';

/** The bytes of a file; a browser's `Blob` is one. */
export interface FileBody {
  readonly size: number;
  text(): Promise<string>;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file as it was picked or dropped. */
export interface PickedFile {
  readonly name: string;
  readonly blob: FileBody;
}

/** A file kept in this browser, by the digest of what it holds. */
export interface KeptFile extends PickedFile {
  readonly digest: Hex;
  readonly kind: 'recording' | 'scenario';
}

export interface Shelf {
  /** False when there is no room or no storage; the file is open all the same. */
  keep(file: KeptFile): Promise<boolean>;
  find(digest: Hex): Promise<KeptFile | null>;
}

export interface OpeningListener {
  /** A file without a usable index is searched for its months before they can be read: so many so far, of so many. */
  searched(months: number, horizon: number): void;
  header(header: Header): void;
  /** Months while they fit in memory; every month's summary in any case. */
  months(frames: readonly SentFrame[], summaries: readonly MonthSummary[]): void;
  /** As far as it is whole; `digest` names the recording. `windowed`: not every month was sent. `checked`: which months passed every check. */
  done(result: { readonly digest: Hex; readonly ticks: number; readonly notes: Notes | null; readonly problem: Problem | null; readonly windowed: boolean; readonly checked: Checked }): void;
  /** Nothing could be opened. */
  failed(problem: Problem): void;
}

export type OpenRecording = (file: FileBody, listener: OpeningListener) => () => void;

export interface ScenarioTexts {
  readonly ids: readonly string[];
  text(id: string): Written | undefined;
  /** The same with every file as text, so that what is wrong with a file that extends one of them has its place. */
  exact?(): Promise<ScenarioTexts>;
}

export interface Ports {
  readonly sha256: Sha256;
  readonly simulate: Simulate;
  /** The same beside it, for histories to compare with. */
  readonly simulateBeside: Simulate;
  /** The same for a what-if of the history that is shown. */
  readonly simulateWhatIf: Simulate;
  readonly openRecording: OpenRecording;
  /** Months of a long recording, read as they are needed; what opening it has checked is not checked again. */
  readonly window: (file: FileBody, checked: Checked) => Promise<FrameSource | null>;
  readonly scenarios: ScenarioTexts;
  readonly shelf: Shelf;
}

