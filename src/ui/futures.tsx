/** The panel of many histories, joined to the page: where they come from, and how one of them is put on the page. */
import { useSyncExternalStore, type ReactNode } from 'react';
import { usePage, useSession } from './page-context.ts';
import { FuturesPanel } from './panels/futures.tsx';
import type { PanelProps } from './panels/props.ts';

export function Futures(props: PanelProps): ReactNode {
  const { session, runs, futures } = usePage();
  const store = futures.store;
  const there = useSyncExternalStore(store.subscribe, store.get);
  useSession((state) => state.run); // another run may come from a recording
  const open = (seed: string): void => {
    session.choose({ seed });
    session.show(null);
  };
  return <FuturesPanel {...props} futures={there} control={futures} {...(runs.scenario() === null ? {} : { open })} />;
}
