/**
 * An actor's whole statement in small: what it owns left, what it owes and its equity right; under the rule how long
 * its cash lasts, its covenants and the last things that happened to it.
 */
import type { Asset, Liability } from '../model/account.ts';
import type { Frame } from '../model/frame.ts';
import type { PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { box, type Box } from './geometry.ts';
import { books } from './glyph.ts';
import { STATEMENT } from './layout.ts';
import type { TextPlan } from './plan.ts';
import type { MeasureText, StageWords } from './stage-words.ts';
import { clip } from './wrap.ts';

const OWNED: readonly Asset[] = ['cash', 'gpus', 'inventory', 'buildings', 'construction', 'loans', 'deposits', 'stakes', 'receivables', 'prepaid', 'other'];
const OWED: readonly Liability[] = ['debt', 'payables', 'customerDeposits', 'depositsTaken'];
/** Lines of each column above the rule, and of the facts below it. */
const ROWS = 4;
const FACTS = 4;

interface StatementRequest {
  readonly id: PartyId;
  readonly world: World;
  readonly frame: Frame;
  readonly words: StageWords;
  readonly measure: MeasureText;
  readonly room: Box;
  readonly size: number;
  readonly line: number;
}

export function statementTexts(request: StatementRequest): TextPlan[] {
  const { id, world, room, words } = request;
  const row = world.accounts[id];
  if (row === undefined) return [];
  const texts: TextPlan[] = [];
  const half = room.width / 2 - STATEMENT.padding - 5;
  const pair = (line: number, side: 'left' | 'right', name: string, amount: string): void => {
    const x = side === 'left' ? room.x + STATEMENT.padding : room.x + room.width / 2 + 5;
    const widthOfAmount = Math.ceil(request.measure(amount, request.size, false));
    const short = clip(name, half - widthOfAmount - 6, (text) => request.measure(text, request.size, false));
    texts.push(textAt(request, `${side}${line}/name`, short, x, line, 'figure'));
    texts.push(textAt(request, `${side}${line}/amount`, amount, x + half - widthOfAmount, line, 'statement'));
  };
  const largest = <Name extends Asset | Liability>(names: readonly Name[], count: number): readonly Name[] => [...names].filter((name) => row[name] !== 0).sort((a, b) => row[b] - row[a]).slice(0, count);
  largest(OWNED, ROWS).forEach((name, line) => pair(line, 'left', words.account(name), words.dollars(row[name])));
  largest(OWED, ROWS - 1).forEach((name, line) => pair(line, 'right', words.account(name), words.dollars(row[name])));
  pair(ROWS - 1, 'right', words.account('netWorth'), words.dollars(books(row).equity));
  facts(request).forEach((fact, index) => {
    const short = clip(fact, room.width - 2 * STATEMENT.padding, (text) => request.measure(text, request.size, false));
    texts.push(textAt(request, `fact${index}`, short, room.x + STATEMENT.padding, ROWS + index, 'figure'));
  });
  return texts;
}

function facts({ id, world, frame, words }: StatementRequest): string[] {
  const loans = Object.values(world.loans).filter((loan) => loan.borrower === id && loan.covenant !== 'none');
  const events = frame.phases.flatMap((record) => record.events).filter((event) => event.actor === id);
  return [
    words.runway(frame.measures.actors[id]?.runway ?? null),
    ...loans
      .sort((a, b) => b.principal - a.principal || (a.id < b.id ? -1 : 1))
      .slice(0, 2)
      .map((loan) => words.covenant({ lender: loan.lender, principal: loan.principal, state: loan.covenantState, kind: loan.covenant })),
    ...events.reverse().map((event) => words.event(event.type)),
  ].slice(0, FACTS);
}

function textAt(request: StatementRequest, part: string, text: string, x: number, line: number, role: 'figure' | 'statement'): TextPlan {
  const { id, room, size, measure } = request;
  const y = room.y + STATEMENT.padding + line * request.line + (line >= ROWS ? 2 : 0);
  return { id: `${part}/${id}`, role, text, box: box(Math.round(x), y, Math.ceil(measure(text, size, false)), request.line), size, bold: false, align: 'left', lane: null, on: null, tone: null, dim: false };
}
