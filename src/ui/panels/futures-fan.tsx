/** One figure over all histories: the fan, whose path is pointed at, and the same in figures. */
import { memo, useMemo, useState, type ReactNode } from 'react';
import { FAN_QUANTILES } from '../../histories/fan.ts';
import type { History, SeriesName } from '../../histories/history.ts';
import type { Measures } from '../../model/measures.ts';
import { FUTURES_WORDS } from '../../words/futures.ts';
import { headed } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { chartFigure } from './chart-list.ts';
import { FAN_FIGURES, fanData, figureTitle, LEAST_FOR_BANDS, type Fan, type Path } from './fan-data.ts';
import { FanPlot } from './fan-plot.tsx';

export interface FuturesFanProps {
  readonly histories: readonly History[];
  /** Of the history on the page. */
  readonly measures: readonly (Measures | null)[];
  readonly horizon: number;
  readonly speaker: Speaker;
  readonly open?: (seed: string) => void;
}

export function FuturesFan({ histories, measures, horizon, speaker, open }: FuturesFanProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const [series, setSeries] = useState<SeriesName>('vendorRevenue');
  const fan = useMemo(() => fanData(histories, series, measures, horizon), [histories, series, measures, horizon]);
  const [pointed, setPointed] = useState<{ readonly path: Path; readonly tick: number } | null>(null);
  const name = speaker.say(figureTitle(series, speaker.language));
  return (
    <figure className="chart futures-fan">
      <figcaption>
        <label>
          <span className="quiet">{words.measure}</span>{' '}
          <select className="small-button" value={series} onChange={(event) => setSeries(event.target.value as SeriesName)}>
            {(Object.keys(FAN_FIGURES) as SeriesName[]).map((each) => (
              <option key={each} value={each}>
                {speaker.say(figureTitle(each, speaker.language))}
              </option>
            ))}
          </select>
        </label>
      </figcaption>
      <FanPlot fan={fan} height={300} label={headed(name, words.lead, speaker.language)} speaker={speaker} point={(path, tick) => setPointed(path === null ? null : { path, tick })} {...(open === undefined ? {} : { open })} />
      <Legend speaker={speaker} bands={histories.length >= LEAST_FOR_BANDS} />
      <p className="futures-pointed">{pointed === null ? <span className="quiet">{open === undefined ? words.pointHintClosed : words.pointHint}</span> : <Pointed fan={fan} histories={histories} speaker={speaker} {...pointed} />}</p>
      {histories.length < LEAST_FOR_BANDS && <p className="quiet">{words.fewYet(LEAST_FOR_BANDS)}</p>}
      <Figures fan={fan} name={name} speaker={speaker} />
    </figure>
  );
}

/** Whose path it is, its figure that month, and who defaults on it. */
function Pointed({ fan, histories, path, tick, speaker }: { readonly fan: Fan; readonly histories: readonly History[]; readonly path: Path; readonly tick: number; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const fallen = Object.keys(histories.find((history) => history.seed === path.seed)?.defaults ?? {});
  return (
    <>
      <b>{words.seed(path.seed)}</b> · {speaker.format.date(tick)} <b>{chartFigure(fan.unit, path.values[tick], speaker)}</b> · {fallen.length === 0 ? words.fallenNone : words.fallen(fallen.map((actor) => speaker.party(actor)).join(speaker.words(PANEL_WORDS).comma))}
    </>
  );
}

function Legend({ bands, speaker }: { readonly bands: boolean; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const line = (className: string): ReactNode => (
    <svg className={`sample ${className}`} viewBox="0 0 22 8" aria-hidden="true">
      <path d="M0 4h22" />
    </svg>
  );
  return (
    <ul className="legend">
      <li>
        {line('fan-one')} {words.one}
      </li>
      {bands && (
        <>
          <li>
            <i className="swatch fan-most" aria-hidden="true" />
            {words.bandMost}
          </li>
          <li>
            <i className="swatch fan-half" aria-hidden="true" />
            {words.bandHalf}
          </li>
          <li>
            {line('fan-median')} {words.median}
          </li>
        </>
      )}
      <li>
        {line('fan-own')} {words.own}
      </li>
    </ul>
  );
}

/** The quantiles of every month, for who cannot see a canvas; built when it is opened. */
const Figures = memo(function Figures({ fan, name, speaker }: { readonly fan: Fan; readonly name: string; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const [open, setOpen] = useState(false);
  const lines = [...fan.quantiles, fan.own];
  const heads = [...FAN_QUANTILES.map((p) => words.quantile(Math.round(p * 100))), words.own];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.table}
        <span className="hidden"> {name}</span>
      </summary>
      {open && (
        <div className="figures-frame" tabIndex={0} role="group" aria-label={name}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: fan.ticks }, (_, tick) => (
                <tr key={tick}>
                  <th scope="row">{speaker.format.date(tick)}</th>
                  {lines.map((values, nth) => (
                    <td key={nth}>{chartFigure(fan.unit, values[tick], speaker)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
});
