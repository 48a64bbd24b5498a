/** What stands under a picture or a film, so that it can be understood away from the page: date, caption, whose run. */
import type { Tick } from '../model/units.ts';
import type { FrameSource } from '../playback/source.ts';
import { FONT, PALETTES, type ThemeName } from '../view/palette.ts';
import { clip } from '../view/wrap.ts';
import { captionSoFar } from '../words/captions.ts';
import type { Speaker } from '../words/speaker.ts';
import type { UiWords } from '../words/ui-types.ts';

export interface Title {
  readonly date: string;
  readonly caption: string;
  /** Scenario and seed. */
  readonly run: string;
  readonly notAForecast: string;
}

/** Pixels under a picture of 1280. */
export const TITLE_HEIGHT = 64;
const MARGIN = 20;
/** Room for the date, and for run and reminder, pixels. */
const SIDES = { date: 190, run: 330 };

/** What is said under a month; `told`: how many of its phases have been told. */
export function titleOf(source: FrameSource, tick: Tick, told: number, speaker: Speaker, words: UiWords): Title {
  const frame = source.peek(tick);
  const { scenario, seed } = source.header;
  return {
    date: speaker.format.date(tick),
    caption: frame === undefined ? '' : captionSoFar(frame, source.peek(tick - 1) ?? null, told, speaker),
    run: `${scenario.name[speaker.language]} · ${words.seed} ${seed}`,
    notAForecast: words.notAForecast,
  };
}

/** `scale`: pixels of the picture for one of a picture of 1280. */
export function writeTitle(pen: CanvasRenderingContext2D, title: Title, theme: ThemeName, box: { readonly y: number; readonly width: number; readonly height: number }, scale = 1): void {
  const { background, ink, muted, faint } = PALETTES[theme];
  const middle = box.y + box.height / 2;
  const margin = MARGIN * scale;
  const right = box.width - margin;
  const write = (text: string, x: number, y: number, widest: number, size: number, weight: 400 | 700, colour: number, align: CanvasTextAlign = 'left'): void => {
    pen.font = `${weight} ${size * scale}px ${FONT}`;
    pen.fillStyle = css(colour);
    pen.textAlign = align;
    pen.fillText(clip(text, widest, (each) => pen.measureText(each).width), x, y);
  };
  pen.fillStyle = css(background);
  pen.fillRect(0, box.y, box.width, box.height);
  pen.fillStyle = css(faint);
  pen.fillRect(0, box.y, box.width, 1);
  pen.textBaseline = 'middle';
  const [date, run, apart] = [SIDES.date * scale, SIDES.run * scale, 12 * scale];
  write(title.date, margin, middle, date - margin, 28, 700, ink);
  write(title.caption, margin + date, middle, right - run - margin - date - margin, 20, 400, ink);
  write(title.run, right, middle - apart, run, 15, 400, muted, 'right');
  write(title.notAForecast, right, middle + apart, run, 15, 400, muted, 'right');
}

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
