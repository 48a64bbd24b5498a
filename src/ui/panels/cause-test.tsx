/** Were the causes necessary? The history is run again without each of them, a few months at a time so that the page stays alive. */
import { useEffect, useState, type ReactNode } from 'react';
import type { Explanation } from '../../explain/causes.ts';
import { testCauses, type Again, type Tested, type TestProgress } from '../../explain/counterfactual.ts';
import type { Run } from '../../model/frame.ts';
import { describeExplainProblem, EXPLAIN_WORDS, trialWords } from '../../words/explain.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';

/** Milliseconds of re-running between two pictures. */
const SLICE = 12;

type State = { readonly at: 'asked'; readonly progress: TestProgress | null } | { readonly at: 'tested'; readonly tested: Tested } | { readonly at: 'failed'; readonly why: string };

export function CauseTest({ run, explanation, again, speaker }: { readonly run: Run; readonly explanation: Explanation; readonly again: Again; readonly speaker: Speaker }): ReactNode {
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<State>({ at: 'asked', progress: null });
  useEffect(() => {
    setAsked(false);
    setState({ at: 'asked', progress: null });
  }, [explanation.target.id]);
  useEffect(() => {
    if (!asked) return;
    const testing = testCauses(run, explanation, again, { most: 3, inPairs: 2 });
    let timer = 0;
    const goOn = (): void => {
      const until = performance.now() + SLICE;
      for (let next = testing.next(); ; next = testing.next()) {
        if (next.done === true) {
          setState(next.value.ok ? { at: 'tested', tested: next.value.tested } : { at: 'failed', why: describeExplainProblem(next.value.problem, speaker.language) });
          return;
        }
        if (performance.now() < until) continue;
        setState({ at: 'asked', progress: next.value });
        timer = window.setTimeout(goOn, 0);
        return;
      }
    };
    timer = window.setTimeout(goOn, 0);
    return () => window.clearTimeout(timer);
  }, [asked, explanation.target.id]); // a test goes on while the month or the language changes
  const words = speaker.words(PANEL_WORDS).why;
  if (!asked)
    return (
      <button type="button" className="small-button" onClick={() => setAsked(true)}>
        {words.test}
      </button>
    );
  switch (state.at) {
    case 'asked':
      return (
        <p role="status" className="quiet">
          {words.testing} {state.progress !== null && words.step(state.progress.trial, state.progress.trials)}
        </p>
      );
    case 'failed':
      return <p className="trouble">{state.why}</p>;
    case 'tested':
      return <Verdicts tested={state.tested} speaker={speaker} />;
  }
}

function Verdicts({ tested, speaker }: { readonly tested: Tested; readonly speaker: Speaker }): ReactNode {
  const { test } = speaker.words(EXPLAIN_WORDS);
  if (tested.trials.length === 0) return <p className="quiet">{test.none}</p>;
  return (
    <ul className="verdicts">
      {tested.trials.map((trial) => {
        const { verdict, text } = trialWords(trial, tested, speaker);
        return (
          <li key={trial.without.map((candidate) => candidate.node.id).join('+')}>
            <b>
              {verdict} <span aria-hidden="true">{trial.verdict === 'notNecessary' ? '✕' : '✓'}</span>
            </b>
            <p className="quiet">{text}</p>
          </li>
        );
      })}
    </ul>
  );
}
