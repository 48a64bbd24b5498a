/**
 * Draws particles on a plain canvas. Pixi's own way saves, turns and restores the pen for each of them, and fills
 * buffers that only a graphics card reads; here a round one is one image, and a turned one a transformation and one
 * image, which without a graphics card is most of what a busy month costs.
 */
import { CanvasParticleContainerPipe, type CanvasRenderer, type ParticleContainer } from 'pixi.js';

export class ParticleBrush extends CanvasParticleContainerPipe {
  override execute(container: ParticleContainer): void {
    const { canvasContext } = this.renderer as unknown as CanvasRenderer;
    const pen = canvasContext.activeContext;
    pen.save();
    canvasContext.setContextTransform(container.worldTransform);
    canvasContext.setBlendMode(container.groupBlendMode);
    const { a, b, c, d, e, f } = pen.getTransform();
    const groupAlpha = (container.groupColorAlpha >>> 24) / 255;
    let isTurned = false;
    let opacity = -1;
    for (const { texture, color, x, y, rotation, scaleX, scaleY, anchorX, anchorY } of container.particleChildren) {
      const alpha = ((color >>> 24) / 255) * groupAlpha;
      if (alpha !== opacity) pen.globalAlpha = opacity = alpha;
      const { frame, source } = texture;
      const finer = source.resolution;
      const width = frame.width * scaleX;
      const height = frame.height * scaleY;
      const image = source.resource as CanvasImageSource;
      if (rotation === 0) {
        if (isTurned) pen.setTransform(a, b, c, d, e, f);
        isTurned = false;
        pen.drawImage(image, frame.x * finer, frame.y * finer, frame.width * finer, frame.height * finer, x - anchorX * width, y - anchorY * height, width, height);
      } else {
        const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
        pen.setTransform(a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, a * x + c * y + e, b * x + d * y + f);
        isTurned = true;
        pen.drawImage(image, frame.x * finer, frame.y * finer, frame.width * finer, frame.height * finer, -anchorX * width, -anchorY * height, width, height);
      }
    }
    pen.restore();
  }
}
