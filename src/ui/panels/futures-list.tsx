/** Histories by name: the three worth a look, and all of them by what was lost, each with the way to it. */
import { useState, type ReactNode } from 'react';
import { lostForGood, type History } from '../../histories/history.ts';
import { FUTURES_WORDS } from '../../words/futures.ts';
import type { Speaker } from '../../words/speaker.ts';

export interface FuturesListProps {
  readonly histories: readonly History[];
  readonly speaker: Speaker;
  readonly open?: (seed: string) => void;
}

/** Rows shown at a time. */
const AT_ONCE = 50;

export function FuturesList({ histories, speaker, open }: FuturesListProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const [listed, setListed] = useState(false);
  const byLoss = [...histories].sort((a, b) => lostForGood(b.totals) - lostForGood(a.totals) || (a.seed < b.seed ? -1 : 1));
  const notable = [
    ['worst', byLoss[0]!],
    ['typical', byLoss[Math.floor((byLoss.length - 1) / 2)]!],
    ['mildest', byLoss.at(-1)!],
  ] as const;
  return (
    <section className="panel-part" aria-label={words.notable}>
      <h3>{words.notable}</h3>
      <ul className="futures-notable">
        {notable.map(([kind, history]) => (
          <li key={kind}>
            <b>{words.notableKind[kind]}</b> {words.lost(speaker.format.dollars(lostForGood(history.totals)))}
            <span className="quiet"> {firstText(history, speaker)}</span> <Opener seed={history.seed} speaker={speaker} {...(open === undefined ? {} : { open })} />
          </li>
        ))}
      </ul>
      <details onToggle={(event) => setListed(event.currentTarget.open)}>
        <summary>{words.listing}</summary>
        {listed && <Listing histories={byLoss} speaker={speaker} {...(open === undefined ? {} : { open })} />}
      </details>
    </section>
  );
}

function Listing({ histories, speaker, open }: FuturesListProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <div className="figures-frame" tabIndex={0} role="group" aria-label={words.listing}>
        <table className="figures">
          <thead>
            <tr>
              {[words.history, words.losses, words.defaults, words.firstDefault].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {histories.slice(0, shown).map((history) => (
              <tr key={history.seed}>
                <th scope="row">
                  <Opener seed={history.seed} speaker={speaker} {...(open === undefined ? {} : { open })} />
                </th>
                <td>{speaker.format.dollars(lostForGood(history.totals))}</td>
                <td>{speaker.format.count(history.totals.defaults)}</td>
                <td>{firstText(history, speaker)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < histories.length && (
        <button type="button" className="small-button" onClick={() => setShown(shown + AT_ONCE)}>
          {words.more(Math.min(AT_ONCE, histories.length - shown))}
        </button>
      )}
    </>
  );
}

function Opener({ seed, speaker, open }: { readonly seed: string; readonly speaker: Speaker; readonly open?: (seed: string) => void }): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  if (open === undefined) return words.seed(seed);
  return (
    <button type="button" className="link" aria-label={words.openSeed(seed)} onClick={() => open(seed)}>
      {words.seed(seed)}
    </button>
  );
}

/** Who defaults first, and when. */
function firstText({ defaults }: History, speaker: Speaker): string {
  const first = Object.entries(defaults).sort(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1))[0];
  return first === undefined ? speaker.words(FUTURES_WORDS).fallenNone : `${speaker.party(first[0])} · ${speaker.format.date(first[1])}`;
}
