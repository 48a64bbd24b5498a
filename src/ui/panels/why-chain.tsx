/** A chain of causes, folded so far that it can be seen at once or whole, stepped through or all of it, with its legend, footer and text. */
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Web, WebNode } from '../../explain/web.ts';
import { EXPLAIN_WORDS, nodeSentence } from '../../words/explain.ts';
import type { Speaker } from '../../words/speaker.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { Glossed } from '../glossed.tsx';
import type { PanelLinks } from './props.ts';
import { foldToFit, spreadOut, type WhyRoom } from './why-fit.ts';
import { hopsInOrder, hopText, WhyPicture } from './why-picture.tsx';

export function Chain({ web, speaker, title, lead, footer, seek, hold }: Pick<PanelLinks, 'seek'> & { readonly speaker: Speaker; readonly web: Web; readonly title: string; readonly lead?: string; readonly footer: (shown: Web) => readonly string[]; readonly hold?: () => void }): ReactNode {
  const words = speaker.words(PANEL_WORDS).why;
  const { legend } = speaker.words(EXPLAIN_WORDS);
  const [whole, setWhole] = useState(false);
  const [step, setStep] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const chain = useRef<HTMLDivElement>(null);
  const room = useRoom(frame, chain, step === null);
  const folded = useMemo(() => foldToFit(web, speaker, room), [web, speaker, room]);
  const shape = useMemo(() => (whole ? spreadOut(web, speaker, room) : folded), [whole, web, speaker, room, folded]);
  const shown = shape.web;
  const order = useMemo(() => inTime(shown), [shown]);
  const current = step === null ? null : (order[step] ?? null);
  const go = (to: number): void => {
    // stepping moves the month, and must not move what is asked about with it
    hold?.();
    setStep(to);
    const node = order[to];
    if (node !== undefined) seek?.(node.tick);
  };
  const focus = shown.nodes.find((node) => node.id === shown.focus)!;
  return (
    <>
      <div ref={chain} className="why-chain" data-down={shape.down || undefined}>
        <WhyPicture frame={frame} room={room} shape={shape} speaker={speaker} told={step === null ? null : new Set(order.slice(0, step + 1).map((node) => node.id))} current={current?.id ?? null} choose={(node) => { hold?.(); seek?.(node.tick); }} label={title} />
        <div className="why-steps">
          <div className="choice">
            {step !== null && (
              <button type="button" className="small-button" disabled={step === 0} onClick={() => go(step - 1)}>
                <span aria-hidden="true">←</span> <span className="step-word">{words.stepBack}</span>
              </button>
            )}
            <button type="button" className="small-button" disabled={step === order.length - 1} onClick={() => go(step === null ? 0 : step + 1)}>
              {step === null ? words.stepThrough : <><span className="step-word">{words.stepNext}</span> <span aria-hidden="true">→</span></>}
            </button>
            {step !== null && (
              <button type="button" className="small-button" onClick={() => setStep(null)}>
                {words.unfold}
              </button>
            )}
          </div>
          {step === null && web.nodes.length > folded.web.nodes.length && (
            <button type="button" className="small-button" aria-pressed={whole} onClick={() => setWhole(!whole)}>
              {whole ? words.fold : words.unfoldAll(web.nodes.length)}
            </button>
          )}
          {lead !== undefined && step === null && <p className="why-lead quiet"><Glossed>{lead}</Glossed></p>}
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
      </div>
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

/**
 * Room for the picture without scrolling, between what stands above it and what stands below. Not measured anew while
 * somebody steps through the chain; and what the chain itself writes below it can only make the room smaller, never
 * larger again, so that the picture comes to rest.
 */
function useRoom(frame: RefObject<HTMLDivElement | null>, chain: RefObject<HTMLDivElement | null>, measured: boolean): WhyRoom {
  const [room, setRoom] = useState<WhyRoom & { readonly outside: string }>({ width: 900, height: 300, plain: 300, sight: 300, unit: 1, outside: '' });
  useEffect(() => {
    const element = frame.current;
    const around = chain.current;
    const scroller = element?.closest<HTMLElement>('[data-scrolls]') ?? null;
    if (element === null || around === null || !measured) return;
    const measure = (): void => {
      const { clientWidth: width } = element;
      const spot = element.getBoundingClientRect();
      const above = scroller === null ? 0 : spot.top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      const below = around.getBoundingClientRect().bottom - spot.bottom;
      const unit = parseFloat(getComputedStyle(element).fontSize) / 14;
      const height = scroller === null ? 300 : scroller.clientHeight - above - below - SPARE;
      const sight = scroller === null ? 300 : scroller.clientHeight - around.querySelector<HTMLElement>('.why-steps')!.offsetHeight - SPARE;
      const plain = sight - above;
      const outside = `${width}/${scroller?.clientHeight ?? 0}/${above}/${unit}`;
      setRoom((known) => (known.outside === outside && known.height <= height ? known : { width, height, plain, sight, unit, outside }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of [element, around, scroller]) if (each !== null) observer.observe(each);
    return () => observer.disconnect();
  }, [frame, chain, measured]);
  return room;
}
/** The frame's own rim, and the margin at the end of a panel. */
const SPARE = 16;
