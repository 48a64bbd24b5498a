/** Who defaults in how many of the histories, with the interval that so few can give, and when. */
import type { ReactNode } from 'react';
import type { History } from '../../histories/history.ts';
import { anyDefault, riskOf, type ActorRisk, type Frequency } from '../../histories/risk.ts';
import { isActorKind } from '../../model/party.ts';
import { FUTURES_WORDS } from '../../words/futures.ts';
import type { Speaker } from '../../words/speaker.ts';
import type { Select } from './props.ts';

export function FuturesRisk({ histories, speaker, select }: { readonly histories: readonly History[]; readonly speaker: Speaker; readonly select: Select }): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const actors = speaker.scenario.parties.filter((party) => isActorKind(party.kind));
  const risks = actors.map(({ id }) => riskOf(id, histories)).sort((a, b) => b.defaults - a.defaults);
  const failing = risks.filter((risk) => risk.defaults > 0);
  const any = histories.filter((history) => history.totals.defaults > 0).length;
  return (
    <section className="panel-part" aria-label={words.whoFails}>
      <h3>{words.whoFails}</h3>
      {failing.length === 0 ? (
        <p className="quiet">{words.nobody}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-label={words.whoFails}>
          <table className="plain-table futures-risk">
            <thead>
              <tr>
                {[words.actor, words.share, words.interval, words.when].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Row name={words.anybody} hits={any} of={histories.length} frequency={anyDefault(histories)} medianTick={null} speaker={speaker} />
              {failing.map((risk) => (
                <Row key={risk.actor} name={<ActorName risk={risk} speaker={speaker} select={select} />} hits={risk.defaults} of={histories.length} frequency={risk} medianTick={risk.medianTick} speaker={speaker} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failing.length > 0 && failing.length < actors.length && <p className="quiet">{words.others(actors.length - failing.length)}</p>}
    </section>
  );
}

function ActorName({ risk, speaker, select }: { readonly risk: ActorRisk; readonly speaker: Speaker; readonly select: Select }): ReactNode {
  return (
    <button type="button" className="link" onClick={() => select({ kind: 'actor', id: risk.actor })}>
      {speaker.party(risk.actor)}
    </button>
  );
}

interface RowProps {
  readonly name: ReactNode;
  readonly hits: number;
  readonly of: number;
  readonly frequency: Frequency;
  readonly medianTick: number | null;
  readonly speaker: Speaker;
}

function Row({ name, hits, of, frequency, medianTick, speaker }: RowProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const { format } = speaker;
  const { probability, interval } = frequency;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Bar {...frequency} />
        <span className="figure">
          {format.percent(probability)} <span className="quiet">{words.of(format.count(hits), format.count(of))}</span>
        </span>
      </td>
      <td className="figure">{words.between(format.percent(interval.low), format.percent(interval.high))}</td>
      <td className="figure">{medianTick === null ? '' : format.date(Math.round(medianTick))}</td>
    </tr>
  );
}

/** A bar as long as the share, and a whisker over its interval. */
function Bar({ probability, interval }: Frequency): ReactNode {
  const at = (share: number): string => (share * 100).toFixed(2);
  return (
    <svg className="futures-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="ground" width="100" height="10" />
      <rect className="share" width={at(probability)} height="10" />
      <path className="whisker" d={`M${at(interval.low)} 5H${at(interval.high)}M${at(interval.low)} 2v6M${at(interval.high)} 2v6`} />
    </svg>
  );
}
