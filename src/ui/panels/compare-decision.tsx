/** The first decision that two histories took differently: what each side chose, by which rule, and what it saw. */
import type { ReactNode } from 'react';
import type { DecisionDifference } from '../../playback/index.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { chosenFigure, inputFigure, inputName, ruleSentence } from '../../words/rules.ts';
import { decisionSentence } from '../../words/sentences.ts';
import type { Speaker } from '../../words/speaker.ts';
import type { Select } from './props.ts';
import type { SideNames } from './side-names.ts';

export function FirstDecision({ difference, names, speaker, select }: { readonly difference: DecisionDifference; readonly names: SideNames; readonly speaker: Speaker; readonly select: Select }): ReactNode {
  const words = speaker.words(PANEL_WORDS).compare;
  const { params } = difference;
  const titles = decisionsApart(difference, speaker);
  const show = (name: string, value: number | null): string => (value === null ? '–' : inputFigure(speaker, name, value));
  return (
    <>
      <p>
        {speaker.format.dateMonth(difference.tick)} ·{' '}
        <button type="button" className="link" onClick={() => select({ kind: 'actor', id: difference.actor })}>
          {speaker.party(difference.actor)}
        </button>
      </p>
      <div className="compare-pair">
        {(['a', 'b'] as const).map((side) => {
          const decision = difference[side];
          return (
            <div key={side} className="card" data-tone="plain">
              <h3>{names[side]}</h3>
              {decision === null ? (
                <p className="quiet">{words.notTaken}</p>
              ) : (
                <>
                  <p className="card-title">{titles[side]}</p>
                  <p className="card-why">{ruleSentence(decision.because, speaker)}</p>
                </>
              )}
            </div>
          );
        })}
      </div>
      {(difference.inputs.length > 0 || params.length > 0) && (
        <table className="plain-table">
          <caption className="hidden">{words.saw}</caption>
          <thead>
            <tr>
              <th scope="col">{words.saw}</th>
              <th scope="col">{names.a}</th>
              <th scope="col">{names.b}</th>
            </tr>
          </thead>
          <tbody>
            {params.map((param) => (
              <tr key={`param/${param.name}`}>
                <th scope="row">{inputName(speaker, param.name)}</th>
                <td>{chosenFigure(speaker, param.name, param.a)}</td>
                <td>{chosenFigure(speaker, param.name, param.b)}</td>
              </tr>
            ))}
            {difference.inputs.map((input) => (
              <tr key={input.name}>
                <th scope="row">{inputName(speaker, input.name)}</th>
                <td>{show(input.name, input.a)}</td>
                <td>{show(input.name, input.b)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What each side chose; with every digit where the two would read alike. */
export function decisionsApart({ a, b }: DecisionDifference, speaker: Speaker): { readonly a: string; readonly b: string } {
  const told = (by: Speaker): { a: string; b: string } => ({ a: a === null ? '' : decisionSentence(a, by), b: b === null ? '' : decisionSentence(b, by) });
  const rounded = told(speaker);
  return rounded.a === rounded.b ? told({ ...speaker, format: { ...speaker.format, dollars: speaker.format.dollarsExact } }) : rounded;
}
