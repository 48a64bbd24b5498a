/**
 * The network for paper: black on white, kinds of flow told apart by dash and letter, width by what flowed in the run's
 * first year. Actors stand where they stand on the stage.
 */
import type { ReactNode } from 'react';
import type { ShownRun } from '../../session/shown-run.ts';
import type { LessonWords } from '../../words/lesson.ts';
import type { Speaker } from '../../words/speaker.ts';
import { LANE_KINDS, drawnParties, laneParts, lanesOfMonth, type LaneKind } from '../../playback/lane-book.ts';

const DASH: { readonly [kind in LaneKind]: string } = { cash: '', debt: '2 7', equity: '14 4 3 4', rent: '3 3', gpu: '11 7' };
const MOST_LANES = 30;
const MONTHS = 12;
const [WIDTH, HEIGHT] = [1000, 700];

export function PrintMap({ run, speaker, lanes }: { readonly run: ShownRun; readonly speaker: Speaker; readonly lanes: LessonWords['lanes'] & { readonly about: string } }): ReactNode {
  const { scenario } = run.source.header;
  const { positions } = scenario.display;
  const parties = drawnParties(scenario).filter((party) => Object.hasOwn(positions, party.id));
  const place = new Map(parties.map((party) => [party.id, { x: 60 + positions[party.id]!.x * 0.88, y: 30 + positions[party.id]!.y * 0.66 }]));
  const sums = new Map<string, number>();
  for (let tick = 0; tick < Math.min(MONTHS, run.source.length); tick++) {
    const frame = run.source.peek(tick);
    if (frame === undefined) continue;
    for (const [key, month] of lanesOfMonth(frame)) if (place.has(month.from) && place.has(month.to) && month.from !== month.to) sums.set(key, (sums.get(key) ?? 0) + month.amount);
  }
  const drawn = mostTelling(sums);
  // names in a crowded row stand above and below by turns
  const above = new Set(parties.filter((party) => {
    const row = parties.filter((other) => Math.abs(place.get(other.id)!.y - place.get(party.id)!.y) < 5).sort((a, b) => place.get(a.id)!.x - place.get(b.id)!.x);
    return row.length > 3 && row.indexOf(party) % 2 === 1;
  }).map((party) => party.id));
  const most = Math.max(1, ...drawn.map(([, amount]) => amount));
  const kinds = LANE_KINDS.filter((kind) => drawn.some(([key]) => laneParts(key).kind === kind));
  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT + 40}`} role="img" aria-label={lanes.about}>
      <defs>
        <marker id="map-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0L10 5L0 10z" />
        </marker>
      </defs>
      {drawn.map(([key, amount]) => {
        const { from, to, kind } = laneParts(key);
        return <path key={key} d={curve(place.get(from)!, place.get(to)!)} fill="none" stroke="black" strokeWidth={1 + 6 * Math.sqrt(amount / most)} strokeDasharray={DASH[kind]} markerEnd="url(#map-arrow)" opacity={kind === 'cash' ? 0.55 : 1} />;
      })}
      {parties.map((party) => {
        const { x, y } = place.get(party.id)!;
        return (
          <g key={party.id}>
            <circle cx={x} cy={y} r="17" fill="white" stroke="black" strokeWidth="2" />
            <text x={x} y={above.has(party.id) ? y - 24 : y + 33} textAnchor="middle" paintOrder="stroke" stroke="white" strokeWidth="7" strokeLinejoin="round">
              {speaker.party(party.id)}
            </text>
          </g>
        );
      })}
      {kinds.map((kind, at) => (
        <g key={kind} transform={`translate(${60 + at * 180} ${HEIGHT + 18})`}>
          <path d="M0 0h60" stroke="black" strokeWidth="3" strokeDasharray={DASH[kind]} />
          <text x="70" y="5">
            {lanes[kind]}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Everybody's largest payment in and out, then the largest of all. */
function mostTelling(sums: ReadonlyMap<string, number>): readonly (readonly [key: string, amount: number])[] {
  const bySize = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const met = new Set<string>();
  const first = bySize.filter(([key]) => {
    const { from, to } = laneParts(key);
    const tells = !met.has(`${from}>`) || !met.has(`>${to}`);
    met.add(`${from}>`);
    met.add(`>${to}`);
    return tells;
  });
  return [...new Set([...first, ...bySize])].slice(0, Math.max(MOST_LANES, first.length));
}

/** A bow from rim to rim, always to the same side, so that there and back are two lines. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.max(1, Math.hypot(dx, dy));
  const bend = Math.min(60, far * 0.16);
  const middle = { x: (from.x + to.x) / 2 - (dy / far) * bend, y: (from.y + to.y) / 2 + (dx / far) * bend };
  const rim = (at: { x: number; y: number }, reach: number): string => {
    const [ux, uy] = [middle.x - at.x, middle.y - at.y];
    const away = Math.max(1, Math.hypot(ux, uy));
    return `${(at.x + (ux / away) * reach).toFixed(1)} ${(at.y + (uy / away) * reach).toFixed(1)}`;
  };
  return `M${rim(from, 18)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${rim(to, 20)}`;
}
