/** Drawings made once and shared by everything that looks the same; emptied when the theme changes. */
import { Texture, type GraphicsContext } from 'pixi.js';

export class ArtBox {
  private readonly contexts = new Map<string, GraphicsContext>();
  private readonly textures = new Map<string, Texture>();

  context(key: string, make: () => GraphicsContext): GraphicsContext {
    let found = this.contexts.get(key);
    if (found === undefined) this.contexts.set(key, (found = make()));
    return found;
  }

  /** A texture painted on a canvas of `width` × `height` pixels, sharp at `resolution`. */
  texture(key: string, width: number, height: number, resolution: number, paint: (pen: CanvasRenderingContext2D) => void): Texture {
    let found = this.textures.get(key);
    if (found === undefined) {
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(width * resolution);
      canvas.height = Math.ceil(height * resolution);
      const pen = canvas.getContext('2d');
      if (pen !== null) {
        pen.scale(resolution, resolution);
        paint(pen);
      }
      found = Texture.from(canvas, true);
      found.source.resolution = resolution;
      this.textures.set(key, found);
    }
    return found;
  }

  get size(): number {
    return this.contexts.size + this.textures.size;
  }

  /** Nothing that was drawn with them may be drawn again. */
  empty(): void {
    for (const context of this.contexts.values()) context.destroy();
    for (const texture of this.textures.values()) texture.destroy(true);
    this.contexts.clear();
    this.textures.clear();
  }
}

/** `#rrggbb` of a colour number. */
export function css(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
