/** What an actor decided in a month and why: the choice, the rule in words, what it saw, its limit, and what came of it. */
import type { ReactNode } from 'react';
import type { Decision } from '../../model/decision.ts';
import { toldBefore, type TermId } from '../../words/glossary.ts';
import { clauses } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { inputFigure, inputName, limitFigure, ruleName, ruleSentence } from '../../words/rules.ts';
import { decisionSentence } from '../../words/sentences.ts';
import { figure, type Speaker } from '../../words/speaker.ts';
import { DECISION_MARKS } from '../../view/marks.ts';
import { Glossed } from '../glossed.tsx';
import type { PanelLinks } from './props.ts';
import { MarkGlyph } from './shapes.tsx';
import { WhatIfButton } from './what-if-button.tsx';

export function Decisions({ decisions, speaker, suppose }: { readonly decisions: readonly Decision[]; readonly speaker: Speaker } & Pick<PanelLinks, 'suppose'>): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const taken = decisions.filter((decision) => decision.type !== 'hold');
  const held = decisions.length - taken.length;
  const before = toldBefore(taken.map(({ because }) => ruleSentence(because, speaker)), speaker.language);
  return (
    <section className="panel-part" aria-label={words.decided}>
      <h3>{words.decided}</h3>
      {taken.length === 0 && <p className="quiet">{words.decidedNothing}</p>}
      <ul className="cards">
        {taken.map((decision, place) => (
          <DecisionCard key={decision.id} decision={decision} before={before[place]!} speaker={speaker} suppose={suppose} />
        ))}
      </ul>
      {taken.some((decision) => Object.hasOwn(decision.because.inputs, 'runway')) && <p className="quiet">{words.looksAhead}</p>}
      {held > 0 && <p className="quiet">{words.heldBack(held)}</p>}
    </section>
  );
}

function DecisionCard({ decision, before, speaker, suppose }: { readonly decision: Decision; readonly before: ReadonlySet<TermId>; readonly speaker: Speaker; readonly suppose: PanelLinks['suppose'] }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const inputs = Object.entries(decision.because.inputs);
  const mark = DECISION_MARKS[decision.type] ?? { shape: 'circle', tone: 'plain' };
  return (
    <li className="card" data-tone={mark.tone}>
      <p className="card-title">
        <MarkGlyph shape={mark.shape} tone={mark.tone} /> {decisionSentence(decision, speaker)}
      </p>
      <p className="card-why"><Glossed before={before}>{ruleSentence(decision.because, speaker)}</Glossed></p>
      <Outcome decision={decision} speaker={speaker} />
      <details className="card-more">
        <summary>{ruleName(decision.because.rule, speaker)}</summary>
        <dl className="inputs">
          {inputs.map(([name, value]) => (
            <div key={name}>
              <dt>{inputName(speaker, name)}</dt>
              <dd>{inputFigure(speaker, name, value)}</dd>
            </div>
          ))}
          <div>
            <dt>{words.rule}</dt>
            <dd>{words.threshold(limitFigure(decision.because, speaker))}</dd>
          </div>
        </dl>
      </details>
      <WhatIfButton change={{ kind: 'hold', key: decision.key }} about={decisionSentence(decision, speaker)} label={words.whatIfNot} suppose={suppose} />
    </li>
  );
}

/** Got 1.2 of 2.1, refused by whom; nothing where the decision asked the market for nothing. */
export function Outcome({ decision, speaker }: { readonly decision: Decision; readonly speaker: Speaker }): ReactNode {
  const text = outcomeText(decision, speaker);
  if (text === null) return null;
  const { filled, asked } = decision.outcome!;
  if (OFFERS.has(decision.type)) return <p className="card-outcome quiet">{text}</p>;
  return (
    <p className={filled < asked ? 'card-outcome trouble' : 'card-outcome relief'}>
      <span aria-hidden="true">{filled < asked ? '▼ ' : '▲ '}</span>
      {text}
    </p>
  );
}

export function outcomeText(decision: Decision, speaker: Speaker): string | null {
  const words = speaker.words(PANEL_WORDS).inspector;
  const { outcome } = decision;
  if (outcome === null || outcome.asked <= 0) return null;
  const money = figure(decision.params, 'amount', 'dollars', 'limit', 'supply', 'cap', 'budget') === outcome.asked || MONEY.has(decision.type);
  const chips = CHIPS.has(decision.type);
  const count = (value: number): string => (money ? speaker.format.dollars(value) : chips ? words.units(speaker.format.count(value)) : speaker.format.count(value));
  if (OFFERS.has(decision.type)) return words.takenUp(count(Math.min(outcome.filled, outcome.asked)), count(outcome.asked));
  const got = outcome.filled >= outcome.asked ? words.filledWhole : outcome.filled <= 0 ? words.filledNot : words.filled(count(outcome.filled), count(outcome.asked));
  return outcome.refusedBy === undefined ? got : clauses([got, (outcome.filled > 0 ? words.restRefusedBy : words.refusedBy)(speaker.party(outcome.refusedBy))], speaker.language);
}
/** Offers to others: what is left over is no refusal. */
const OFFERS: ReadonlySet<string> = new Set(['lend', 'offer']);
/** Types whose market fills GPUs, and those whose market fills dollars. */
const CHIPS: ReadonlySet<string> = new Set(['buy', 'sellChips', 'produce']);
const MONEY: ReadonlySet<string> = new Set(['borrow', 'lend', 'invest', 'raiseEquity', 'financeCustomers', 'backstop']);
