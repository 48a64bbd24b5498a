/** One actor, opened: its condition, balance sheet, statechart, decisions, contracts and what happened to it this month. */
import type { ReactNode } from 'react';
import type { Change } from '../../model/frame.ts';
import type { CovenantState } from '../../model/instrument.ts';
import { isActorKind } from '../../model/party.ts';
import type { PartyId } from '../../model/units.ts';
import { isInForce } from '../../session/what-if.ts';
import { conditionShown } from '../../view/condition.ts';
import { sentences } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { Contracts } from './contracts.tsx';
import { clocksOf } from './contract-clocks.ts';
import { Decisions } from './decisions.tsx';
import { DyeBar } from './dye-bar.tsx';
import { EventList } from './event-list.tsx';
import { concerns, decisionsOf, eventsOf, nextNews } from './month.ts';
import type { PanelLinks, PanelProps } from './props.ts';
import { ConditionShape } from './shapes.tsx';
import { moment, nextClass, standing } from './standing.ts';
import { Statechart } from './statechart.tsx';
import { WhatIfButton } from './what-if-button.tsx';
import { isContract } from '../../playback/index.ts';
import { Glossed } from '../glossed.tsx';
import { TAccount } from './t-account.tsx';

export function ActorInspector({ run, scene, speaker, select, id, ...links }: PanelProps & PanelLinks & { readonly id: PartyId }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const state = scene.after;
  const rescue: Change = { kind: 'rescue', actor: id };
  const party = speaker.scenario.parties.find((each) => each.id === id);
  const row = state.accounts[id];
  if (party === undefined || row === undefined) return null;
  const chart = isActorKind(party.kind) && Object.hasOwn(run.header.statecharts, party.kind) ? run.header.statecharts[party.kind] : undefined;
  const machine = state.machines[id];
  const events = eventsOf(scene).filter((event) => event.type !== 'stateChanged' && concerns(event, id));
  const next = links.seek === undefined ? null : nextNews(run, scene.frame.tick, id);
  const dye = state.dye[id]?.origins;
  return (
    <div className="inspector-actor">
      <ActorHeading scene={scene} speaker={speaker} id={id} select={select} />
      {chart !== undefined &&
        (isInForce(run.header, scene.frame.tick, rescue) ? (
          <p className="quiet">{words.isSaved(speaker.party(id))}</p>
        ) : (
          <WhatIfButton change={rescue} about="" label={words.whatIfSaved(speaker.party(id))} suppose={links.suppose} />
        ))}
      <TAccount row={row} before={scene.before.accounts[id]} speaker={speaker} />
      {dye !== undefined && row.cash > 0 && chart !== undefined && (
        <section className="panel-part" aria-label={words.origin}>
          <h3>{words.origin}</h3>
          <DyeBar dye={dye} speaker={speaker} label={words.origin} />
        </section>
      )}
      {chart !== undefined && machine !== undefined ? <Statechart chart={chart} now={machine} before={scene.before.machines[id]} speaker={speaker} /> : <p className="panel-part quiet">{words.noMachine}</p>}
      {chart !== undefined && <Decisions decisions={decisionsOf(scene).filter((decision) => decision.actor === id)} speaker={speaker} suppose={links.suppose} />}
      <section className="panel-part" aria-label={words.happened}>
        <h3>{words.happened}</h3>
        {events.length === 0 ? <p className="quiet">{words.happenedNothing}</p> : <EventList events={events} speaker={speaker} links={links} />}
        {next !== null && (
          <button type="button" className="small-button" onClick={() => links.seek!(next)}>
            {words.nextMonthOf(speaker.party(id), speaker.format.date(next))}
          </button>
        )}
      </section>
      <Contracts clocks={clocksOf(id, state, speaker)} speaker={speaker} select={select} removable={(contract) => isContract(state, contract)} suppose={links.suppose} />
    </div>
  );
}

/** A firm is not only what its class says: lenders may hold its cash, or count the months until they call. */
const WORST_FIRST: readonly CovenantState[] = ['accelerated', 'cure', 'trap', 'waived'];

/** Name, condition by shape and word, the figures that say how close trouble is, and of which moment they are. */
function ActorHeading({ scene, speaker, id, select }: Pick<PanelProps, 'scene' | 'speaker' | 'select'> & { readonly id: PartyId }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const { format } = speaker;
  const state = scene.after;
  const kind = speaker.scenario.parties.find((each) => each.id === id)!.kind;
  const { measures } = scene.frame;
  const own = Object.hasOwn(measures.actors, id) ? measures.actors[id] : undefined;
  const condition = conditionShown(id, state, scene.frame, scene.phase);
  const since = state.machines[id]?.since['solvency'];
  const broken = WORST_FIRST.find((each) => Object.values(state.loans).some((loan) => loan.borrower === id && loan.covenantState === each));
  const facts = [speaker.vocabulary.kind[kind], ...(own === undefined ? [words.sector] : standing(id, kind, own, state, speaker))];
  const changing = nextClass(condition, own, speaker);
  return (
    <header className="inspector-heading">
      <div className="inspector-title">
        <h2>{speaker.party(id)}</h2>
        <button type="button" className="close" aria-label={words.close} onClick={() => select(null)}>
          ×
        </button>
      </div>
      {condition !== 'none' && (
        <p className="condition" data-condition={condition}>
          <ConditionShape condition={condition} />
          <b>{speaker.state('solvency', condition)}</b>
          {since !== undefined && since >= 0 && <span> {words.since(format.date(since))}</span>}
        </p>
      )}
      {changing !== null && <p className="quiet">{changing}</p>}
      {broken !== undefined && <p className="bad"><Glossed>{words.covenantOf(speaker.vocabulary.covenantState[broken])}</Glossed></p>}
      <p className="quiet"><Glossed>{facts.join(' · ')}</Glossed></p>
      <p className="quiet moment"><Glossed>{sentences(moment(id, scene, speaker), speaker.language)}</Glossed></p>
    </header>
  );
}
