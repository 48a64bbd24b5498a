/**
 * What there is to draw on. Graphics made by software are detected by name, because no browser says so by itself, and
 * then the plain canvas is two to three times faster.
 */
import 'pixi.js/unsafe-eval';
import 'pixi.js/graphics';
import 'pixi.js/particle-container';
import 'pixi.js/text';
import { CanvasParticleContainerPipe, CanvasRenderer, extensions, WebGLRenderer } from 'pixi.js';
import { ParticleBrush } from './particle-brush.ts';
import type { RendererName } from './stage-view.ts';

// of two of one name Pixi keeps the first
extensions.remove(CanvasParticleContainerPipe);
extensions.add(ParticleBrush);

export type Surface = WebGLRenderer | CanvasRenderer;

const SOFTWARE = /swiftshader|llvmpipe|basic render/i;

/** `webgl` where a graphics card does the work, `canvas` where there is none or only a program that imitates one. */
export function bestRenderer(): RendererName {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  if (gl === null) return 'canvas';
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names === null ? gl.RENDERER : names.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(name) ? 'canvas' : 'webgl';
}

export interface SurfaceSize {
  readonly width: number;
  readonly height: number;
  readonly background: number;
}

/** The wanted surface, or the canvas if that cannot be had, or null. */
export async function openSurface(wanted: RendererName, size: SurfaceSize): Promise<{ name: RendererName; surface: Surface } | null> {
  const order: readonly RendererName[] = wanted === 'webgl' ? ['webgl', 'canvas'] : ['canvas'];
  for (const name of order) {
    const surface = name === 'webgl' ? new WebGLRenderer() : new CanvasRenderer();
    try {
      await surface.init({
        width: Math.max(1, size.width),
        height: Math.max(1, size.height),
        background: size.background,
        antialias: true,
        autoDensity: true,
        resolution: pixelRatio(),
        skipExtensionImports: true,
      });
      return { name, surface };
    } catch {
      // the next one
    }
  }
  return null;
}

export function pixelRatio(): number {
  return Math.max(1, Math.min(3, window.devicePixelRatio || 1));
}

export function closeSurface(surface: Surface): void {
  try {
    surface.destroy({ removeView: true });
  } catch {
    // a lost context cannot be told to clean up
    surface.canvas.remove();
  }
}
