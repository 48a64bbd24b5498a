/**
 * Why? The chain of causes behind an event, backwards to shocks and decisions, or forwards to what it broke: as a
 * picture, step by step, and in words. Of a default every missing dollar is on an edge, and the footer adds them up.
 */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { explain } from '../../explain/causes.ts';
import { consequences } from '../../explain/consequences.ts';
import type { Happening } from '../../explain/chronicle.ts';
import { webOf } from '../../explain/fold.ts';
import { defaultsOf, findTarget } from '../../explain/question.ts';
import type { Frame } from '../../model/frame.ts';
import { captionFor } from '../../words/captions.ts';
import { EXPLAIN_WORDS, gapSentence, happeningSentence, whyFooter, whyLead, whyTitle } from '../../words/explain.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Glossed } from '../glossed.tsx';
import { CauseTest } from './cause-test.tsx';
import { Choice } from './choice.tsx';
import { eventsOf } from './month.ts';
import type { PanelLinks, PanelProps, PanelSubject } from './props.ts';
import { useChronicle, useSlimRun } from './reading.ts';
import { Chain } from './why-chain.tsx';

export type WhyProps = PanelProps & PanelLinks & Pick<PanelSubject, 'selection' | 'event' | 'again' | 'until'>;

export function Why({ run, scene, speaker, selection = null, event = null, again, until, ...links }: WhyProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).why;
  const length = Math.min(run.length, (until ?? Infinity) + 1);
  const chronicle = useChronicle(run, length);
  const [picked, setPicked] = useState<{ readonly event: string; readonly over: string | null } | null>(null);
  const [direction, setDirection] = useState<'back' | 'forward'>('back');
  // what is picked here holds until somewhere else another event is asked about, and is remembered where there is a memory
  const pick = (id: string): void => (links.why === undefined ? setPicked({ event: id, over: event }) : links.why(id));
  const asked = picked !== null && picked.over === event ? picked.event : event;
  const first = useFirst(chronicle, run.finished && chronicle.length >= length, scene.frame.tick, selection?.kind === 'actor' ? selection.id : null, newsOf(scene.frame, speaker));
  const lost = asked !== null && run.finished && chronicle.length >= length && !findTarget(chronicle, { event: asked }).ok;
  const about = lost ? first : (asked ?? first);
  const found = about === null ? null : findTarget(chronicle, { event: about });
  const target = found?.ok === true ? found.target : null;
  const hold = (): void => (target === null ? undefined : pick(target.id));
  const others = [...defaultsOf(chronicle), ...eventsHere(chronicle, eventsOf(scene).map((each) => each.id))];
  return (
    <div className="panel why">
      <div className="panel-switches">
        <Choice label={words.choose} options={[['back', words.backwards], ['forward', words.forwards]]} value={direction} choose={setDirection} />
        <label className="picker">
          <span className="quiet picker-name">{words.choose}</span>
          <select className="small-button" value={target?.id ?? ''} onChange={(change) => pick(change.target.value)}>
            {target === null && <option value="">–</option>}
            {unique(target === null ? others : [target, ...others]).map((each) => (
              <option key={each.id} value={each.id}>
                {speaker.format.date(each.tick)} · {happeningSentence(each, speaker)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {target === null ? (
        <p className="hint">{words.noDefaults}</p>
      ) : direction === 'back' ? (
        <Back key={target.id} chronicle={chronicle} length={chronicle.length} target={target} speaker={speaker} run={run} hold={hold} {...(again === undefined ? {} : { again })} {...links} />
      ) : (
        <Forward key={target.id} chronicle={chronicle} length={chronicle.length} target={target} speaker={speaker} hold={hold} {...links} />
      )}
    </div>
  );
}

/**
 * Where nothing is asked about: what is nearest to the month looked at as soon as all months have been read. From then
 * on it holds, and stepping through the months does not change it; looking at another actor does.
 */
function useFirst(chronicle: Told['chronicle'], whole: boolean, tick: number, actor: string | null, news: string | null): string | null {
  const settled = useRef<{ readonly chronicle: Told['chronicle']; readonly actor: string | null; readonly event: string | null } | null>(null);
  if (settled.current !== null && settled.current.chronicle === chronicle && settled.current.actor === actor) return settled.current.event;
  const event = defaultNear(chronicle, tick, actor, news);
  settled.current = whole ? { chronicle, actor, event } : null;
  return event;
}

/** Defaults and losses listed before the rest is folded away. */
const LISTED = 8;

type Told = Pick<WhyProps, 'speaker' | 'seek'> & { readonly chronicle: ReturnType<typeof useChronicle>; readonly length: number; readonly target: Happening; readonly hold: () => void };

function Back({ chronicle, length, target, speaker, seek, run, again, hold }: Told & Pick<WhyProps, 'run' | 'again'>): ReactNode {
  const explanation = useMemo(() => explain(chronicle, target), [chronicle, length, target]);
  const web = useMemo(() => webOf(explanation), [explanation]);
  const { why, test } = speaker.words(EXPLAIN_WORDS);
  const whole = useSlimRun(again === undefined ? null : run, run.length);
  const testable = again !== undefined && whole !== null && whole.frames.length === run.length && target.kind === 'event' && target.event.type === 'default';
  return (
    <>
      <div className="why-heading">
        <h3 className="why-title">{whyTitle(explanation, speaker)}</h3>
        <p className="quiet"><Glossed>{whyLead(explanation, speaker)}</Glossed></p>
      </div>
      <Chain web={web} speaker={speaker} title={whyTitle(explanation, speaker)} lead={whyLead(explanation, speaker)} hold={hold} footer={(shown) => whyFooter(explanation, shown, speaker)} {...(seek === undefined ? {} : { seek })} />
      {explanation.gaps.length > 0 && (
        <div className="hint">
          <b>{why.gaps}</b>
          <ul>
            {explanation.gaps.map((gap) => (
              <li key={`${gap.kind}/${gap.id}/${String(gap.detail)}`}>{gapSentence(gap, speaker)}</li>
            ))}
          </ul>
        </div>
      )}
      {testable && (
        <section className="panel-part" aria-label={test.title}>
          <h3>{test.title}</h3>
          <CauseTest run={whole} explanation={explanation} again={again} speaker={speaker} />
        </section>
      )}
    </>
  );
}

function Forward({ chronicle, length, target, speaker, seek, hold }: Told): ReactNode {
  const followed = useMemo(() => consequences(chronicle, target), [chronicle, length, target]);
  const { forward } = speaker.words(EXPLAIN_WORDS);
  const { defaults, losses } = followed;
  const title = forward.title(happeningSentence(target, speaker));
  const lines = (list: typeof defaults): ReactNode => (
    <ul className="lines">
      {list.map((each) => (
        <li key={each.happening.id}>
          <span>
            <span className="quiet">{speaker.format.date(each.happening.tick)}</span> {happeningSentence(each.happening, speaker)}
          </span>
          <span className="figure">{forward.part(speaker.format.dollars(each.dollars), speaker.format.dollars(each.of))}</span>
        </li>
      ))}
    </ul>
  );
  const broken = (heading: string, list: typeof defaults): ReactNode =>
    list.length > 0 && (
      <section className="panel-part" aria-label={heading}>
        <h3>{heading}</h3>
        {lines(list.slice(0, LISTED))}
        {list.length > LISTED && (
          <details>
            <summary>{speaker.words(PANEL_WORDS).inspector.showMore(list.length - LISTED)}</summary>
            {lines(list.slice(LISTED))}
          </details>
        )}
      </section>
    );
  return (
    <>
      <div className="why-heading">
        <h3 className="why-title">{title}</h3>
      </div>
      {followed.web.nodes.length === 1 ? (
        <p className="quiet">{forward.nothing}</p>
      ) : (
        <Chain web={followed.web} speaker={speaker} title={title} hold={hold} footer={() => (defaults.length === 0 ? [] : [forward.shortfalls(speaker.format.dollars(defaults.reduce((sum, each) => sum + each.dollars, 0)), defaults.length)])} {...(seek === undefined ? {} : { seek })} />
      )}
      {broken(forward.defaults, defaults)}
      {broken(forward.losses, losses)}
    </>
  );
}

/**
 * What is meant where nothing was asked about: the latest default up to a month, of several in one month the one its
 * news names, else the first there is; of the actor one looks at, if it has any. Null while there is none.
 */
export function defaultNear(chronicle: Told['chronicle'], tick: number, actor: string | null, news: string | null = null): string | null {
  const all = defaultsOf(chronicle);
  const own = all.filter((each) => each.event.actor === actor);
  const defaults = own.length > 0 ? own : all;
  const latest = defaults.filter((each) => each.tick <= tick).at(-1) ?? defaults[0];
  return (defaults.find((each) => each.id === news && each.tick === latest?.tick) ?? latest)?.id ?? null;
}

/** The event the sentence under the picture is about. */
function newsOf(frame: Frame, speaker: Speaker): string | null {
  const { about } = captionFor(frame, speaker);
  return about !== null && 'event' in about ? about.event : null;
}

function eventsHere(chronicle: Told['chronicle'], ids: readonly string[]): Happening[] {
  return ids.flatMap((id) => chronicle.find(id) ?? []).filter((each) => each.kind === 'event' && each.event.type !== 'stateChanged');
}

function unique(list: readonly Happening[]): readonly Happening[] {
  return [...new Map(list.map((each) => [each.id, each])).values()];
}
