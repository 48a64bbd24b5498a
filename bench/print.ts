/** Results as text that stays readable in a log. */

export function heading(text: string): void {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`);
}

/** Columns of text, the first to the left and the others to the right. */
export function rows(lines: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const line of lines) line.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  for (const line of lines) console.log(`  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   ')}`);
}

export const figure = (value: number, digits = 2): string => value.toFixed(digits);
export const times = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)}×`;
export const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
export const bytes = (value: number): string => (value < 1e6 ? `${(value / 1e3).toFixed(0)} kB` : `${(value / 1e6).toFixed(1)} MB`);
/** An aim of the design, and whether this run met it. */
export function aim(text: string, met: boolean): void {
  console.log(`  aim: ${text} — ${met ? 'met' : 'NOT met'} in this run`);
}
