/**
 * A stretch of a run as a video file. A camera of its own takes each picture in turn, so that the film is the same on
 * every machine however fast it is, and the page stays as the reader has it. H.264 in MP4 where the browser can encode
 * it, else VP9, VP8 or AV1 in WebM. Loaded only when a video is wanted.
 */
import { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat, type VideoCodec } from 'mediabunny';
import { modeOf } from '../mode.ts';
import { TITLE_HEIGHT, writeTitle, type Title } from '../picture-title.ts';
import { phasesTold } from '../told.ts';
import { makeCamera, type Camera, type CameraRequest } from './camera.ts';
import { momentOf, PICTURE_RATE, picturesOf, type Stretch } from './stretch.ts';

/** Pixels of a film. */
const WIDTH = 1280;
const HEIGHT = 720;
/** The page gets its turn at least this often, milliseconds. */
const TURN = 30;

export interface FilmRequest extends CameraRequest {
  readonly stretch: Stretch;
  /** `told`: how many phases of the month have begun. */
  title(tick: number, told: number): Title;
  readonly stop: AbortSignal;
  /** Share that is done. */
  onProgress(share: number): void;
}

export interface Film {
  readonly file: Blob;
  readonly ending: 'mp4' | 'webm';
}

/** Null when it was stopped; `cannot` when the browser has no encoder. */
export async function film(request: FilmRequest): Promise<Film | 'cannot' | null> {
  const kind = await bestKind();
  if (kind === null) return 'cannot';
  const camera = await makeCamera(request, WIDTH, HEIGHT - TITLE_HEIGHT);
  if (camera === null) return 'cannot';
  const output = new Output({ format: kind.ending === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target: new BufferTarget() });
  try {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const pictures = new CanvasSource(canvas, { codec: kind.codec, quality: QUALITY_HIGH });
    output.addVideoTrack(pictures, { frameRate: PICTURE_RATE });
    await output.start();
    const whole = await takeAll(request, camera, canvas, pictures);
    if (!whole) {
      await output.cancel();
      return null;
    }
    await output.finalize();
    return { file: new Blob([output.target.buffer!], { type: output.format.mimeType }), ending: kind.ending };
  } catch (error) {
    if (output.state !== 'finalized' && output.state !== 'canceled') await output.cancel();
    throw error;
  } finally {
    camera.destroy();
  }
}

/** False when it was stopped. */
async function takeAll({ state, look, stretch, title, stop, onProgress }: FilmRequest, camera: Camera, canvas: HTMLCanvasElement, pictures: CanvasSource): Promise<boolean> {
  const pen = canvas.getContext('2d', { alpha: false })!;
  const count = picturesOf(stretch);
  let turned = performance.now();
  for (let nth = 0; nth < count; nth++) {
    if (stop.aborted) return false;
    const { tick, u } = momentOf(stretch, nth);
    const mode = modeOf({ ...state.playback, speed: stretch.speed, phase: null, moving: u < 1 ? 'playing' : 'still', u });
    const shot = await camera.take(pen, { tick, u }, mode);
    writeTitle(pen, title(tick, phasesTold(shot.scene.frame, { phase: null, u }, mode)), look.theme, { y: HEIGHT - TITLE_HEIGHT, width: WIDTH, height: TITLE_HEIGHT });
    await pictures.add(nth / PICTURE_RATE, 1 / PICTURE_RATE);
    onProgress((nth + 1) / count);
    if (performance.now() - turned < TURN) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turned = performance.now();
  }
  return true;
}

/** What this browser can encode, the most widely played first. */
async function bestKind(): Promise<{ readonly ending: Film['ending']; readonly codec: VideoCodec } | null> {
  if (!('VideoEncoder' in globalThis)) return null;
  const size = { width: WIDTH, height: HEIGHT, quality: QUALITY_HIGH, frameRate: PICTURE_RATE };
  const mp4 = await getFirstEncodableVideoCodec(['avc'], size);
  if (mp4 !== null) return { ending: 'mp4', codec: mp4 };
  const webm = await getFirstEncodableVideoCodec(['vp9', 'vp8', 'av1'], size);
  return webm === null ? null : { ending: 'webm', codec: webm };
}
