/**
 * Solvency, the region every borrower shares: Minsky's classes by trailing cash flow (Minsky 1992, Levy WP 74), then
 * distress (arrears or a broken covenant), default, and what comes after it. A restructured firm that has paid for a
 * year is classed again; one that was wound up stays resolved.
 */
import type { FirmView } from '../src/model/view.ts';
import type { TickEvent } from '../src/model/machine.ts';

type Seen<View> = { readonly event: TickEvent<View> };

const inTrouble = (view: FirmView): boolean => view.arrears > 0 || view.breached;

/** Guards by name; each reads the tick's event only. */
export function solvencyGuards<View extends FirmView>() {
  const of = (test: (view: FirmView) => boolean) => ({ event }: Seen<View>) => test(event.view);
  return {
    hasDefaulted: of((view) => view.defaulted && !view.settled),
    isSettled: of((view) => view.defaulted && view.settled),
    isInTrouble: of((view) => inTrouble(view)),
    paysAll: of((view) => !inTrouble(view) && view.class === 'hedge'),
    paysInterest: of((view) => !inTrouble(view) && view.class === 'speculative'),
    paysLess: of((view) => !inTrouble(view) && view.class === 'ponzi'),
    isRehabilitated: of((view) => view.rehabilitated),
  };
}

const fails = [
  { guard: 'hasDefaulted', target: 'inDefault' },
  { guard: 'isSettled', target: 'resolved' },
] as const;

/** The region's states; the same for every kind of borrower. */
export const solvencyRegion = {
  initial: 'hedge',
  states: {
    hedge: { on: { TICK: [...fails, { guard: 'isInTrouble', target: 'distressed' }, { guard: 'paysInterest', target: 'speculative' }, { guard: 'paysLess', target: 'ponzi' }] } },
    speculative: { on: { TICK: [...fails, { guard: 'isInTrouble', target: 'distressed' }, { guard: 'paysAll', target: 'hedge' }, { guard: 'paysLess', target: 'ponzi' }] } },
    ponzi: { on: { TICK: [...fails, { guard: 'isInTrouble', target: 'distressed' }, { guard: 'paysAll', target: 'hedge' }, { guard: 'paysInterest', target: 'speculative' }] } },
    distressed: { on: { TICK: [...fails, { guard: 'paysAll', target: 'hedge' }, { guard: 'paysInterest', target: 'speculative' }, { guard: 'paysLess', target: 'ponzi' }] } },
    inDefault: { on: { TICK: [{ guard: 'isSettled', target: 'resolved' }] } },
    resolved: { on: { TICK: [{ guard: 'isRehabilitated', target: 'hedge' }] } },
  },
} as const;

/** Does this firm still run its business? */
export function isRunning(view: FirmView): boolean {
  return !view.shut;
}
