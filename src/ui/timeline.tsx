/**
 * The whole run at a glance: how much money moved each month, what happened above it, years below. Press or drag to go
 * there. The line that marks the moment moves with every picture; everything else is drawn once a month.
 */
import { useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { EVENT_MARKS } from '../view/marks.ts';
import { estimateText } from '../view/stage-words.ts';
import type { Tick } from '../model/units.ts';
import { untoldEvents } from '../playback/untold.ts';
import type { ShownRun } from '../session/shown-run.ts';
import { Icon } from './icons.tsx';
import { MarkGlyph } from './panels/shapes.tsx';
import { maskOf } from '../session/lesson.ts';
import { forkOf } from '../session/what-if.ts';
import { named, remark } from '../words/joined.ts';
import { lessonWords } from '../words/lesson.ts';
import type { Speaker } from '../words/speaker.ts';
import { usePage, useRun, useSession, useSpeaker, useWords } from './page-context.ts';
import { barsPath, CLUSTER_GAP, clusters, labelsFor, middleX, slotX, tickAt, years, type Cluster, type Track } from './timeline-layout.ts';
import { TimelinePreview } from './timeline-preview.tsx';
import { useTold } from './told.ts';
import { useRem } from './use-fits.ts';
import { useWidth } from './use-size.ts';
import { useTheme } from './use-theme.ts';

/** So many marks can still be told apart; where there are more, only the turns of the story are shown. */
const MOST_CLUSTERS = 40;
const BARS = 44;
/** Letters on the timeline, in rem; the same as in page.css. */
const LETTERS = { page: 0.6875, projector: 1.5 } as const;

export function Timeline(): ReactNode {
  const run = useRun();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const finished = useSession((state) => state.finished);
  return (
    <div className="timeline" ref={frame} data-complete={finished || undefined}>
      {run !== null && width > 0 && <TimelineOf run={run} width={width} />}
    </div>
  );
}

function TimelineOf({ run, width }: { readonly run: ShownRun; readonly width: number }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const speaker = useSpeaker();
  const theme = useTheme();
  const months = useSession((state) => state.months);
  const finished = useSession((state) => state.finished);
  const tick = useSession((state) => state.playback.tick);
  const bookmarks = useSession((state) => state.decided.present.bookmarks);
  const mask = useSession((state) => maskOf(state.teaching, state.playback));
  const phases = useTold();
  const [hover, setHover] = useState<Tick | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const told = useRef<SVGRectElement>(null);
  const dragging = useRef(false);
  const { header } = run.source;
  // while a run grows its track is already as long as it will be
  const track: Track = useMemo(() => ({ width, months: finished ? Math.max(1, months) : Math.max(1, header.horizon, months) }), [width, months, finished, header]);
  const bars = useMemo(() => barsPath(track, run.timeline.months.slice(0, mask === null ? months : Math.min(months, mask + 1)), BARS), [track, run, months, mask]);
  const rem = useRem();
  const letters = (theme === 'projector' ? LETTERS.projector : LETTERS.page) * rem;
  const marks = useMemo(() => {
    // in a lesson a month's marks come with the picture, not before it
    const frame = mask === null ? undefined : run.source.peek(tick);
    const untold = frame === undefined ? null : untoldEvents(frame, phases);
    const seen = run.timeline.marks.filter((mark) => mark.tick < months && (mask === null || mark.tick <= mask) && untold?.has(mark.id) !== true);
    const gap = CLUSTER_GAP * Math.max(rem / 16, letters / 16);
    const all = clusters(track, seen, 2, gap);
    return all.length <= MOST_CLUSTERS ? all : clusters(track, seen, 3, gap);
  }, [track, run, months, rem, letters, mask, mask === null ? null : tick, mask === null ? null : phases]);
  const labels = useMemo(
    () => (speaker === null ? [] : labelsFor(track, marks, (cluster) => [...(cluster.weight === 3 ? [whatHappened(cluster, speaker)] : []), speaker.vocabulary.event[cluster.type]], (text) => estimateText(text, letters, false))),
    [track, marks, speaker, letters],
  );
  const yearMarks = useMemo(() => years(track, header.scenario.opens, letters * 4), [track, header, letters]);

  useEffect(() => {
    const place = (): void => {
      const { playback } = session.store.get();
      const x = middleX(track, playback.tick - 1 + Math.min(1, playback.u));
      line.current?.style.setProperty('transform', `translateX(${Math.max(0, x)}px)`);
      told.current?.setAttribute('width', String(Math.max(0, slotX(track, playback.tick + (playback.u >= 1 ? 1 : 0)))));
    };
    place();
    return session.store.subscribe(place);
  }, [session, track]);

  if (speaker === null) return null;
  const at = (event: PointerEvent<HTMLElement>): Tick => Math.min(Math.max(0, (mask === null ? months : Math.min(months, mask + 1)) - 1), tickAt(track, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const seek = (to: Tick): void => session.command({ type: 'seek', tick: to });
  const down = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    session.command({ type: 'pause' });
    seek(at(event));
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const to = at(event);
    setHover(to);
    if (dragging.current) seek(to);
  };
  const up = (): void => {
    dragging.current = false;
  };
  const slot = track.width / track.months;
  return (
    <>
      <div className="marks" onPointerLeave={() => setHover(null)}>
        {marks.map((cluster) => (
          <ClusterMark key={`${cluster.x}`} cluster={cluster} future={cluster.tick > tick} label={clusterLabel(cluster)} onPress={() => seek(cluster.tick)} onHover={() => setHover(cluster.tick)} />
        ))}
        {bookmarks.map((bookmark) => (
          <button key={bookmark.tick} type="button" tabIndex={-1} className="bookmark" style={{ left: middleX(track, bookmark.tick) }} aria-label={named(words.bookmarkHere, speaker.format.date(bookmark.tick), speaker.language)} title={bookmark.text || words.bookmarkHere} onClick={() => seek(bookmark.tick)}>
            <Icon name="bookmark" />
          </button>
        ))}
      </div>
      <div className="mark-labels" aria-hidden="true">
        {labels.map((label) => (
          <span key={label.x} style={{ left: label.x }} data-future={label.tick > tick || undefined}>
            {label.text}
          </span>
        ))}
      </div>
      <div
        className="track"
        id="timeline"
        role="slider"
        tabIndex={0}
        aria-label={words.slider}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, months - 1)}
        aria-valuenow={Math.min(tick, Math.max(0, months - 1))}
        aria-valuetext={words.sliderText(speaker.format.date(tick), tick + 1, months)}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onPointerLeave={() => setHover(null)}
      >
        <svg width={width} height={BARS} viewBox={`0 0 ${width} ${BARS}`} aria-hidden="true" focusable="false">
          <clipPath id="told">
            <rect ref={told} x="0" y="0" width="0" height={BARS} />
          </clipPath>
          <path className="bars" d={bars} />
          <path className="bars told" d={bars} clipPath="url(#told)" />
          {hover !== null && <rect className="hovered" x={slotX(track, hover)} y="0" width={slot} height={BARS} />}
        </svg>
        {mask !== null && mask < track.months - 1 && <div className="mask" style={{ left: slotX(track, mask + 1) }} aria-hidden="true" title={lessonWords(speaker.language).masked} />}
        <div className="playhead" ref={line} aria-hidden="true" />
      </div>
      <BranchRail track={track} />
      <div className="years" aria-hidden="true">
        {yearMarks.map(({ x, year }) => (
          <span key={year} style={{ left: x }}>
            {year}
          </span>
        ))}
      </div>
      {hover !== null && <TimelinePreview run={run} tick={hover} x={middleX(track, hover)} width={width} speaker={speaker} />}
    </>
  );

  function clusterLabel(cluster: Cluster): string {
    const more = cluster.marks.length - 1;
    return `${speaker!.format.date(cluster.tick)} – ${whatHappened(cluster, speaker!)}${more === 0 ? '' : remark(words.moreEvents(more), speaker!.language)}`;
  }
}

/** Who did or suffered what gives a cluster its shape. */
function whatHappened({ marks, type }: Cluster, { language, vocabulary, party }: Speaker): string {
  const { actor } = marks.find((mark) => mark.type === type)!;
  return actor === null ? vocabulary.event[type] : named(party(actor), vocabulary.event[type], language);
}

function ClusterMark({ cluster, future, label, onPress, onHover }: { readonly cluster: Cluster; readonly future: boolean; readonly label: string; readonly onPress: () => void; readonly onHover: () => void }): ReactNode {
  const mark = EVENT_MARKS[cluster.type];
  return (
    <button type="button" tabIndex={-1} className="event-mark" style={{ left: cluster.x }} data-future={future || undefined} data-weight={cluster.weight} aria-label={label} onClick={onPress} onPointerEnter={onHover}>
      <MarkGlyph shape={mark.shape} tone={mark.tone} />
    </button>
  );
}

/** The what-if as a second rail from where it forks; a press goes over to it and back. */
function BranchRail({ track }: { readonly track: Track }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const branch = useSession((state) => state.branch);
  const showing = useSession((state) => state.showing);
  const whatIf = useSession((state) => state.decided.present.whatIf);
  if (branch === null) return null;
  const fork = slotX(track, whatIf === null ? 0 : forkOf(whatIf));
  return (
    <div className="rail">
      <button type="button" style={{ left: fork, width: Math.max(24, track.width - fork) }} aria-pressed={showing === 'branch'} onClick={() => session.showing(showing === 'branch' ? 'run' : 'branch')}>
        {words.branchRail}
      </button>
    </div>
  );
}
