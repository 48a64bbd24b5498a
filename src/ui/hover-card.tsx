/**
 * A few words beside the mouse about what it rests on. They stand on the side where there is more room, never off the
 * stage, and come up where the pointer is not; the mouse can go to them, and Esc takes them away. The table and the
 * inspector say the same to whoever has no mouse.
 */
import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Playback } from '../playback/cursor.ts';
import type { Pointed } from '../view/pointed.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { hoverSaying, type HoverGlyph } from './hover-saying.ts';
import { usePage, useSession } from './page-context.ts';
import { ConditionShape, LaneGlyph, MarkGlyph } from './panels/shapes.tsx';
import type { RestingMouse } from './resting-mouse.ts';

/** Months a second beyond which nobody can read about one. */
const READABLE = 1;

export function HoverCard({ rested, mouse }: { readonly rested: Pointed | null; readonly mouse: RestingMouse }): ReactNode {
  const isFast = useSession((state) => runsFast(state.playback));
  return rested === null || isFast ? null : <Card rested={rested} mouse={mouse} />;
}

export function runsFast({ moving, speed }: Pick<Playback, 'moving' | 'speed'>): boolean {
  return moving === 'playing' && (speed === 'max' || speed > READABLE);
}

function Card({ rested, mouse }: { readonly rested: Pointed; readonly mouse: RestingMouse }): ReactNode {
  const { stage } = usePage();
  useEffect(() => {
    stage.hush = mouse.dismiss;
    return () => {
      stage.hush = null;
    };
  }, [stage, mouse]);
  const language = useSession((state) => state.settings.language);
  const names = useSession((state) => state.settings.names);
  const { scenario, at, room } = rested;
  const speaker = useMemo(() => makeSpeaker(language, scenario, names), [language, scenario, names]);
  const { title, kind, rows } = hoverSaying(rested, speaker);
  const isLeft = at.x > room.width / 2;
  const style = { '--at': `${Math.max(0, Math.round(isLeft ? room.width - at.x : at.x))}px`, '--down': `${Math.max(0, Math.round(at.y))}px` };
  return (
    <div className="hover-room" data-side={isLeft ? 'left' : 'right'} style={style as CSSProperties} aria-hidden="true">
      {/* what it covers can be had by pressing it away */}
      <div className="hover-card" onPointerDown={mouse.dismiss}>
        <p>
          <strong>{title}</strong>
          {kind !== null && <span className="quiet"> {kind}</span>}
        </p>
        <ul>
          {rows.map(({ glyph, text, amount }, nth) => (
            <li key={nth}>
              {glyph !== null && <Glyph glyph={glyph} />}
              <span>{text}</span>
              {amount !== null && <b>{amount}</b>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Glyph({ glyph }: { readonly glyph: HoverGlyph }): ReactNode {
  switch (glyph.kind) {
    case 'condition':
      return <ConditionShape condition={glyph.condition} />;
    case 'mark':
      return <MarkGlyph shape={glyph.shape} tone={glyph.tone} />;
    case 'lane':
      return <LaneGlyph kind={glyph.lane} />;
  }
}
