/** The network for paper: black on white, kinds of flow told apart by their lines, width by what flowed in a year. */
import type { ReactNode } from 'react';
import type { Lesson } from '../../lesson/shape.ts';
import { lanesOfLesson } from '../../lesson/spoken-lanes.ts';
import type { Tick } from '../../model/units.ts';
import { isActorKind } from '../../model/party.ts';
import { LANE_KINDS, type LaneKind } from '../../playback/lane-book.ts';
import type { ShownRun } from '../../session/shown-run.ts';
import { measureText } from '../../view/measure-text.ts';
import { FONT } from '../../view/palette.ts';
import { PAPER_LINE, PAPER_TYPE, planPaperMap } from '../../view/paper-map.ts';
import { lessonWords } from '../../words/lesson.ts';
import type { Speaker } from '../../words/speaker.ts';
import { makeStageWords } from '../../words/stage.ts';
import { PaperLane } from './paper-lane.tsx';

const MONTHS = 12;
/** Units of the picture, about a pixel each; below the network stands the key. */
const [WIDTH, HEIGHT, KEY] = [720, 744, 32] as const;

export interface PrintMapProps {
  readonly run: ShownRun;
  readonly lesson: Lesson;
  /** The last of the months that are added up, where there are as many before it. */
  readonly until: Tick;
  readonly speaker: Speaker;
}

export function PrintMap({ lesson, run: { source, timeline }, until, speaker }: PrintMapProps): ReactNode {
  const words = lessonWords(speaker.language);
  const first = Math.max(0, until - MONTHS + 1);
  const last = Math.min(source.length, first + MONTHS) - 1;
  const frames = Array.from({ length: last - first + 1 }, (_, month) => source.peek(first + month)).filter((frame) => frame !== undefined);
  const spoken = lanesOfLesson(lesson, { marks: timeline.marks, length: source.length, peek: (tick) => source.peek(tick) });
  const map = planPaperMap({ header: source.header, frames, spoken, width: WIDTH, height: HEIGHT, words: makeStageWords(speaker), measure: measureText });
  const kinds = LANE_KINDS.filter((kind) => map.lanes.some((lane) => lane.kind === kind));
  const about = words.mapHelp(speaker.format.date(first), speaker.format.date(last));
  return (
    <>
      <p>{about}</p>
      <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT + KEY}`} role="img" aria-label={about} fontFamily={FONT} fontSize={PAPER_TYPE.name}>
        {map.lanes.map(({ key, kind, path, width }) => (
          <PaperLane key={key} name={key} kind={kind} path={path} width={width} />
        ))}
        {map.places.map(({ id, kind, x, y, box, name }) => (
          <g key={id} className="map-name" data-party={id}>
            <rect {...box} rx={isActorKind(kind) ? 5 : 0} fill="white" stroke="black" strokeWidth={isActorKind(kind) ? 1.6 : 0.8} />
            {name.map((line, nth) => (
              <text key={line} x={x} y={y + (nth + 0.5 - name.length / 2) * PAPER_LINE} textAnchor="middle" dominantBaseline="central" fontWeight={isActorKind(kind) ? 600 : 400}>
                {line}
              </text>
            ))}
          </g>
        ))}
        {map.amounts.map(({ id, text, box }) => (
          <g key={id} className="map-amount" fontSize={PAPER_TYPE.amount}>
            <rect {...box} x={box.x + 4} width={box.width - 8} fill="white" />
            <text x={box.x + box.width / 2} y={box.y + box.height / 2} textAnchor="middle" dominantBaseline="central">
              {text}
            </text>
          </g>
        ))}
        <Key kinds={kinds} words={words.lanes} />
      </svg>
      <p className="paper-small">{words.mapRest(speaker.format.percent(map.hidden))}</p>
      <p className="map-task">{words.mapTask}</p>
    </>
  );
}

function Key({ kinds, words }: { readonly kinds: readonly LaneKind[]; readonly words: { readonly [kind in LaneKind]: string } }): ReactNode {
  const [y, each, long] = [HEIGHT + KEY / 2, WIDTH / kinds.length, 46];
  return (
    <g className="map-key">
      {kinds.map((kind, nth) => (
        <g key={kind} transform={`translate(${nth * each + 4} ${y})`}>
          <PaperLane name={`key/${kind}`} kind={kind} path={{ xs: [0, long], ys: [0, 0], lengths: [0, long], total: long }} width={4} />
          <text x={long + 7} dominantBaseline="central">
            {words[kind]}
          </text>
        </g>
      ))}
    </g>
  );
}
