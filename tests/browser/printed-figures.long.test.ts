import { describe, expect, it } from 'vitest';
import { builtPage } from './built-page.ts';
import { WITHOUT_BROWSER } from './chromium.ts';
import { ready } from './waits.ts';

describe.skipIf(WITHOUT_BROWSER)('on paper, a question that changes the history', () => {
  const built = builtPage();

  it('has the figures of both histories: to fill in on the handout, filled in on the key', async () => {
    const { page, trouble, close } = await built.open('#lang=en');
    await ready(page);
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'What would have stopped it?' }).getByRole('button', { name: 'Student handout' }).click();
    await page.locator('.print[data-ready]').waitFor();
    const cells = (): Promise<string[][]> => page.locator('.before-after tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
    const pages = async (format: 'A4' | 'Letter'): Promise<number> => ((await page.pdf({ format, preferCSSPageSize: false })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    expect(await page.locator('.before-after').count()).toBe(3);
    for (const row of await cells()) expect(row).toEqual(['', '']);
    expect(await pages('A4')).toBeLessThanOrEqual(2);
    await page.getByRole('button', { name: 'Answer key' }).click();
    await page.locator('.print[data-ready] .before-after').first().waitFor();
    const filled = await cells();
    expect(filled).toHaveLength(15);
    for (const row of filled) expect(row.every((text) => text !== ''), row.join(' | ')).toBe(true);
    // the histories are not the same one
    for (const table of [0, 1, 2]) expect(filled.slice(table * 5, table * 5 + 5).some(([before, after]) => before !== after)).toBe(true);
    // who survives in one of them only: the lower debt of the other history is what bankruptcy left of it
    const [left, plain] = [/^\$[\d.]+B, after its debts were cut in bankruptcy \(\w{3} \d{4}\)$/, /^\$[\d.]+B$/];
    const owed = [1, 6, 11].map((row) => filled[row]!);
    for (const [failed, spared] of [...owed.slice(0, 2), [...owed[2]!].reverse()]) {
      expect(failed).toMatch(left);
      expect(spared).toMatch(plain);
    }
    for (const format of ['A4', 'Letter'] as const) expect(await pages(format), format).toBeLessThanOrEqual(2);
    expect(await page.locator('.before-after thead').first().innerText()).toMatch(/As it was\s+With the change/);
    await close();
    expect(trouble).toEqual({ console: [], policy: [], elsewhere: [] });
  }, 600_000);
});
