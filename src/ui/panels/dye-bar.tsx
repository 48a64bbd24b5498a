/** Where money came from first, as one bar cut by origin, with its shares in words beside it. */
import type { ReactNode } from 'react';
import { ORIGINS } from '../../model/account.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';

const SLIVER = 0.01;

/** Dollars by origin, in the order of ORIGINS; negative parts (a sector that spends ahead) are left out. */
export function DyeBar({ dye, speaker, label }: { readonly dye: readonly number[]; readonly speaker: Speaker; readonly label: string }): ReactNode {
  const whole = dye.reduce((sum, part) => sum + Math.max(0, part), 0);
  if (whole <= 0) return null;
  const parts = ORIGINS.map((origin, index) => ({ origin, index, amount: Math.max(0, dye[index] ?? 0) }))
    .filter((part) => part.amount > 0)
    .sort((a, b) => b.amount - a.amount);
  // slivers are named together, but never the vendor's own money: that is what the bar is there to show
  const named = parts.filter((part) => part.amount / whole >= SLIVER || part.origin === 'vendor');
  const slivers = parts.filter((part) => !named.includes(part));
  const sliverShare = slivers.reduce((sum, part) => sum + part.amount, 0) / whole;
  return (
    <div className="dye">
      <div className="dye-bar" aria-hidden="true">
        {parts.map(({ origin, index, amount }) => (
          <i key={origin} data-series={index + 1} style={{ width: `${(100 * amount) / whole}%` }} />
        ))}
      </div>
      <ul className="dye-parts" aria-label={label}>
        {named.map(({ origin, index, amount }) => (
          <li key={origin} title={speaker.format.dollarsExact(amount)}>
            <i className="swatch" data-series={index + 1} aria-hidden="true" />
            {speaker.vocabulary.origin[origin]} <b>{speaker.format.percent(amount / whole, amount / whole < 0.01 ? 1 : 0)}</b>
          </li>
        ))}
        {slivers.length > 0 && (
          <li>
            {speaker.words(PANEL_WORDS).others(slivers.length)} <b>{speaker.format.percent(sliverShare, 1)}</b>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Dollars by origin of several payments together. */
export function sumDye(dyes: readonly (readonly number[] | undefined)[]): number[] {
  const sum = new Array<number>(ORIGINS.length).fill(0);
  for (const dye of dyes) if (dye !== undefined) for (let index = 0; index < sum.length; index++) sum[index]! += dye[index] ?? 0;
  return sum;
}
