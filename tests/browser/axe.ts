/** What bars somebody from the page, by axe: the rules of WCAG 2.2 A and AA. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const script = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

/** Brings axe into a page, past its policy, which lets no stranger's script in. */
export async function addAxe(page: Page): Promise<void> {
  await page.evaluate(script);
}

/** Rule and elements, one a violation; of the whole document or of what a selector names. */
export function violations(page: Page, within?: string): Promise<string[]> {
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run(root: Document | string, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    const found = await axe.run(selector ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, within);
}
