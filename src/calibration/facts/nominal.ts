/** The same economy counted in another currency: every sum of money and every price times a factor, chips and halls as they are. */
import type { Quantity, Scenario } from '../../model/scenario.ts';

const isMoney = ({ unit }: Pick<Quantity, 'unit'>): boolean => unit.startsWith('USD');

export function inCurrency(scenario: Scenario, factor: number): Scenario {
  const dollars = (amount: number): number => Math.round(amount * factor);
  const quantity = (each: Quantity): Quantity => (isMoney(each) ? { ...each, value: each.value * factor } : each);
  const whole = (each: Quantity): Quantity => ({ ...each, value: dollars(each.value) });
  const mapped = <Row>(rows: { readonly [name: string]: Row }, change: (row: Row) => Row): { [name: string]: Row } => Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, change(row)]));
  return {
    ...scenario,
    parameters: mapped(scenario.parameters, quantity),
    generations: scenario.generations.map((each) => ({ ...each, price: each.price * factor })),
    parties: scenario.parties.map((party) => ({
      ...party,
      terms: mapped(party.terms, quantity),
      opening: mapped(party.opening as { [name: string]: Quantity }, whole),
      history: mapped(party.history as { [name: string]: Quantity }, quantity),
      ...(party.shares === undefined ? {} : { shares: { ...party.shares, price: party.shares.price * factor } }),
    })),
    loans: scenario.loans.map((each) => ({ ...each, principal: dollars(each.principal), undrawn: dollars(each.undrawn) })),
    sites: scenario.sites.map((each) => ({ ...each, costPerKilowatt: each.costPerKilowatt * factor })),
    leases: scenario.leases.map((each) => ({ ...each, rent: each.rent * factor })),
    contracts: scenario.contracts.map((each) => ({ ...each, rate: each.rate * factor, prepaid: dollars(each.prepaid) })),
    commitments: scenario.commitments.map((each) => ({ ...each, perStage: dollars(each.perStage), chipsPerStage: dollars(each.chipsPerStage), ownPerStage: dollars(each.ownPerStage) })),
    backstops: scenario.backstops.map((each) => ({ ...each, cap: dollars(each.cap) })),
    rounds: scenario.rounds.map((each) => ({ ...each, amount: dollars(each.amount) })),
    shocks: scenario.shocks.map((each) => (each.kind === 'ramp' && isMoney(scenario.parameters[each.lever] ?? { unit: '' }) ? { ...each, to: each.to * factor } : each)),
  };
}
