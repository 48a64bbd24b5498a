/** Which months to save as a video, at which speed; then how far it is, until it is saved or stopped. */
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { SPEEDS } from '../../playback/cursor.ts';
import { isSplit, sidesOf } from '../../session/sides.ts';
import { shownRun } from '../../session/state.ts';
import { sideNames } from '../panels/side-names.ts';
import { nameOf, save } from '../files.ts';
import { usePage, useSession, useSpeaker, useWords } from '../page-context.ts';
import { titleOf } from '../picture-title.ts';
import { useLook } from '../use-look.ts';
import { LONGEST, secondsOf, type Stretch } from './stretch.ts';

/** Months offered at first. */
const OFFERED = 12;
const EVEN = SPEEDS.filter((speed) => speed !== 'max');

export function SaveVideo({ done, title }: { readonly done: () => void; readonly title: (text: string) => ReactNode }): ReactNode {
  const { session, stage } = usePage();
  const words = useWords();
  const speaker = useSpeaker();
  const look = useLook();
  const months = useSession((state) => state.months);
  const [stretch, setStretch] = useState<Stretch>(() => {
    const { tick, speed } = session.store.get().playback;
    return { from: tick, to: Math.min(months - 1, tick + OFFERED - 1), speed: speed === 'max' ? 8 : speed };
  });
  const [share, setShare] = useState<number | null>(null);
  const [cannot, setCannot] = useState(!('VideoEncoder' in globalThis));
  const filming = useRef<AbortController | null>(null);
  useEffect(() => () => filming.current?.abort(), []);
  if (speaker === null || look === null) return title(words.video.title);
  const { format } = speaker;
  const seconds = secondsOf(stretch);
  const now = session.store.get();
  const sides = isSplit(now) ? sidesOf(now) : null;
  const both = sides === null ? null : sideNames(sides.a.source.header, sides.b.source.header, speaker.language);
  const trouble = stretch.to < stretch.from ? words.video.backwards : seconds > LONGEST ? words.video.tooLong(format.number(seconds, 0), format.number(LONGEST, 0)) : null;

  const write = async (stop: AbortSignal): Promise<void> => {
    const { film } = await import('./film.ts');
    const state = session.store.get();
    const { source } = shownRun(state)!;
    const made = await film({
      state,
      stage,
      look,
      stretch,
      stop,
      onProgress: setShare,
      title: (tick, told) => titleOf(source, tick, told, speaker, words),
    });
    if (made === 'cannot') return setCannot(true);
    if (made === null) return;
    save(nameOf(session, [stretch.from, stretch.to], made.ending), made.file, made.file.type, session);
    done();
  };
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (trouble !== null || share !== null) return;
    session.command({ type: 'pause' });
    setShare(0);
    const controller = new AbortController();
    filming.current = controller;
    write(controller.signal)
      .catch((error: unknown) => session.say({ key: 'saveFailed', detail: error instanceof Error ? error.message : String(error) }))
      .finally(() => {
        if (filming.current === controller) setShare(null);
      });
  };
  const month = (label: string, value: number, choose: (tick: number) => void): ReactNode => (
    <label className="grow">
      <span className="quiet">{label}</span>
      <select value={value} disabled={share !== null} onChange={(event) => choose(Number(event.target.value))}>
        {Array.from({ length: months }, (_, tick) => (
          <option key={tick} value={tick}>
            {format.date(tick)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {title(words.video.title)}
      {cannot ? (
        <p className="dialog-body">{words.video.cannot}</p>
      ) : (
        <form className="dialog-body video-form" onSubmit={begin}>
          <div className="row">
            {month(words.video.from, stretch.from, (from) => setStretch({ ...stretch, from }))}
            {month(words.video.to, stretch.to, (to) => setStretch({ ...stretch, to }))}
            <label className="grow">
              <span className="quiet">{words.speed}</span>
              <select value={stretch.speed} disabled={share !== null} onChange={(event) => setStretch({ ...stretch, speed: EVEN.find((speed) => String(speed) === event.target.value) ?? stretch.speed })}>
                {EVEN.map((speed) => (
                  <option key={speed} value={speed}>
                    {words.speedValue(speed)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <p className={trouble === null ? 'quiet' : 'bad'} role="status">
            {share !== null ? words.video.progress(format.percent(share, 0)) : (trouble ?? words.video.lasts(format.number(seconds, 0)))}
          </p>
          {both !== null && <p className="quiet">{words.video.both(both.a, both.b)}</p>}
          {share !== null && <progress className="video-progress" value={share} max={1} aria-label={words.video.title} />}
          {share === null ? (
            <button type="submit" className="button strong" disabled={trouble !== null}>
              {words.video.begin}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => filming.current?.abort()}>
              {words.video.stop}
            </button>
          )}
        </form>
      )}
    </>
  );
}
