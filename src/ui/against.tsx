/** Which history a run is set beside: another scenario under the same seed, or the what-if. */
import { useEffect, type ReactNode } from 'react';
import { usePage, useSession, useWords } from './page-context.ts';

export function Against(): ReactNode {
  const { session, catalogue } = usePage();
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const compareWith = useSession((state) => state.compareWith);
  // one that is still on its way counts as well
  const hasBranch = useSession((state) => state.branch !== null || state.decided.present.whatIf !== null);
  const own = useSession((state) => (state.decided.present.choice.run.kind === 'scenario' ? state.decided.present.choice.run.id : null));
  const moved = useSession((state) => Object.keys(state.decided.present.choice.set).length > 0);
  // something to see at once: what one change did; else the world as most expected it, or the one in which demand falls
  useEffect(() => {
    if (compareWith !== null || hasBranch) return;
    const first = moved && own !== null ? own : catalogue.ids.find((id) => id !== own);
    if (first !== undefined) session.compare(first);
  }, [session, catalogue, compareWith, hasBranch, own, moved]);
  return (
    <label className="against">
      <span className="quiet">{words.against}</span>
      <select className="speed" value={compareWith ?? ''} onChange={(event) => session.compare(event.target.value === '' ? null : event.target.value)}>
        {hasBranch && <option value="">{words.branchRail}</option>}
        {catalogue.ids.map((id) => (
          <option key={id} value={id}>
            {catalogue.scenario(id)?.name[language] ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}
