/** Small drawings that stand for a condition or an event: shape first, colour second, a word always beside them. */
import type { ReactNode } from 'react';
import type { Condition } from '../../view/condition.ts';
import type { LaneKind } from '../../playback/lane-book.ts';
import type { MarkShape, MarkTone } from '../../view/marks.ts';

const CONDITION: { readonly [condition in Exclude<Condition, 'none'>]: ReactNode } = {
  hedge: null,
  speculative: <path d="M8 8V2a6 6 0 0 1 6 6Z" fill="currentColor" />,
  ponzi: <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />,
  equityBurner: <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />,
  distressed: <path d="M8 8H2a6 6 0 1 0 6-6Z" fill="currentColor" />,
  inDefault: <path d="M5 5l6 6M11 5l-6 6" stroke="currentColor" strokeWidth="2" fill="none" />,
  resolved: <path d="M2 8a6 6 0 0 0 12 0Z" fill="currentColor" />,
};

/** ○ hedge ◔ speculative ◑ Ponzi ◐ burning equity ◕ distressed ✕ in default ⬓ resolved. */
export function ConditionShape({ condition }: { readonly condition: Condition }): ReactNode {
  if (condition === 'none') return null;
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {CONDITION[condition]}
    </svg>
  );
}

const MARK: { readonly [shape in MarkShape]: ReactNode } = {
  cross: <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2.6" fill="none" />,
  exclamation: <path d="M7 2h2.4l-.5 7.5H7.5ZM7 11.4h2.4V14H7Z" fill="currentColor" />,
  triangleUp: <path d="M8 2.5l6 11H2Z" fill="currentColor" />,
  triangleDown: <path d="M8 13.5l-6-11h12Z" fill="currentColor" />,
  square: <path d="M3 3h10v10H3Z" fill="currentColor" />,
  diamond: <path d="M8 1.5L14.5 8 8 14.5 1.5 8Z" fill="currentColor" />,
  hollowDiamond: <path d="M8 2.5L13.5 8 8 13.5 2.5 8Z" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  house: <path d="M2 8l6-6 6 6h-1.6v6H3.6V8Z" fill="currentColor" />,
  chip: <path d="M4 4h8v8H4ZM6 1v3M10 1v3M6 12v3M10 12v3M1 6h3M1 10h3M12 6h3M12 10h3" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  circle: <circle cx="8" cy="8" r="4.5" fill="currentColor" />,
  flag: <path d="M4 15V2h9l-2.4 3.5L13 9H5.6" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  bolt: <path d="M9.5 1L3 9h4l-.8 6L13 6.6H8.6Z" fill="currentColor" />,
};

export function MarkGlyph({ shape, tone }: { readonly shape: MarkShape; readonly tone: MarkTone }): ReactNode {
  return (
    <svg className="shape" data-tone={tone} viewBox="0 0 16 16" aria-hidden="true">
      {MARK[shape]}
    </svg>
  );
}

/** A short piece of a lane as the stage draws it: kinds differ by dash and by the shape that travels on them. */
export function LaneGlyph({ kind }: { readonly kind: LaneKind }): ReactNode {
  const line = { stroke: `var(--${kind})`, strokeWidth: 2.2, fill: 'none' };
  const shapes: { readonly [kind in LaneKind]: ReactNode } = {
    cash: (
      <>
        <path d="M1 6h26" {...line} />
        <circle cx="14" cy="6" r="3.6" fill="var(--cash)" />
      </>
    ),
    gpu: (
      <>
        <path d="M1 6h26" {...line} strokeDasharray="5 3" />
        <rect x="10.6" y="2.6" width="6.8" height="6.8" fill="var(--gpu)" />
      </>
    ),
    equity: (
      <>
        <path d="M1 4h26M1 8h26" {...line} strokeWidth="1.4" />
        <path d="M14 1.5L18.5 6 14 10.5 9.5 6Z" fill="var(--equity)" />
      </>
    ),
    debt: (
      <>
        <path d="M1 6h26" {...line} strokeDasharray="1.6 3.4" strokeLinecap="round" />
        <path d="M14 1.8L18.6 10H9.4Z" fill="var(--debt)" />
      </>
    ),
    rent: <path d="M1 6h26" {...line} strokeWidth="3.4" strokeDasharray="3.4 2.6" strokeLinecap="round" />,
  };
  return (
    <svg className="lane-glyph" viewBox="0 0 28 12" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

/** How much of a contract's time has passed, as a pie. */
export function ClockShape({ share }: { readonly share: number }): ReactNode {
  const part = Math.max(0, Math.min(1, share));
  const angle = part * 2 * Math.PI - Math.PI / 2;
  const end = `${(8 + 6 * Math.cos(angle)).toFixed(2)} ${(8 + 6 * Math.sin(angle)).toFixed(2)}`;
  return (
    <svg className="shape clock" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {part >= 1 ? <circle cx="8" cy="8" r="6" fill="currentColor" /> : part > 0 && <path d={`M8 8V2A6 6 0 ${part > 0.5 ? 1 : 0} 1 ${end}Z`} fill="currentColor" />}
    </svg>
  );
}
