/** What-ifs nobody would ask: levers pinned, contracts torn out of history, firms saved and decisions forbidden, from some month on. */
import type { Change, Header } from '../../src/model/frame.ts';
import { isActorKind } from '../../src/model/party.ts';
import { CHANNELS } from '../../src/model/phase.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Dice } from './dice.ts';

export function randomChanges(scenario: Scenario, dice: Dice): NonNullable<Header['parent']> {
  const changes: Change[] = [];
  for (let count = dice.whole(1, 5); count > 0; count--) changes.push(change(scenario, dice));
  return { digest: '0'.repeat(64), tick: dice.whole(0, scenario.horizon - 1), changes };
}

function change(scenario: Scenario, dice: Dice): Change {
  const actors = scenario.parties.filter((party) => isActorKind(party.kind)).map((party) => party.id);
  const papers = [scenario.loans, scenario.contracts, scenario.leases, scenario.orders, scenario.backstops, scenario.commitments].flatMap((rows) => rows.map((row) => row.id));
  const [one, other] = [dice.pick(actors), dice.pick(actors)];
  switch (dice.pick(papers.length > 0 ? (['set', 'channelOff', 'rescue', 'payInstead', 'hold', 'removeContract', 'removeContract'] as const) : (['set', 'channelOff', 'rescue', 'payInstead', 'hold'] as const))) {
    case 'set':
      return { kind: 'set', path: dice.pick(['demand.level', 'equity.appetite', 'lender.bookLimit']), value: dice.next() * 2 };
    case 'channelOff':
      return { kind: 'channelOff', channel: dice.pick(CHANNELS) };
    case 'rescue':
      return { kind: 'rescue', actor: one };
    case 'payInstead':
      return { kind: 'payInstead', obligation: `${one}/${dice.pick(['compute', 'rent', 'interest'])}/${other}/-` };
    case 'hold':
      return { kind: 'hold', key: dice.pick([`${one}/buy/leader`, `${one}/borrow/chips`, `${one}/borrow/general`, `${one}/build/-`, `${one}/raiseEquity/-`]) };
    case 'removeContract':
      return { kind: 'removeContract', contract: dice.pick(papers) };
  }
}
