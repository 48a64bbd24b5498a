/**
 * The statechart of an actor, live: its regions side by side, the state it is in lit, the way it has just gone marked,
 * and in words what would lead on from here.
 */
import { useMemo, type ReactNode } from 'react';
import type { StatechartData } from '../../model/frame.ts';
import type { MachineRow } from '../../model/world.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { guardSentence } from '../../words/rules.ts';
import type { Speaker } from '../../words/speaker.ts';
import { arrowPath, layoutRegion, openFrom, STATE_HEIGHT, type Region } from './statechart-layout.ts';
import { textWidth } from './text-width.ts';

const TEXT = 12.5;
const FAILED: ReadonlySet<string> = new Set(['inDefault', 'failed']);

export function Statechart({ chart, now, before, speaker }: { readonly chart: StatechartData; readonly now: MachineRow; readonly before: MachineRow | undefined; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  return (
    <section className="panel-part" aria-label={words.machine}>
      <h3>{words.machine}</h3>
      <div className="regions">
        {chart.regions.map((region) => (
          <RegionChart key={region.id} kind={chart.id} region={region} now={now} before={before?.value[region.id] ?? null} speaker={speaker} />
        ))}
      </div>
    </section>
  );
}

function RegionChart({ kind, region, now, before, speaker }: { readonly kind: string; readonly region: Region; readonly now: MachineRow; readonly before: string | null; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const state = now.value[region.id] ?? region.initial;
  const since = now.since[region.id];
  const moved = before !== null && before !== state ? before : null;
  const say = (id: string): string => speaker.state(region.id, id) || id;
  const plan = useMemo(() => layoutRegion(region, (id) => Math.ceil(textWidth(speaker.state(region.id, id) || id, TEXT, true)) + 18, state, moved), [region, speaker, state, moved]);
  const out = openFrom(region, state);
  const marker = `tip-${region.id}`;
  return (
    <figure className="region" style={{ flexBasis: `calc(${plan.width / 16}rem * var(--diagram, 1))` }}>
      <figcaption>
        {words.regionIs(speaker.region(region.id))}
        <b>{say(state)}</b>
        {since !== undefined && since >= 0 && <span className="quiet"> {words.since(speaker.format.date(since))}</span>}
        {moved !== null && <span className="moved">{words.justMoved(say(moved), say(state))}</span>}
      </figcaption>
      <svg className="statechart" viewBox={`0 0 ${plan.width} ${plan.height}`} style={{ width: `calc(${plan.width / 16}rem * var(--diagram, 1))` }} role="img" aria-label={words.stateOf(speaker.region(region.id), say(state), since === undefined || since < 0 ? '' : speaker.format.date(since))}>
        <defs>
          {(['plain', 'open', 'taken'] as const).map((way) => (
            <marker key={way} id={`${marker}-${way}`} className={`tip ${way}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth={way === 'taken' ? 3.6 : 6} markerHeight={way === 'taken' ? 3.6 : 6} orient="auto-start-reverse">
              <path d="M0 0.8L8 4 0 7.2Z" />
            </marker>
          ))}
        </defs>
        {plan.arrows.map((arrow) => {
          const way = moved === arrow.from && state === arrow.to ? 'taken' : arrow.from === state ? 'open' : 'plain';
          return (
            <path key={`${arrow.from}-${arrow.to}-${arrow.guard}`} className={`transition ${way}`} d={arrowPath(arrow)} markerEnd={`url(#${marker}-${way})`}>
              <title>{guardSentence(arrow.guard, kind, speaker)}</title>
            </path>
          );
        })}
        {plan.states.map((each) => (
          <g key={each.state} className={`state ${each.state === state ? 'now' : each.state === moved ? 'left' : ''} ${FAILED.has(each.state) ? 'trouble' : ''}`}>
            <rect x={each.x - each.width / 2} y={each.y - STATE_HEIGHT / 2} width={each.width} height={STATE_HEIGHT} rx="6" />
            <text x={each.x} y={each.y} dy="0.35em" textAnchor="middle" fontSize={TEXT}>
              {say(each.state)}
            </text>
          </g>
        ))}
      </svg>
      {out.length > 0 && (
        <ul className="guards">
          {out.map((each) => (
            <li key={`${each.to}-${each.guard}`}>
              <b>{words.leadsTo(say(each.to))}</b> {guardSentence(each.guard, kind, speaker)}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
