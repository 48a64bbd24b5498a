/** What every default has to show: to the dollar, never forward in time, ending at a shock or a decision, each line with a cause that fits it. */
import { expect } from 'vitest';
import { explain } from '../../src/explain/causes.ts';
import { mayCause, type Chronicle, type Happening } from '../../src/explain/chronicle.ts';

export function accountedFor(chronicle: Chronicle, end: Happening & { readonly kind: 'event' }): void {
  const { shortfall } = end.event;
  const explanation = explain(chronicle, end);
  expect(explanation.gaps, end.id).toEqual([]);
  expect(shortfall, end.id).toBeDefined();
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  expect(sum(shortfall!.lines.map((line) => line.share)), end.id).toBe(shortfall!.total);
  expect(sum(explanation.roots.map((root) => root.root)), end.id).toBe(explanation.total);
  if (shortfall!.total > 0) expect(sum(explanation.edges.filter((edge) => edge.effect === end.id).map((edge) => edge.weight)), end.id).toBe(shortfall!.total);
  for (const { line, event } of shortfall!.lines) {
    const cause = chronicle.find(event)!;
    // who called a loan is who is not paid
    if (cause.kind === 'event' && cause.event.type === 'accelerated') expect(line, end.id).toBe(`principal/${String(cause.event.data['lender'])}`);
    // what came to nothing has cost nothing
    if (cause.kind === 'decision' && cause.decision.outcome !== null && cause.decision.outcome.asked > 0) expect(cause.decision.outcome.filled, `${line} of ${end.id} by ${event}`).toBeGreaterThan(0);
  }
  for (const root of explanation.roots) expect(['shock', 'decision'], root.id).toContain(root.kind);
  for (const edge of explanation.edges) expect(mayCause(chronicle.find(edge.cause)!, chronicle.find(edge.effect)!), `${edge.cause} → ${edge.effect}`).toBe(true);
}
