import { describe, expect, it } from 'vitest';
import { boxesMeet, boxInside, box, pathMeetsBox, pathOf } from '../../src/view/geometry.ts';
import { labelBox, labelSize, layOut, type Layout, type Window } from '../../src/view/layout.ts';
import { heldAt, inSight, kept, zoomedAt } from '../../src/view/zoom.ts';
import { wrapText } from '../../src/view/wrap.ts';
import { layoutRequest, SIZES } from './stills.ts';

describe('where everybody stands', () => {
  for (const size of SIZES)
    for (const language of ['en', 'zh'] as const)
      it(`leaves room for every disc, plate and label at ${size.width}×${size.height} in ${language}`, () => {
        const request = layoutRequest({ ...size, language });
        const layout = layOut(request);
        const claims = [...layout.places.values()].flatMap((place) => [
          { id: place.id, box: place.box },
          ...(place.shape === 'ring' ? [{ id: place.id, box: labelBox(place, labelSize(place, 1, request)) }] : []),
        ]);
        const meeting = claims.flatMap((a, i) => claims.slice(i + 1).filter((b) => a.id !== b.id && boxesMeet(a.box, b.box)).map((b) => `${a.id} meets ${b.id}`));
        expect(meeting).toEqual([]);
        const frame = box(0, 0, size.width, size.height);
        expect(claims.filter((claim) => !boxInside(claim.box, frame)).map((claim) => claim.id)).toEqual([]);
      });

  it('draws every party but the government and the monetary column', () => {
    const layout = layOut(layoutRequest(SIZES[0]));
    expect(layout.places.size).toBe(24);
    expect(layout.places.has('government')).toBe(false);
    expect(layout.places.has('money')).toBe(false);
  });

  it('comes out the same for the same request', () => {
    const [one, two] = [layOut(layoutRequest(SIZES[1])), layOut(layoutRequest(SIZES[1]))];
    expect([...one.places.values()]).toEqual([...two.places.values()]);
  });

  it('keeps the order of the display block: columns from left to right', () => {
    const { places } = layOut(layoutRequest(SIZES[0]));
    const x = (id: string): number => places.get(id)!.x;
    expect(x('end-customers')).toBeLessThan(x('openai'));
    expect(x('openai')).toBeLessThan(x('microsoft'));
    expect(x('microsoft')).toBeLessThan(x('nvidia'));
    expect(places.get('microsoft')!.y).toBeLessThan(places.get('amazon')!.y);
  });

  it('shows more beside an actor the closer one looks', () => {
    const levels = [1, 2, 3].map((zoom) => layOut(layoutRequest({ ...SIZES[0], window: { zoom, x: 0, y: 0 } })).level);
    expect(levels).toEqual([1, 2, 3]);
  });
});

/** A pointer that was on a name or a disc is still on it, pixels. */
const ON_THE_SPOT = 8;

describe('zooming', () => {
  const frame = { width: 1000, height: 500 };
  it('brings whoever is selected into sight, and leaves alone who is in it', () => {
    const frame = { width: 800, height: 400 };
    const window = { zoom: 2, x: 0, y: 0 };
    expect(inSight(window, box(100, 100, 80, 80), frame)).toBe(window);
    // to the middle
    expect(inSight(window, box(1000, 380, 80, 80), frame)).toEqual({ zoom: 2, x: 640, y: 220 });
    // as far as the rims allow
    expect(inSight(window, box(1550, 700, 80, 80), frame)).toEqual({ zoom: 2, x: 800, y: 400 });
    expect(inSight({ zoom: 1, x: 0, y: 0 }, box(-5, 10, 80, 80), frame)).toEqual({ zoom: 1, x: 0, y: 0 });
  });

  it('keeps what is under the pointer where it is', () => {
    const window = zoomedAt({ zoom: 1.5, x: 200, y: 100 }, 1.4, 300, 200, frame);
    expect((window.x + 300) / window.zoom).toBeCloseTo((200 + 300) / 1.5, 6);
    expect((window.y + 200) / window.zoom).toBeCloseTo((100 + 200) / 1.5, 6);
  });
  it('keeps an actor under the pointer where it is through all of the zoom, name by name and figure by figure', () => {
    for (const language of ['en', 'zh'] as const)
      for (const size of SIZES) {
        const whole = layOut(layoutRequest({ ...size, language }));
        for (const [id, place] of whole.places) {
          let layout = whole;
          for (let step = 0; step < 8; step++) {
            const at = (window: Window): Layout => layOut(layoutRequest({ ...size, language, window }));
            const zoomed = at(zoomedAt(layout.window, 1.15, place.x, place.y, size));
            layout = at(heldAt(layout, zoomed, place.x, place.y, size));
            const { x, y } = layout.places.get(id)!;
            expect(Math.hypot(x - place.x, y - place.y), `${id} at ${layout.window.zoom.toFixed(2)}`).toBeLessThan(ON_THE_SPOT);
          }
        }
      }
  });
  it('never leaves the picture and never shows less than all of it', () => {
    expect(kept({ zoom: 2, x: 5000, y: -40 }, frame)).toEqual({ zoom: 2, x: 1000, y: 0 });
    expect(zoomedAt({ zoom: 1.1, x: 3, y: 3 }, 0.2, 10, 10, frame)).toEqual({ zoom: 1, x: 0, y: 0 });
  });
});

describe('names in lines', () => {
  const measure = (text: string): number => text.length * 10;
  it('stay in one when they fit', () => expect(wrapText('Meta', 50, measure)).toEqual(['Meta']));
  it('break at the space that makes the longer line shortest', () => expect(wrapText('Sovereign and enterprise', 150, measure)).toEqual(['Sovereign and', 'enterprise']));
  it('break between Chinese characters', () => expect(wrapText('数据中心开发商', 50, measure)).toHaveLength(2));
  it('are cut when a hostile file makes them endless', () => {
    const lines = wrapText('x'.repeat(5000), 100, measure);
    expect(lines.join('').length).toBeLessThan(40);
    expect(lines.at(-1)!.endsWith('…')).toBe(true);
  });
});

describe('a curve over a box', () => {
  const across = pathOf([0, 100], [50, 50]);
  it('is seen even where no point of it lies inside', () => expect(pathMeetsBox(across, box(40, 45, 10, 10), 0)).toBe(true));
  it('is as broad as its lane', () => {
    expect(pathMeetsBox(across, box(40, 53, 10, 10), 2)).toBe(false);
    expect(pathMeetsBox(across, box(40, 53, 10, 10), 4)).toBe(true);
  });
  it('may pass a corner without meeting it', () => expect(pathMeetsBox(pathOf([0, 100], [0, 100]), box(60, 0, 30, 30), 0)).toBe(false));
});
