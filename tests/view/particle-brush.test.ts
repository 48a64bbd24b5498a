import { afterAll, describe, expect, it, vi } from 'vitest';

// Pixi asks what browser it is in when it is loaded
vi.stubGlobal('navigator', { userAgent: '' });
afterAll(() => vi.unstubAllGlobals());
const { Matrix, Particle, Rectangle, Texture, TextureSource } = await import('pixi.js');
const { ParticleBrush } = await import('../../src/view/particle-brush.ts');

/** A pen that notes where each image comes to lie and how bright it is. */
function notingPen(resolution: number) {
  const images: { readonly opacity: number; readonly from: readonly number[]; readonly corners: readonly number[] }[] = [];
  let transform = new Matrix(resolution, 0, 0, resolution, 0, 0);
  const kept: (typeof transform)[] = [];
  const pen = {
    globalAlpha: 1,
    save: () => kept.push(transform.clone()),
    restore: () => (transform = kept.pop()!),
    getTransform: () => ({ a: transform.a, b: transform.b, c: transform.c, d: transform.d, e: transform.tx, f: transform.ty }),
    setTransform: (a: number, b: number, c: number, d: number, e: number, f: number) => (transform = new Matrix(a, b, c, d, e, f)),
    drawImage: (_image: unknown, sx: number, sy: number, sw: number, sh: number, x: number, y: number, width: number, height: number) =>
      images.push({ opacity: pen.globalAlpha, from: [sx, sy, sw, sh], corners: [[x, y], [x + width, y], [x + width, y + height], [x, y + height]].flatMap(([px, py]) => { const at = transform.apply({ x: px!, y: py! }); return [at.x, at.y]; }) }),
  };
  return { pen, images };
}

/** Where Pixi's own transformations put the corners of a square of 18 about a point. */
function placed(x: number, y: number, rotation: number, scale: number, resolution: number): number[] {
  const way = new Matrix().scale(scale, scale).rotate(rotation).translate(x, y).scale(resolution, resolution);
  return [[-9, -9], [9, -9], [9, 9], [-9, 9]].flatMap(([px, py]) => { const at = way.apply({ x: px!, y: py! }); return [at.x, at.y]; });
}

describe('particles on a plain canvas', () => {
  it('stand where they are, turned, as large and as bright as they are, also after one that is turned otherwise', () => {
    const resolution = 2;
    const { pen, images } = notingPen(resolution);
    const source = new TextureSource({ resource: {} as never, width: 90 * 4, height: 18 * 4, resolution: 4 });
    const textures = [0, 1].map((nth) => new Texture({ source, frame: new Rectangle(18 * nth, 0, 18, 18) }));
    const shown = [
      { x: 100, y: 40, rotation: 0, scale: 0.5, alpha: 1, nth: 0 },
      { x: 30, y: 70, rotation: 0.7, scale: 1.4, alpha: 0.25, nth: 1 },
      { x: 55, y: 12, rotation: -2.1, scale: 1, alpha: 0.25, nth: 1 },
      { x: 8, y: 90, rotation: 0, scale: 0.8, alpha: 0.7, nth: 0 },
    ];
    const particles = shown.map(({ x, y, rotation, scale, alpha, nth }) => new Particle({ texture: textures[nth]!, anchorX: 0.5, anchorY: 0.5, x, y, rotation, scaleX: scale, scaleY: scale, alpha }));
    const canvasContext = { activeContext: pen, setContextTransform: () => undefined, setBlendMode: () => undefined };
    const brush = Object.assign(Object.create(ParticleBrush.prototype) as InstanceType<typeof ParticleBrush>, { renderer: { canvasContext } as never });
    brush.execute({ worldTransform: new Matrix(), groupBlendMode: 'normal', groupColorAlpha: 0xffffffff, particleChildren: particles } as never);
    expect(images.length).toBe(4);
    images.forEach((image, nth) => {
      const { x, y, rotation, scale, alpha, nth: texture } = shown[nth]!;
      expect(image.opacity).toBeCloseTo(alpha, 2);
      expect(image.from).toEqual([18 * texture * 4, 0, 72, 72]);
      placed(x, y, rotation, scale, resolution).forEach((at, corner) => expect(image.corners[corner], `${nth}, ${corner}`).toBeCloseTo(at, 6));
    });
  });
});
