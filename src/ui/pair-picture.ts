/** The still picture of two histories side by side, as the reader sees them: both stages, each under its name and month. Loaded only when one is saved. */
import type { Sides } from '../session/sides.ts';
import type { SessionState } from '../session/state.ts';
import { PALETTES } from '../view/palette.ts';
import type { StageView } from '../view/stage-view.ts';
import { css, LABEL_HEIGHT, pairLabels, writePairLabel } from './pair-labels.ts';
import { momentNow } from './shot.ts';

/** Between the pictures, pixels of the page. */
const GAP = 2;

export interface Pair {
  /** Of the history that is told, and of the other. */
  readonly told: StageView;
  readonly other: StageView;
}

export async function pairPicture({ told, other }: Pair, sides: Sides, state: SessionState): Promise<Blob> {
  const [first, second] = await Promise.all([told.still(), other.still()].map(async (still) => createImageBitmap(await still)));
  const [left, right] = sides.shown === 'a' ? [first!, second!] : [second!, first!];
  const sharp = Math.max(1, window.devicePixelRatio || 1);
  const [head, gap] = [LABEL_HEIGHT * sharp, GAP * sharp];
  const canvas = document.createElement('canvas');
  canvas.width = left.width + gap + right.width;
  canvas.height = head + Math.max(left.height, right.height);
  const pen = canvas.getContext('2d', { alpha: false })!;
  const theme = state.presenting ? 'projector' : state.settings.theme;
  pen.fillStyle = css(PALETTES[theme].background);
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const labels = pairLabels(sides, state, momentNow(state).tick);
  for (const [side, picture, x] of [['a', left, 0], ['b', right, left.width + gap]] as const) {
    pen.drawImage(picture, x, head);
    writePairLabel(pen, labels[side], theme, { x, y: 0, width: picture.width, sharp });
  }
  pen.fillStyle = css(PALETTES[theme].faint);
  pen.fillRect(left.width, 0, gap, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('the canvas gave no picture')) : resolve(blob)), 'image/png'));
}
