/**
 * A web of causes as a picture: columns by month, boxes for what happened, edges with the dollars they carried. The
 * layout keeps edges clear of boxes; here it is only drawn. Boxes are buttons and move the month.
 */
import { useEffect, useMemo, type ReactNode, type RefObject } from 'react';
import type { PlacedBox, PlacedEdge, Spot } from '../../explain/why-layout.ts';
import type { Web, WebEdge, WebNode } from '../../explain/web.ts';
import { DECISION_MARKS, EVENT_MARKS, type Mark } from '../../view/marks.ts';
import { EXPLAIN_WORDS, hopSentence, linkWord, nodeDetail, nodeLabel, nodeSentence } from '../../words/explain.ts';
import type { Speaker } from '../../words/speaker.ts';
import { useLook } from './plot.tsx';
import { MarkGlyph } from './shapes.tsx';
import { datesBoxes, planWhy, unitOf, type WhyRoom, type WhyShape } from './why-fit.ts';

export interface WhyPictureProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly room: WhyRoom;
  readonly shape: WhyShape;
  readonly speaker: Speaker;
  /** Boxes told so far when the chain is stepped through; null for all. */
  readonly told: ReadonlySet<string> | null;
  readonly current: string | null;
  readonly choose: (node: WebNode) => void;
  readonly label: string;
}

export function WhyPicture({ frame, room, shape, speaker, told, current, choose, label }: WhyPictureProps): ReactNode {
  const look = useLook();
  const { web, down } = shape;
  const plan = useMemo(() => planWhy(shape, speaker, room), [shape, speaker, room, look]);
  const unit = unitOf(plan, room);
  // what was asked about is in sight from the beginning
  useEffect(() => {
    const element = frame.current;
    if (element !== null) element.scrollLeft = web.direction === 'back' ? element.scrollWidth : 0;
  }, [web, plan, unit]);
  useEffect(() => {
    if (current !== null) frame.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: down ? 'center' : 'nearest' });
  }, [current, down]);
  // boxes of several months in one column say their months themselves
  const dated = datesBoxes(shape);
  const months = dated ? [] : plan.months;
  const shown = (id: string): boolean => told === null || told.has(id);
  const most = Math.max(1, ...web.edges.map((edge) => edge.dollars ?? 0));
  const px = (value: number): string => `${value * unit}px`;
  return (
    <div ref={frame} className="why-frame" tabIndex={0} role="group" aria-label={label}>
      <div className="why-picture" style={{ width: px(plan.width), height: px(plan.height), fontSize: px(14) }}>
        <svg className="why-edges" viewBox={`0 0 ${plan.width} ${plan.height}`} aria-hidden="true">
          <defs>
            {(['money', 'context'] as const).map((kind) => (
              <marker key={kind} id={`why-${kind}`} className={`why-tip ${kind}`} viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth={kind === 'money' ? 17 : 10} markerHeight={kind === 'money' ? 17 : 10} orient="auto-start-reverse">
                <path d="M0 0.6L8 4 0 7.4Z" />
              </marker>
            ))}
          </defs>
          {months.map((month) => (
            <path key={month.tick} className="why-month-line" d={down ? `M8 ${month.y + month.height / 2}H${plan.width - 8}` : `M${month.x + month.width / 2} 34V${plan.height - 8}`} />
          ))}
          {plan.edges.map((placed) => (
            <Edge key={`${placed.edge.cause}→${placed.edge.effect}`} placed={placed} most={most} dim={!shown(placed.edge.cause) || !shown(placed.edge.effect)} />
          ))}
        </svg>
        {months.map((month) => (
          <p key={month.tick} className="why-month" data-down={down || undefined} style={down ? { left: px(8), top: px(month.y + month.height / 2) } : { left: px(month.x), width: px(month.width) }}>
            {speaker.format.date(month.tick)}
          </p>
        ))}
        {plan.edges.map(({ edge, label: spot }) =>
          spot === null ? null : (
            <span key={`${edge.cause}→${edge.effect}`} className="why-amount" data-dim={!shown(edge.cause) || !shown(edge.effect) || undefined} style={{ left: px(spot.x), top: px(spot.y), width: px(spot.width), height: px(spot.height) }} title={`${speaker.format.dollarsExact(edge.dollars!)} · ${linkWord(edge.link, speaker)}${edge.via > 0 ? ` · ${speaker.words(EXPLAIN_WORDS).why.via(edge.via)}` : ''}`}>
              {speaker.format.dollars(edge.dollars!)}
            </span>
          ),
        )}
        {inOrder(plan.boxes, down).map((placed) => (
          <button
            key={placed.node.id}
            type="button"
            className="why-box"
            data-kind={placed.node.id === web.focus ? 'focus' : placed.node.kind}
            data-round={placed.node.kind === 'decision' || undefined}
            data-dim={!shown(placed.node.id) || undefined}
            aria-current={placed.node.id === current ? 'step' : undefined}
            style={{ left: px(placed.x), top: px(placed.y), width: px(placed.width), height: px(placed.height) }}
            onClick={() => choose(placed.node)}
            title={nodeSentence(placed.node, speaker)}
          >
            <MarkGlyph {...markOf(placed.node)} />
            <span>
              {dated && <span className="quiet">{speaker.format.date(placed.node.tick)}</span>}
              <b>{nodeLabel(placed.node, speaker)}</b>
              <span className="quiet">{nodeDetail(placed.node, speaker)}</span>
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** Keyboard and screen reader go through the boxes as time does. */
function inOrder(boxes: readonly PlacedBox[], down: boolean): readonly PlacedBox[] {
  return [...boxes].sort((a, b) => (down ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}

function markOf({ happening, kind }: WebNode): Pick<Mark, 'shape' | 'tone'> {
  if (happening === null) return { shape: 'circle', tone: 'plain' };
  if (kind === 'decision' && happening.kind === 'decision') return DECISION_MARKS[happening.decision.type] ?? { shape: 'circle', tone: 'plain' };
  return happening.kind === 'event' ? EVENT_MARKS[happening.event.type] : { shape: 'circle', tone: 'plain' };
}

function Edge({ placed: { edge, path, reversed }, most, dim }: { readonly placed: PlacedEdge; readonly most: number; readonly dim: boolean }): ReactNode {
  const money = edge.dollars !== null;
  const tip = `url(#why-${money ? 'money' : 'context'})`;
  return <path className={money ? 'why-edge money' : 'why-edge context'} data-dim={dim || undefined} d={curve(path)} strokeWidth={money ? 2 + 6 * Math.sqrt(edge.dollars! / most) : 1.2} {...(reversed ? { markerStart: tip } : { markerEnd: tip })} />;
}

function curve(path: readonly Spot[]): string {
  const at = ({ x, y }: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  let text = `M${at(path[0]!)}`;
  for (let index = 1; index + 2 < path.length; index += 3) text += `C${at(path[index]!)} ${at(path[index + 1]!)} ${at(path[index + 2]!)}`;
  return text;
}

/** The chain in words: one sentence a hop, in the order of time. */
export function hopsInOrder(web: Web): readonly WebEdge[] {
  const tick = new Map(web.nodes.map((node) => [node.id, node.tick]));
  return [...web.edges].sort((a, b) => tick.get(a.effect)! - tick.get(b.effect)! || tick.get(a.cause)! - tick.get(b.cause)! || b.weight - a.weight);
}
export function hopText(edge: WebEdge, web: Web, speaker: Speaker): string {
  return hopSentence(edge, web, speaker);
}
