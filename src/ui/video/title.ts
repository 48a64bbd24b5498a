/** What stands under the picture of a film, so that it can be understood away from the page: date, caption, whose run. */
import { FONT, PALETTES, type ThemeName } from '../../view/palette.ts';
import { clip } from '../../view/wrap.ts';

export interface Title {
  readonly date: string;
  readonly caption: string;
  /** Scenario and seed. */
  readonly run: string;
  readonly notAForecast: string;
}

const MARGIN = 20;
/** Room for the date, and for run and reminder, pixels. */
const SIDES = { date: 190, run: 330 };

export function writeTitle(pen: CanvasRenderingContext2D, title: Title, theme: ThemeName, box: { readonly y: number; readonly width: number; readonly height: number }): void {
  const { background, ink, muted, faint } = PALETTES[theme];
  const middle = box.y + box.height / 2;
  const right = box.width - MARGIN;
  const write = (text: string, x: number, y: number, widest: number, size: number, weight: 400 | 700, colour: number, align: CanvasTextAlign = 'left'): void => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = css(colour);
    pen.textAlign = align;
    pen.fillText(clip(text, widest, (each) => pen.measureText(each).width), x, y);
  };
  pen.fillStyle = css(background);
  pen.fillRect(0, box.y, box.width, box.height);
  pen.fillStyle = css(faint);
  pen.fillRect(0, box.y, box.width, 1);
  pen.textBaseline = 'middle';
  write(title.date, MARGIN, middle, SIDES.date - MARGIN, 28, 700, ink);
  write(title.caption, MARGIN + SIDES.date, middle, right - SIDES.run - MARGIN - SIDES.date - MARGIN, 20, 400, ink);
  write(title.run, right, middle - 12, SIDES.run, 15, 400, muted, 'right');
  write(title.notAForecast, right, middle + 12, SIDES.run, 15, 400, muted, 'right');
}

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
