/** Phase 1, shock: what the scenario does to the world this month, and what a what-if holds fixed. */
import type { Change } from '../model/frame.ts';
import type { Shock } from '../model/scenario.ts';
import type { Month } from '../ledger/month.ts';
import { powerUp } from '../markets/construction.ts';

export function runShock(month: Month, changes: readonly Change[]): void {
  powerUp(month);
  if (month.tick === 0) month.signal('announced', month.note('shock', undefined, 'announced', { announced: true }, []));
  const rate = month.lever('lender.baseRate');
  for (const shock of month.setting.scenario.shocks) {
    // a what-if in which it never comes
    if (month.tick === shock.at && changes.some((change) => change.kind === 'hold' && change.key === shockKey(shock))) month.remember('world', { [`without/${shock.id}`]: 1 });
    if (month.mind('world', `without/${shock.id}`) > 0) continue;
    if (shock.kind === 'withhold') {
      if (month.tick === shock.at) {
        const id = month.note('shock', shock.actor, shock.id, { shock: shock.id, share: shock.share, months: shock.months }, []);
        month.signal(`withheld/${shock.actor}`, id);
      }
      continue;
    }
    if (month.tick < shock.at || month.tick > shock.at + shock.over) continue;
    if (month.tick === shock.at) {
      month.remember('world', { [`from/${shock.id}`]: month.lever(shock.lever) });
      month.signal(`lever/${shock.lever}`, month.note('shock', undefined, shock.id, { shock: shock.id, lever: shock.lever, from: month.lever(shock.lever), to: shock.to, months: shock.over }, []));
    }
    const from = month.mind('world', `from/${shock.id}`);
    month.setLever(shock.lever, from + ((shock.to - from) * (month.tick - shock.at + 1)) / (shock.over + 1));
  }
  for (const change of changes) {
    if (change.kind === 'set') pin(month, change.path, change.value);
    if (change.kind === 'channelOff') pin(month, `channel.${change.channel}`, 0);
  }
  moveFloatingRates(month, Math.round(month.lever('lender.baseRate')) - Math.round(rate));
}

/** Key of the event by which a shock is announced, and by which a what-if names it. */
function shockKey(shock: Shock): string {
  return `${shock.kind === 'withhold' ? shock.actor : 'world'}/shock/${shock.id}`;
}

/** A what-if's own value wins over the scenario; the first month it differs is an event that others can name. */
function pin(month: Month, lever: string, value: number): void {
  const before = month.tables.levers[lever]?.value;
  if (before === value) return;
  month.signal(`lever/${lever}`, month.note('shock', undefined, `set/${lever}`, { lever, from: before ?? 0, to: value, changed: true }, []));
  month.setLever(lever, value);
}

/** Floating debts follow the base rate. */
function moveFloatingRates(month: Month, by: number): void {
  if (by === 0) return;
  for (const id in month.tables.loans) {
    const loan = month.tables.loans[id]!;
    if (loan.floating) month.tables.loans[id] = { ...loan, rate: Math.max(0, loan.rate + by) };
  }
}
