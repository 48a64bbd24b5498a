/** A sheet of the page as a printer gets it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];
/** Without the margins, in points. */
export const PRINTABLE_HEIGHT: { readonly [paper in Paper]: number } = { A4: ((297 - 28) / 25.4) * 72, Letter: 11 * 72 - (28 / 25.4) * 72 };

export interface PrintedWord {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}
export interface PrintedPage {
  /** In the order in which it was written, without any spaces. */
  readonly text: string;
  readonly words: readonly PrintedWord[];
}

export async function printed(page: Page, format: Paper): Promise<readonly PrintedPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ouroboros-pdf-'));
  const path = join(folder, 'sheet.pdf');
  try {
    writeFileSync(path, await page.pdf({ format, preferCSSPageSize: false }));
    const textOf = (...options: string[]): string => {
      const { status, stdout, error } = spawnSync('pdftotext', [...options, path, '-'], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`pdftotext: ${error?.message ?? String(status)}; scripts/test-tools installs it`);
      return stdout;
    };
    const texts = textOf('-raw').split('\f').slice(0, -1);
    const boxes = textOf('-bbox').split('<page ').slice(1);
    return texts.map((text, nth) => ({
      text: squeezed(text),
      words: [...boxes[nth]!.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, word]) => ({ text: word!, top: Number(top), bottom: Number(bottom) })),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where a line is broken is the paper's business. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
