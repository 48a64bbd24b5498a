/** Width of a text as this browser draws it, each measured once. */
import { FONT } from './palette.ts';
import type { MeasureText } from './stage-words.ts';

let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();
export const measureText: MeasureText = (text, size, bold) => {
  const key = `${size}/${bold}/${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen ??= document.createElement('canvas').getContext('2d');
    if (pen === null) return text.length * size * 0.6;
    pen.font = `${bold ? '600 ' : ''}${size}px ${FONT}`;
    width = pen.measureText(text).width;
    if (widths.size > 4000) widths.clear();
    widths.set(key, width);
  }
  return width;
};
