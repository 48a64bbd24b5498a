/** Signs on buttons; the button says in words what they mean. */
import type { ReactNode } from 'react';

const PATHS = {
  first: 'M3 3h2v10H3zM13 3v10L6 8z',
  back: 'M11.5 3v10L4 8z',
  play: 'M4 2.5v11L13.5 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  forward: 'M4.5 3v10L12 8z',
  next: 'M2.5 3v10L9 8zM11 3h2.2v5.8H11zM11 10.6h2.2V13H11z',
  bookmark: 'M4 2h8v12l-4-3.2L4 14z',
  menu: 'M2.5 3.5h11V5h-11zM2.5 7.25h11v1.5h-11zM2.5 11h11v1.5h-11z',
  close: 'M3.6 2.5L8 6.9l4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6z',
  down: 'M3.5 5.5L8 10l4.5-4.5 1 1L8 12 2.5 6.5z',
  check: 'M6.4 12.6L2.3 8.5l1.2-1.2 2.9 2.9 6.1-6.1 1.2 1.2z',
  dice: 'M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm2 2.2a1 1 0 1 0 .01 0zm6 0a1 1 0 1 0 .01 0zm-3 3a1 1 0 1 0 .01 0zm-3 3a1 1 0 1 0 .01 0zm6 0a1 1 0 1 0 .01 0z',
  split: 'M2 3h12v10H2zM3.5 4.5v7h3.75v-7zM8.75 4.5v7h3.75v-7z',
  side: 'M2 3h12v10H2zM3.5 4.5v7h5v-7z',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** A ring that bites its own tail. */
export function Emblem(): ReactNode {
  return (
    <svg className="emblem" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M19.6 8.2A8.5 8.5 0 1 0 20.5 12" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M15.4 8.9l5.2-4.3.9 6.4z" fill="currentColor" />
    </svg>
  );
}
