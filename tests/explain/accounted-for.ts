/** What issue and design promise of every default: to the dollar, never forward in time, ending at a shock or a decision. */
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
  for (const root of explanation.roots) expect(['shock', 'decision'], root.id).toContain(root.kind);
  for (const edge of explanation.edges) expect(mayCause(chronicle.find(edge.cause)!, chronicle.find(edge.effect)!), `${edge.cause} → ${edge.effect}`).toBe(true);
}
