/** The still picture of two histories side by side, as the reader sees them: both stages, each under its name and month. Loaded only when one is saved. */
import { besideTick, type Sides } from '../session/sides.ts';
import type { SessionState } from '../session/state.ts';
import { FONT, PALETTES } from '../view/palette.ts';
import type { StageView } from '../view/stage-view.ts';
import { clip } from '../view/wrap.ts';
import { makeFormat } from '../words/format.ts';
import { sideNames } from './panels/side-names.ts';
import { momentNow } from './shot.ts';

/** Of a line over the pictures and of the gap between them, pixels of the page. */
const HEAD = 40;
const GAP = 2;
const MARGIN = 12;

export interface Pair {
  /** Of the history that is told, and of the other. */
  readonly told: StageView;
  readonly other: StageView;
}

export async function pairPicture({ told, other }: Pair, sides: Sides, state: SessionState): Promise<Blob> {
  const [first, second] = await Promise.all([told.still(), other.still()].map(async (still) => createImageBitmap(await still)));
  const [left, right] = sides.shown === 'a' ? [first!, second!] : [second!, first!];
  const sharp = Math.max(1, window.devicePixelRatio || 1);
  const [head, gap] = [HEAD * sharp, GAP * sharp];
  const canvas = document.createElement('canvas');
  canvas.width = left.width + gap + right.width;
  canvas.height = head + Math.max(left.height, right.height);
  const pen = canvas.getContext('2d', { alpha: false })!;
  const { background, ink, faint } = PALETTES[state.presenting ? 'projector' : state.settings.theme];
  pen.fillStyle = css(background);
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = css(faint);
  pen.fillRect(left.width, 0, gap, canvas.height);
  pen.drawImage(left, 0, head);
  pen.drawImage(right, left.width + gap, head);
  const { language } = state.settings;
  const names = sideNames(sides.a.source.header, sides.b.source.header, language);
  const { tick } = momentNow(state);
  for (const side of ['a', 'b'] as const) {
    const { scenario } = sides[side].source.header;
    const date = makeFormat(language, scenario.opens).date(side === sides.shown ? tick : besideTick(sides, tick));
    const [x, width] = side === 'a' ? [0, left.width] : [left.width + gap, right.width];
    const margin = MARGIN * sharp;
    pen.fillStyle = css(ink);
    pen.textBaseline = 'middle';
    pen.font = `400 ${15 * sharp}px ${FONT}`;
    pen.textAlign = 'right';
    pen.fillText(date, x + width - margin, head / 2);
    const room = width - 3 * margin - pen.measureText(date).width;
    pen.font = `700 ${15 * sharp}px ${FONT}`;
    pen.textAlign = 'left';
    pen.fillText(clip(names[side], room, (text) => pen.measureText(text).width), x + margin, head / 2);
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('the canvas gave no picture')) : resolve(blob)), 'image/png'));
}

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
