/** How wide a text is on this page, in pixels: measured on a canvas, estimated where there is none. */
import { FONT } from '../../view/palette.ts';
import { estimateText, type MeasureText } from '../../view/stage-words.ts';

let context: CanvasRenderingContext2D | null | undefined;

export const textWidth: MeasureText = (text, size, bold) => {
  if (context === undefined) context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (context === null) return estimateText(text, size, bold);
  context.font = `${bold ? 650 : 400} ${size}px ${FONT}`;
  return context.measureText(text).width;
};
