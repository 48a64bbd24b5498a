/**
 * A few words beside the mouse about what it rests on. They stand on the side where there is more room, never under the
 * pointer and never off the stage. The table and the inspector say the same to whoever has no mouse.
 */
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Playback } from '../playback/cursor.ts';
import type { Pointed } from '../view/pointed.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { hoverSaying, type HoverGlyph } from './hover-saying.ts';
import { useSession } from './page-context.ts';
import { ConditionShape, LaneGlyph, MarkGlyph } from './panels/shapes.tsx';

/** Months a second beyond which nobody can read about one. */
const READABLE = 1;

export function HoverCard({ pointed }: { readonly pointed: Pointed | null }): ReactNode {
  const isFast = useSession((state) => runsFast(state.playback));
  return pointed === null || isFast ? null : <Card pointed={pointed} />;
}

export function runsFast({ moving, speed }: Pick<Playback, 'moving' | 'speed'>): boolean {
  return moving === 'playing' && (speed === 'max' || speed > READABLE);
}

function Card({ pointed }: { readonly pointed: Pointed }): ReactNode {
  const language = useSession((state) => state.settings.language);
  const names = useSession((state) => state.settings.names);
  const { scenario, at, room } = pointed;
  const speaker = useMemo(() => makeSpeaker(language, scenario, names), [language, scenario, names]);
  const { title, kind, rows } = hoverSaying(pointed, speaker);
  const isLeft = at.x > room.width / 2;
  const style = { '--at': `${Math.max(0, Math.round(isLeft ? room.width - at.x : at.x))}px`, '--down': `${Math.max(0, Math.round(at.y))}px` };
  return (
    <div className="hover-room" data-side={isLeft ? 'left' : 'right'} style={style as CSSProperties} aria-hidden="true">
      {/* another thing begins to wait anew, so that nothing flickers under a mouse that only passes */}
      <div className="hover-card" key={title}>
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
