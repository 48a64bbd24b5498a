/**
 * A chip of its own design, the region cloud giants and labs share: a programme of about thirty months, two thirds of it
 * design and one third tape-out, that ends in chips, in failure, or early where its owner cannot pay its bills. What
 * makes a firm begin one is its own affair.
 */
import type { FirmView, OwnChipView } from '../src/model/view.ts';
import type { RegionValues, TickEvent } from '../src/model/machine.ts';

type Seen<View> = { readonly event: TickEvent<View> };

/** Guards by name; each reads the tick's event only. `wants` says whether a firm that has none would begin a programme. */
export function ownChipGuards<View extends FirmView & OwnChipView>(wants: (view: View) => boolean) {
  const of = (test: (view: View) => boolean) => ({ event }: Seen<View>) => test(event.view);
  return {
    wantsOwnChip: of((view) => !view.customFailed && view.arrears === 0 && wants(view)),
    programmeEndsEarly: of((view) => view.arrears > 0 || view.defaulted),
    designIsDone: of((view) => view.customMonths * 3 >= view.customNeeded * 2),
    chipIsReady: of((view) => view.customMonths >= view.customNeeded && view.customWorks),
    chipHasFailed: of((view) => view.customMonths >= view.customNeeded && !view.customWorks),
  };
}

export const ownChipRegion = {
  initial: 'buying',
  states: {
    buying: { on: { TICK: [{ guard: 'wantsOwnChip', target: 'designing' }] } },
    designing: { on: { TICK: [{ guard: 'programmeEndsEarly', target: 'buying' }, { guard: 'designIsDone', target: 'tapingOut' }] } },
    tapingOut: { on: { TICK: [{ guard: 'programmeEndsEarly', target: 'buying' }, { guard: 'chipIsReady', target: 'deploying' }, { guard: 'chipHasFailed', target: 'buying' }] } },
    deploying: {},
  },
} as const;

/** Whether a month of work on the chip is done, and paid, this month. */
export const worksOnChip = (state: RegionValues): boolean => state['customChip'] === 'designing' || state['customChip'] === 'tapingOut';

/** How fast orders move to a chip that works: part of the way to their target share a month. */
const MOVES = 0.06;

/** Share of orders that go to the own chip next month: none of them move before it is deployed. */
export const movedShare = (share: number, target: number, state: RegionValues): number => (state['customChip'] === 'deploying' ? share + (target - share) * MOVES : share);

/** Months worked so far; a firm whose programme ended without chips does not begin another. */
export function programmeSoFar(view: OwnChipView, state: RegionValues): { readonly customMonths: number; readonly customFailed: number } {
  return { customMonths: view.customMonths + (worksOnChip(state) ? 1 : 0), customFailed: view.customFailed || (state['customChip'] === 'buying' && view.customMonths > 0) ? 1 : 0 };
}
