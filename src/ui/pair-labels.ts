/** What stands over two histories side by side in a picture or a film, as on the page: name, month, and what tells the other one apart. */
import { besideTick, type Sides } from '../session/sides.ts';
import type { SessionState } from '../session/state.ts';
import type { Tick } from '../model/units.ts';
import { FONT, PALETTES, type ThemeName } from '../view/palette.ts';
import { clip } from '../view/wrap.ts';
import { makeFormat } from '../words/format.ts';
import { panelWords } from '../words/panels.ts';
import { sideNames } from './panels/side-names.ts';

export interface PairLabel {
  readonly name: string;
  /** Null where this history has no month beside the one that is told. */
  readonly date: string | null;
  readonly marks: string;
}

/** At a month of the history that is told. */
export function pairLabels(sides: Sides, { settings: { language } }: SessionState, tick: Tick): Readonly<Record<'a' | 'b', PairLabel>> {
  const names = sideNames(sides.a.source.header, sides.b.source.header, language);
  const { ringed, amounts } = panelWords(language).compare;
  const label = (side: 'a' | 'b', marks: string): PairLabel => {
    const { header, length } = sides[side].source;
    const month = side === sides.shown ? tick : besideTick(sides, tick);
    return { name: names[side], date: month < 0 || month >= length ? null : makeFormat(language, header.scenario.opens).date(month), marks };
  };
  return { a: label('a', ringed), b: label('b', amounts) };
}

/** As large as the page draws them, times `sharp`. */
export const LABEL_HEIGHT = 40;
const MARGIN = 12;
const SIZE = 15;

export function writePairLabel(pen: CanvasRenderingContext2D, { name, date, marks }: PairLabel, theme: ThemeName, { x, y, width, sharp }: { readonly x: number; readonly y: number; readonly width: number; readonly sharp: number }): void {
  const { background, ink, muted } = PALETTES[theme];
  const [margin, middle] = [MARGIN * sharp, y + (LABEL_HEIGHT * sharp) / 2];
  pen.fillStyle = css(background);
  pen.fillRect(x, y, width, LABEL_HEIGHT * sharp);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const write = (text: string, at: number, widest: number, weight: 400 | 700, colour: number): number => {
    pen.font = `${weight} ${SIZE * sharp}px ${FONT}`;
    pen.fillStyle = css(colour);
    const shown = clip(text, widest, (each) => pen.measureText(each).width);
    pen.fillText(shown, at, middle);
    return at + pen.measureText(shown).width + margin;
  };
  pen.font = `400 ${SIZE * sharp}px ${FONT}`;
  const [month, note] = [date ?? '', marks].map((text) => pen.measureText(text).width) as [number, number];
  const right = x + width - margin;
  const after = write(name, x + margin, right - month - margin - (x + margin), 700, ink);
  const next = date === null ? after : write(date, after, month + 1, 400, ink);
  // the note gives way, as on a projector
  if (next + note <= right) write(marks, right - note, note + 1, 400, muted);
}

export const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
