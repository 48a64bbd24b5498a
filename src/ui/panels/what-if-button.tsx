/** Forks the history at the month shown with one change, in one press; nothing where that is not offered. */
import type { ReactNode } from 'react';
import type { Change } from '../../model/frame.ts';
import type { PanelLinks } from './props.ts';

export interface WhatIfButtonProps {
  readonly change: Change | null;
  readonly label: string;
  /** What would be otherwise, for those who hear the button without what stands beside it. */
  readonly about: string;
  readonly suppose: PanelLinks['suppose'];
}

export function WhatIfButton({ change, label, about, suppose }: WhatIfButtonProps): ReactNode {
  if (change === null || suppose === undefined) return null;
  return (
    <button type="button" className="link what-if-link" data-what-if={change.kind} aria-label={`${label} ${about}`} onClick={() => suppose(change)}>
      {label}
    </button>
  );
}
