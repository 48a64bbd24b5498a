/**
 * Fills a lesson's text with the figures of the run it is told of: `{amount}`, `{due}`, `{paid}`, `{total}` and `{loss}`
 * in dollars and `{share}` as per cent from the event the step stands at, `{flow}` from the payments of its month,
 * `{traced}` in cents from the measures. A figure the run does not have is shown as a dash.
 */
import type { Event } from '../model/decision.ts';
import type { Frame } from '../model/frame.ts';
import type { Step } from './shape.ts';

/** Says figures as people read them; src/words has one for each language. */
export interface Figures {
  dollars(amount: number): string;
  percent(share: number): string;
  cents(share: number): string;
}

const DOLLARS = ['amount', 'due', 'paid', 'total', 'loss', 'principal', 'value'] as const;
export const MISSING = '–';

/** The names in braces that a text uses. */
export function holesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
}

export function fill(text: string, facts: { readonly frame: Frame; readonly event: Event | null; readonly flow: Step['flow'] }, figures: Figures): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, facts, figures) ?? MISSING);
}

function valueOf(name: string, { frame, event, flow }: Parameters<typeof fill>[1], figures: Figures): string | null {
  if (name === 'traced') {
    const { traced } = frame.measures.circularity;
    return traced === null ? null : figures.cents(traced);
  }
  if (name === 'flow') {
    if (flow === undefined) return null;
    let sum = 0;
    for (const { flows } of frame.phases) for (const each of flows) if (each.from === flow.from && each.to === flow.to && each.purpose === flow.purpose) sum += each.amount;
    return sum === 0 ? null : figures.dollars(sum);
  }
  const value = event === null || !Object.hasOwn(event.data, name) ? null : event.data[name];
  if (typeof value !== 'number') return null;
  if (name === 'share') return figures.percent(Math.abs(value));
  return (DOLLARS as readonly string[]).includes(name) ? figures.dollars(value) : null;
}

/** The event with this id in a month. */
export function eventIn(frame: Frame, id: string | null): Event | null {
  if (id === null) return null;
  for (const { events } of frame.phases) for (const event of events) if (event.id === id) return event;
  return null;
}
