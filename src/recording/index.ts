/** Recordings: writing, reading, checking, going on. */
export { FORMAT, MEMORY_CAP, RECORD_CAP, type Member, type Notes } from './format.ts';
export { loadRun, validateRecording, walk, type LoadOptions } from './load.ts';
export { writeWithNotes } from './notes.ts';
export type { Failure, Problem, ProblemKey } from './problem.ts';
export { openRecording, type FrameRead, type Opened, type ReadOptions, type Recording } from './read.ts';
export { findResumePoint, resumeRecording, type ResumePoint } from './resume.ts';
export { bytesSource, memorySink, type Sink, type Source } from './source.ts';
export { verifyRecording, type Repeat, type VerifyOptions } from './verify.ts';
export { RecordingError, RecordingWriter, type RecordingSummary } from './write.ts';
