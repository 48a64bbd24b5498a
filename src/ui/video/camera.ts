/**
 * What takes the pictures of a film: a stage of its own, or two side by side where the page shows two histories, each
 * under its name and month. The page's own stages stay as the reader has them.
 */
import { loadAround } from '../../playback/scene.ts';
import { besideTick, isSplit, sidesOf, type Sides } from '../../session/sides.ts';
import { shownRun, type SessionState } from '../../session/state.ts';
import { FONT, PALETTES } from '../../view/palette.ts';
import type { Mode } from '../../view/plan.ts';
import { createStage } from '../../view/stage.ts';
import type { Look, Shot, StageView } from '../../view/stage-view.ts';
import { clip } from '../../view/wrap.ts';
import { panelWords } from '../../words/panels.ts';
import { otherLook } from '../other-look.ts';
import { css, LABEL_HEIGHT, pairLabels, writePairLabel } from '../pair-labels.ts';
import { shotAt, shotBeside } from '../shot.ts';
import type { StageHandle } from '../stage-handle.ts';
import type { Moment } from './stretch.ts';

/** Between two pictures, pixels. */
const GAP = 2;

export interface Camera {
  /** Draws a moment on a canvas, in the rectangle from its corner that the camera was made for, and gives the shot of the history that is told. */
  take(pen: CanvasRenderingContext2D, at: Moment, mode: Mode): Promise<Shot>;
  destroy(): void;
}

export interface CameraRequest {
  readonly state: SessionState;
  readonly stage: StageHandle;
  readonly look: Look;
}

/** Null where the browser draws no stage. */
export async function makeCamera({ state, stage, look }: CameraRequest, width: number, height: number): Promise<Camera | null> {
  const sides = isSplit(state) ? sidesOf(state) : null;
  const told = await makeStage(stage);
  const other = sides === null || told === null ? null : await makeStage(stage);
  const destroy = (): void => [told, other].forEach((view) => view?.destroy());
  if (told === null || (sides !== null && other === null)) {
    destroy();
    return null;
  }
  told.configure(look);
  const { source } = shownRun(state)!;
  if (sides === null || other === null) {
    told.resize(width, height);
    const alone = { ...state, split: false };
    return {
      async take(pen, at, mode) {
        const shot = await loaded(() => shotAt(alone, stage, { ...at, phase: null }, mode), source, at.tick);
        told.draw(shot);
        told.copy(pen, 0, 0, width, height);
        return shot;
      },
      destroy,
    };
  }
  other.configure(otherLook(look, sides, state.settings));
  const [half, tall] = [(width - GAP) / 2, height - LABEL_HEIGHT];
  for (const view of [told, other]) view.resize(half, tall);
  const place = { a: 0, b: half + GAP };
  const beside = sides.shown === 'a' ? 'b' : 'a';
  return {
    async take(pen, at, mode) {
      const moment = { ...at, phase: null };
      const month = besideTick(sides, at.tick);
      // what stands otherwise is told from the other history's month, so that comes first
      if (month >= 0 && month < sides[beside].source.length && sides[beside].source.peek(month) === undefined) await loadAround(sides[beside].source, month);
      const shot = await loaded(() => shotAt(state, stage, moment, mode), source, at.tick);
      const second = shotBeside(state, stage, sides, moment, mode);
      if (second === null || second === 'unreadable') throw new Error(`tick ${month}`);
      told.draw(shot);
      told.copy(pen, place[sides.shown], LABEL_HEIGHT, half, tall);
      if (second === 'none') writeNothing(pen, state, look, { x: place[beside], y: LABEL_HEIGHT, width: half, height: tall });
      else {
        other.draw(second);
        other.copy(pen, place[beside], LABEL_HEIGHT, half, tall);
      }
      const labels = pairLabels(sides, state, at.tick);
      for (const side of ['a', 'b'] as const) writePairLabel(pen, labels[side], look.theme, { x: place[side], y: 0, width: half, sharp: 1 });
      pen.fillStyle = css(PALETTES[look.theme].faint);
      pen.fillRect(half, 0, GAP, height);
      return shot;
    },
    destroy,
  };
}

async function makeStage(stage: StageHandle): Promise<StageView | null> {
  // an element that is on no page has no size of its own
  const made = await createStage(document.createElement('div'), {
    ...(stage.view === null ? {} : { renderer: stage.view.renderer }),
    onSelect: () => undefined,
    onHover: () => undefined,
    onLost: () => undefined,
  });
  return 'failed' in made ? null : made;
}

/** A shot, once its months are in memory. */
async function loaded(take: () => ReturnType<typeof shotAt>, source: Sides['a']['source'], tick: number): Promise<Shot> {
  let shot = take();
  if (shot === null) {
    await loadAround(source, tick);
    shot = take();
  }
  if (shot === null || shot === 'unreadable') throw new Error(`tick ${tick}`);
  return shot;
}

function writeNothing(pen: CanvasRenderingContext2D, { settings: { language } }: SessionState, { theme }: Look, { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
  pen.fillStyle = css(PALETTES[theme].background);
  pen.fillRect(x, y, width, height);
  pen.fillStyle = css(PALETTES[theme].muted);
  pen.font = `400 15px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(clip(panelWords(language).compare.noMonthBeside, width - 24, (text) => pen.measureText(text).width), x + width / 2, y + height / 2);
}
