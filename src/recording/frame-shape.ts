/** Shapes of the records of a recording: header, month, notes, index. */
import { CHANNELS, PHASES } from '../model/phase.ts';
import { DECISION_TYPES, EVENT_TYPES, type Because, type Cause, type Decision, type Event, type Shortfall, type ShortfallLine } from '../model/decision.ts';
import { LANES, PURPOSES, type Flow } from '../model/flow.ts';
import type { Change, Frame, Header, PhaseRecord, StatechartData } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import type { IndexRecord, Member, NotesRecord } from './format.ts';
import { FORMAT } from './format.ts';
import { changeShape, definitions, dye, worldShape } from './state-shape.ts';
import { finite, hex, list, named, nullable, object, oneOf, scalar, table, text, variant, whole, type Shape } from './shape.ts';

const LIMIT = Number.MAX_SAFE_INTEGER;
const id = text();
const tick = whole(0, 100_000);
const amount = whole(1, LIMIT);
const dollars = whole();
const ratio = nullable(finite);

const flow: Shape<Flow> = named(
  'flow',
  object<Flow>(
    { id, key: id, posting: id, from: id, to: id, lane: oneOf(LANES), purpose: oneOf(PURPOSES), amount },
    { units: whole(0, LIMIT), contract: id, decision: id, obligation: object({ key: id, due: dollars, since: whole(-1200, 100_000), round: whole(0, LIMIT) }), dye },
  ),
  definitions,
);
const LINKS = [...CHANNELS, 'shock', 'decision', 'budget', 'state'] as const;
const causes: Shape<readonly Cause[]> = list(named('cause', object<Cause>({ id, link: oneOf(LINKS) }, { dollars }), definitions));
const because: Shape<Because> = object<Because>({ rule: id, inputs: table(finite), threshold: finite });
const decision: Shape<Decision> = named(
  'decision',
  object<Decision>({
    id, key: id, actor: id, type: oneOf(DECISION_TYPES), params: table(scalar), because,
    outcome: nullable(object<NonNullable<Decision['outcome']>>({ filled: finite, asked: finite }, { refusedBy: id })), causes,
  }),
  definitions,
);
const shortfall: Shape<Shortfall> = object<Shortfall>({
  since: whole(-1200, 100_000), due: dollars, means: dollars, total: dollars, absorbed: dollars,
  lines: list(object<ShortfallLine>({ line: id, variance: dollars, share: dollars, event: id })),
});
const event: Shape<Event> = named('event', object<Event>({ id, key: id, type: oneOf(EVENT_TYPES), data: table(scalar), causes }, { actor: id, shortfall }), definitions);
const phaseRecord: Shape<PhaseRecord> = named(
  'phase',
  object<PhaseRecord>({ phase: oneOf(PHASES), flows: list(flow), decisions: list(decision), events: list(event), changes: list(changeShape), digest: hex }),
  definitions,
);

const losses = object<Measures['losses']>({ credit: dollars, marks: dollars, deadweight: dollars });
const measures: Shape<Measures> = named(
  'measures',
  object<Measures>({
    vendorRevenueByOrigin: dye,
    circularity: object<Measures['circularity']>({ traced: ratio, earmarked: ratio, enabled: ratio }),
    outsideCoverage: ratio,
    minsky: object<Measures['minsky']>({ hedge: finite, speculative: finite, ponzi: finite, equityBurner: finite }),
    concentration: object<Measures['concentration']>({ hhi: ratio, hhiLow: ratio, hhiHigh: ratio, top3: ratio }),
    utilisation: ratio,
    usedToNew: ratio,
    computePrice: finite,
    returnOnAiCapex: ratio,
    debtRank: object<Measures['debtRank']>({ r2012: finite, r2015: finite, worst: nullable(id) }),
    clearingShortfall: object<Measures['clearingShortfall']>({ worst: nullable(id), dollars, overCapital: ratio }),
    fireSaleLoss: dollars,
    losses,
    lossesByHolder: table(losses),
    lenderCapital: ratio,
    actors: table(
      object<Measures['actors'][string]>({ leverage: ratio, interestCover: ratio, debtServiceCover: ratio, runway: ratio, minsky: oneOf(['hedge', 'speculative', 'ponzi', 'equityBurner', 'none']) }),
    ),
    vendor: object<Measures['vendor']>({ revenue: dollars, orders: finite, grossMargin: ratio, trailingProfit: dollars }),
    ai: object<Measures['ai']>({ endCustomerSpending: dollars, capex: dollars }),
    booksResidual: oneOf([0]),
  }, { creditSpread: ratio, creditMemory: ratio }),
  definitions,
);

export type TickRecord = Frame & { readonly type: 'tick' };
export const tickShape: Shape<TickRecord> = object<TickRecord>({
  type: oneOf(['tick']), tick, state: worldShape, phases: list(phaseRecord, PHASES.length), measures, stateDigest: hex, prev: hex, digest: hex,
});

const change: Shape<Change> = variant<Change>('kind', {
  set: object({ kind: oneOf(['set']), path: id, value: finite }),
  hold: object({ kind: oneOf(['hold']), key: id }),
  removeContract: object({ kind: oneOf(['removeContract']), contract: id }),
  channelOff: object({ kind: oneOf(['channelOff']), channel: id }),
  payInstead: object({ kind: oneOf(['payInstead']), obligation: id }),
  rescue: object({ kind: oneOf(['rescue']), actor: id }),
} as { readonly [kind in Change['kind']]: Shape<unknown> });
const statechart: Shape<StatechartData> = object<StatechartData>({
  id,
  regions: list(object<StatechartData['regions'][number]>({ id, initial: id, states: list(id), transitions: list(object<StatechartData['regions'][number]['transitions'][number]>({ from: id, to: id, guard: id })) })),
});
/** The scenario has a schema of its own (docs/scenario.schema.json), checked apart. */
const scenario: Shape<Header['scenario']> = { fault: () => null, schema: { $ref: 'scenario.schema.json' } };
export const headerShape: Shape<Header> = object<Header>(
  { type: oneOf(['header']), format: oneOf([FORMAT]), model: id, scenario, scenarioDigest: hex, seed: id, horizon: tick, statecharts: table(statechart), opening: worldShape },
  {
    parent: object<NonNullable<Header['parent']>>({ digest: hex, tick, changes: list(change) }, { earlier: list(object<{ tick: number; changes: readonly Change[] }>({ tick, changes: list(change) })) }),
    note: text(2000),
  },
);

export const notesShape: Shape<NotesRecord> = object<NotesRecord>({ type: oneOf(['notes']), title: text(2000), author: text(), bookmarks: list(object<NotesRecord['bookmarks'][number]>({ tick, text: text(2000) })) });

const member: Shape<Member> = object<Member>({ record: oneOf(['header', 'tick', 'notes']), offset: whole(0, LIMIT), length: whole(1, LIMIT), sha256: hex, digest: hex }, { tick });
export const indexShape: Shape<IndexRecord> = object<IndexRecord>({ type: oneOf(['index']), ticks: tick, digest: hex, members: list(member) });
