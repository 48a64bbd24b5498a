/** Who lost more (+) or less (−) on one side than on the other. */
import type { ReactNode } from 'react';
import { tooSmallToTell, type ExtraLoss } from '../../playback/index.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { hover } from './figures.ts';
import { signed } from './t-account.tsx';

/** Holders shown; the rest is counted, and in the sum. */
const SHOWN = 12;

/** Better ▲ + or worse ▼ −; `plain` where more is neither. */
export function Delta({ amount, speaker, plain = false }: { readonly amount: number; readonly speaker: Speaker; readonly plain?: boolean }): ReactNode {
  const tone = plain || amount === 0 ? 'amount' : amount > 0 ? 'amount relief' : 'amount trouble';
  return (
    <td className={tone} title={hover(amount, speaker)}>
      {!plain && amount !== 0 && <span aria-hidden="true">{amount > 0 ? '▲ ' : '▼ '}</span>}
      {signed(amount, speaker)}
    </td>
  );
}

export function CompareLosses({ losses, speaker }: { readonly losses: readonly ExtraLoss[]; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).compare;
  const hurt = losses.filter((loss) => loss.extra !== 0);
  const shown = hurt.filter((loss) => !tooSmallToTell(loss, hurt)).slice(0, SHOWN);
  const kinds = ['credit', 'deadweight', 'marks'] as const;
  const sum = hurt.reduce((total, loss) => total + loss.extra, 0);
  if (hurt.length === 0) return <p className="quiet">{words.noExtraLosses}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={words.extraLosses}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="amount">
                {words[kind]}
              </th>
            ))}
            <th scope="col" className="amount">{words.extra}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((loss) => (
            <tr key={loss.holder}>
              <th scope="row">{speaker.party(loss.holder)}</th>
              {kinds.map((kind) => (
                <td key={kind} className="amount">
                  {signed(loss.b[kind] - loss.a[kind], speaker)}
                </td>
              ))}
              <Delta amount={loss.extra} speaker={speaker} plain />
            </tr>
          ))}
        </tbody>
        <tfoot>
          {shown.length < hurt.length && (
            <tr>
              <td className="quiet" colSpan={5}>{words.smaller(hurt.length - shown.length)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{words.sum}</th>
            {kinds.map((kind) => (
              <td key={kind} className="amount">
                {signed(hurt.reduce((total, loss) => total + loss.b[kind] - loss.a[kind], 0), speaker)}
              </td>
            ))}
            <Delta amount={sum} speaker={speaker} plain />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
