/** Months for tests of the measures: real books and dye over invented payments, closed by hand. */
import type { Flow } from '../../src/model/flow.ts';
import type { Lot } from '../../src/model/instrument.ts';
import type { World } from '../../src/model/world.ts';
import { BOOKING } from '../../src/ledger/booking.ts';
import { Ledger, type Deal } from '../../src/ledger/ledger.ts';
import { buildSetting, type Setting } from '../../src/ledger/setting.ts';
import { measureMonth, NO_MEMORY, type ChipPrices, type MeasureMemory } from '../../src/measures/month.ts';
import type { Measures } from '../../src/model/measures.ts';
import { openingWorld } from '../fixtures/synthetic-world.ts';
import { syntheticScenario } from '../fixtures/synthetic-scenario.ts';

export const setting: Setting = buildSetting(syntheticScenario(24), 'measures');

/** A used chip fetches half of 40,000 a H100 equivalent; selling a million of them takes a tenth of the price. */
export const chips: ChipPrices = {
  valueOf: (lot: Lot, impact) => Math.floor(lot.units * 20_000 * (1 - impact)),
  impact: 0,
  impactAfter: (units) => Math.min(0.5, units / 10_000_000),
  usedToNew: 0.5,
};

/** A world in which nobody has or owes anything yet. */
export function emptyWorld(): World {
  const world = openingWorld(setting.scenario);
  for (const table of ['loans', 'lots', 'sites', 'leases', 'contracts', 'holdings', 'issuers', 'commitments', 'backstops', 'obligations'] as const) world[table] = {};
  for (const party in world.accounts) {
    world.accounts[party] = Object.fromEntries(Object.keys(world.accounts[party]!).map((name) => [name, 0])) as World['accounts'][string];
    world.dye[party] = { origins: world.dye[party]!.origins.map(() => 0) };
  }
  lead(world, 'nvidia');
  return world;
}

/** Makes a vendor the one that sold most in the last twelve months. */
export function lead(world: World, vendor: string): void {
  for (const id of setting.ids('chipVendor')) world.trailing[id] = { ...world.trailing[id]!, revenue: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, id === vendor ? 5 : 1] };
}

/** Books payments month by month and measures each. */
export class Months {
  memory: MeasureMemory = NO_MEMORY;
  tick = -1;
  ledger: Ledger;
  flows: Flow[] = [];
  constructor(readonly world: World) {
    this.ledger = this.open();
  }

  private open(): Ledger {
    return new Ledger(setting.parties, this.world.accounts, this.world.dye, (party) => setting.isSector(party));
  }

  begin(): void {
    this.tick += 1;
    this.flows = [];
    this.world.tick = this.tick;
    this.ledger = this.open();
    this.ledger.carryForward();
  }

  pay(deal: Deal): void {
    if (deal.amount === 0) return;
    const dye = this.ledger.post(deal);
    const id = `${this.tick}/${this.flows.length}`;
    this.flows.push({ id, key: id, posting: id, lane: BOOKING[deal.purpose].lane, ...deal, ...(dye === undefined ? {} : { dye: [...dye] }) } as Flow);
  }

  close(): Measures {
    for (const party of setting.parties) {
      this.world.accounts[party.id] = this.ledger.row(party.id);
      this.world.dye[party.id] = { origins: this.ledger.origins(party.id) };
    }
    const { measures, memory } = measureMonth({ state: this.world, flows: this.flows, events: [], setting, chips, memory: this.memory });
    this.memory = memory;
    return measures;
  }
}
