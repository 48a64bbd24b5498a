/**
 * Why? The chain of causes behind an event, backwards to shocks and decisions, or forwards to what it broke: as a
 * picture, step by step, and in words. Of a default every missing dollar is on an edge, and the footer adds them up.
 */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { explain } from '../../explain/causes.ts';
import { consequences } from '../../explain/consequences.ts';
import type { Happening } from '../../explain/chronicle.ts';
import { fold, MOST_BOXES, webOf } from '../../explain/fold.ts';
import { defaultsOf, findTarget } from '../../explain/question.ts';
import type { Web, WebNode } from '../../explain/web.ts';
import { EXPLAIN_WORDS, gapSentence, happeningSentence, nodeSentence, whyFooter, whyLead, whyTitle } from '../../words/explain.ts';
import { panelWords } from '../../words/panels.ts';
import { CauseTest } from './cause-test.tsx';
import { Choice } from './choice.tsx';
import { eventsOf } from './month.ts';
import type { PanelLinks, PanelProps, PanelSubject } from './props.ts';
import { useChronicle, useSlimRun } from './reading.ts';
import { hopsInOrder, hopText, WhyPicture } from './why-picture.tsx';

export type WhyProps = PanelProps & PanelLinks & Pick<PanelSubject, 'event' | 'rerun' | 'until'>;

export function Why({ run, scene, speaker, event = null, rerun, until, ...links }: WhyProps): ReactNode {
  const words = panelWords(speaker.language).why;
  const length = Math.min(run.length, (until ?? Infinity) + 1);
  const chronicle = useChronicle(run, length);
  const [picked, setPicked] = useState<{ readonly event: string; readonly over: string | null } | null>(null);
  const [direction, setDirection] = useState<'back' | 'forward'>('back');
  // what is picked here holds until somewhere else another event is asked about
  const asked = picked !== null && picked.over === event ? picked.event : event;
  // where nothing is asked about, the latest default as this opened; stepping through the months does not change it
  const first = useRef<string | null>(null);
  if (asked === null && first.current === null) first.current = defaultBefore(chronicle, scene.frame.tick);
  const found = asked === null ? findTarget(chronicle, first.current === null ? {} : { event: first.current }) : findTarget(chronicle, { event: asked });
  const target = found.ok ? found.target : null;
  const others = [...defaultsOf(chronicle), ...eventsHere(chronicle, eventsOf(scene).map((each) => each.id))];
  return (
    <div className="panel why">
      <div className="panel-switches">
        <Choice label={words.choose} options={[['back', words.backwards], ['forward', words.forwards]]} value={direction} choose={setDirection} />
        <label className="picker">
          <span className="quiet">{words.choose}</span>
          <select className="small-button" value={target?.id ?? ''} onChange={(change) => setPicked({ event: change.target.value, over: event })}>
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
        <Back key={target.id} chronicle={chronicle} length={chronicle.length} target={target} speaker={speaker} run={run} {...(rerun === undefined ? {} : { rerun })} {...links} />
      ) : (
        <Forward key={target.id} chronicle={chronicle} length={chronicle.length} target={target} speaker={speaker} {...links} />
      )}
    </div>
  );
}

/** Defaults and losses listed before the rest is folded away. */
const LISTED = 8;

type Told = Pick<WhyProps, 'speaker' | 'seek'> & { readonly chronicle: ReturnType<typeof useChronicle>; readonly length: number; readonly target: Happening };

function Back({ chronicle, length, target, speaker, seek, run, rerun }: Told & Pick<WhyProps, 'run' | 'rerun'>): ReactNode {
  const explanation = useMemo(() => explain(chronicle, target), [chronicle, length, target]);
  const web = useMemo(() => webOf(explanation), [explanation]);
  const { why, test } = EXPLAIN_WORDS[speaker.language];
  const whole = useSlimRun(rerun === undefined ? null : run, run.length);
  const testable = rerun !== undefined && whole !== null && whole.frames.length === run.length && target.kind === 'event' && target.event.type === 'default';
  return (
    <>
      <h3 className="why-title">{whyTitle(explanation, speaker)}</h3>
      <p className="quiet">{whyLead(explanation, speaker)}</p>
      <Chain web={web} speaker={speaker} title={whyTitle(explanation, speaker)} footer={(shown) => whyFooter(explanation, shown, speaker)} {...(seek === undefined ? {} : { seek })} />
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
          <CauseTest run={whole} explanation={explanation} rerun={rerun} speaker={speaker} />
        </section>
      )}
    </>
  );
}

function Forward({ chronicle, length, target, speaker, seek }: Told): ReactNode {
  const followed = useMemo(() => consequences(chronicle, target), [chronicle, length, target]);
  const { forward } = EXPLAIN_WORDS[speaker.language];
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
            <summary>{panelWords(speaker.language).inspector.showMore(list.length - LISTED)}</summary>
            {lines(list.slice(LISTED))}
          </details>
        )}
      </section>
    );
  return (
    <>
      <h3 className="why-title">{title}</h3>
      {followed.web.nodes.length === 1 ? (
        <p className="quiet">{forward.nothing}</p>
      ) : (
        <Chain web={followed.web} speaker={speaker} title={title} footer={() => (defaults.length === 0 ? [] : [forward.shortfalls(speaker.format.dollars(defaults.reduce((sum, each) => sum + each.dollars, 0)), defaults.length)])} {...(seek === undefined ? {} : { seek })} />
      )}
      {broken(forward.defaults, defaults)}
      {broken(forward.losses, losses)}
    </>
  );
}

/** The picture, folded to a few boxes or whole, stepped through or at once, with its legend, footer and text. */
function Chain({ web, speaker, title, footer, seek }: Pick<WhyProps, 'speaker' | 'seek'> & { readonly web: Web; readonly title: string; readonly footer: (shown: Web) => readonly string[] }): ReactNode {
  const words = panelWords(speaker.language).why;
  const { legend } = EXPLAIN_WORDS[speaker.language];
  const [whole, setWhole] = useState(false);
  const [step, setStep] = useState<number | null>(null);
  const shown = useMemo(() => (whole ? web : fold(web)), [web, whole]);
  const order = useMemo(() => inTime(shown), [shown]);
  const current = step === null ? null : (order[step] ?? null);
  const go = (to: number): void => {
    setStep(to);
    const node = order[to];
    if (node !== undefined) seek?.(node.tick);
  };
  const focus = shown.nodes.find((node) => node.id === shown.focus)!;
  return (
    <>
      <WhyPicture web={shown} speaker={speaker} told={step === null ? null : new Set(order.slice(0, step + 1).map((node) => node.id))} current={current?.id ?? null} choose={(node) => seek?.(node.tick)} label={title} />
      <div className="why-steps">
        <div className="choice">
          <button type="button" className="small-button" disabled={step === null || step === 0} onClick={() => go(step! - 1)}>
            {words.stepBack}
          </button>
          <button type="button" className="small-button" disabled={step === order.length - 1} onClick={() => go(step === null ? 0 : step + 1)}>
            {step === null ? words.stepThrough : words.stepNext}
          </button>
          {step !== null && (
            <button type="button" className="small-button" onClick={() => setStep(null)}>
              {words.unfold}
            </button>
          )}
        </div>
        {web.nodes.length > MOST_BOXES && (
          <button type="button" className="small-button" aria-pressed={whole} onClick={() => { setWhole(!whole); setStep(null); }}>
            {whole ? words.fold : words.unfoldAll(web.nodes.length)}
          </button>
        )}
        <p aria-live="polite" className="why-telling">
          {current !== null && (
            <>
              <span className="quiet">{words.step(step! + 1, order.length)}</span> {nodeSentence(current, speaker)}
            </>
          )}
        </p>
      </div>
      <ul className="why-legend quiet">
        <li>{legend.shock}</li>
        <li>{legend.decision}</li>
        <li>{legend.event}</li>
        {focus.actor !== null && shown.edges.some((edge) => edge.dollars !== null) && <li>{legend.edge(speaker.party(focus.actor))}</li>}
        {shown.edges.some((edge) => edge.dollars === null) && <li>{legend.context}</li>}
        {shown.nodes.some((node) => node.kind === 'rest') && <li>{legend.rest}</li>}
      </ul>
      {footer(shown).map((line) => (
        <p key={line} className="why-footer">
          {line}
        </p>
      ))}
      <details className="why-words">
        <summary>{words.inWords}</summary>
        <ol>
          {hopsInOrder(shown).map((edge) => (
            <li key={`${edge.cause}→${edge.effect}`}>{hopText(edge, shown, speaker)}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

function inTime(web: Web): readonly WebNode[] {
  const order = [...web.nodes].sort((a, b) => a.tick - b.tick || (a.happening?.order ?? -1) - (b.happening?.order ?? -1));
  // what was asked about comes last going backwards, first going forwards
  const focus = order.find((node) => node.id === web.focus)!;
  const rest = order.filter((node) => node !== focus);
  return web.direction === 'back' ? [...rest, focus] : [focus, ...rest];
}

/** The latest default up to a month; null while there is none. */
function defaultBefore(chronicle: Told['chronicle'], tick: number): string | null {
  return defaultsOf(chronicle).filter((each) => each.tick <= tick).at(-1)?.id ?? null;
}

function eventsHere(chronicle: Told['chronicle'], ids: readonly string[]): Happening[] {
  return ids.flatMap((id) => chronicle.find(id) ?? []).filter((each) => each.kind === 'event' && each.event.type !== 'stateChanged');
}

function unique(list: readonly Happening[]): readonly Happening[] {
  return [...new Map(list.map((each) => [each.id, each])).values()];
}
