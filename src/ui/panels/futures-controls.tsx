/** How many histories there are, how long the rest will take, and the buttons that start, hold and discard them. */
import { useEffect, useState, type ReactNode } from 'react';
import { timeLeft, WANTED, type Futures, type FuturesControl } from '../../session/futures.ts';
import { FUTURES_WORDS } from '../../words/futures.ts';
import type { Speaker } from '../../words/speaker.ts';
import { SWEEP_WORDS } from '../../words/sweep.ts';

export interface ControlsProps {
  readonly futures: Futures | null;
  readonly control: Pick<FuturesControl, 'start' | 'pause' | 'resume' | 'clear'>;
  readonly speaker: Speaker;
}

export function FuturesControls({ futures, control, speaker }: ControlsProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const { format } = speaker;
  if (futures === null) {
    return (
      <>
        <p className="lead">{words.empty}</p>
        <p className="futures-buttons">
          <button type="button" className="button strong" onClick={control.start}>
            {words.start(format.count(WANTED))}
          </button>
        </p>
      </>
    );
  }
  if (futures.status === 'refused') return <p className="hint">{words.refused}</p>;
  const { histories, failed, status } = futures;
  const done = histories.length + failed.length;
  const left = timeLeft(futures);
  const state = status === 'paused' ? words.paused : status === 'done' ? words.done : left === null ? '' : words.left(speaker.words(SWEEP_WORDS).minutes(left / 1000));
  const progress = words.progress(format.count(done), format.count(WANTED));
  return (
    <div className="futures-controls">
      <progress max={WANTED} value={done} aria-label={progress} />
      <p>
        <b>{progress}</b> <span className="quiet">{state}</span>
      </p>
      <p className="futures-buttons">
        {status === 'running' && (
          <button type="button" className="small-button" onClick={control.pause}>
            {words.pause}
          </button>
        )}
        {status === 'paused' && (
          <button type="button" className="small-button" onClick={control.resume}>
            {words.resume}
          </button>
        )}
        {status !== 'running' && (
          <button type="button" className="small-button" onClick={control.clear}>
            {words.clear}
          </button>
        )}
      </p>
      {failed.length > 0 && <p className="quiet">{words.failed(format.count(failed.length))}</p>}
      <Milestones done={done} speaker={speaker} />
    </div>
  );
}

/** Tells those who hear the page of a few steps on the way, not of every history. */
function Milestones({ done, speaker }: { readonly done: number; readonly speaker: Speaker }): ReactNode {
  const [told, setTold] = useState(0);
  const reached = [10, 100, 500, WANTED].reduce((most, step) => (done >= step && step > most ? step : most), 0);
  useEffect(() => setTold(reached), [reached]);
  return (
    <p className="hidden" role="status">
      {told === 0 ? '' : speaker.words(FUTURES_WORDS).milestone(speaker.format.count(told))}
    </p>
  );
}
