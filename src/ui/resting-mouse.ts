/**
 * What the mouse has come to rest on. What is said about it comes up, changes and goes only when the mouse has been
 * elsewhere for a moment, and stays where it came up: nothing flickers under a mouse that passes, and the words
 * themselves can be reached (WCAG 2.2, 1.4.13).
 */
import type { Point } from '../view/geometry.ts';
import type { Pointed, PointedThing } from '../view/pointed.ts';

/** Milliseconds until the mouse rests. */
export const REST = 200;

export interface RestingMouse {
  /** What lies under the mouse now, each time it moves or the picture is another. */
  point(pointed: Pointed | null): void;
  /** Nothing is said any more, until the mouse has rested on something else. */
  dismiss(): void;
}

/** `say` is told what is spoken of, at the place where the mouse came to rest on it. */
export function restingMouse(say: (rested: Pointed | null) => void): RestingMouse {
  let said: { readonly key: string; readonly at: Point; readonly isDismissed: boolean } | null = null;
  let now: Pointed | null = null;
  let awaited: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stay = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const change = (): void => {
    timer = undefined;
    said = now === null ? null : { key: keyOf(now), at: now.at, isDismissed: false };
    say(now);
  };
  return {
    point(pointed) {
      now = pointed;
      const key = pointed === null ? null : keyOf(pointed);
      if (key === (said?.key ?? null)) {
        stay();
        if (pointed !== null && said?.isDismissed === false) say({ ...pointed, at: said.at });
      } else if (timer === undefined || key !== awaited) {
        stay();
        awaited = key;
        timer = setTimeout(change, REST);
      }
    },
    dismiss() {
      if (said !== null) said = { ...said, isDismissed: true };
      say(null);
    },
  };
}

/** The same thing on a stage of another size stands somewhere else. */
function keyOf({ thing, room }: Pointed): string {
  return [nameOf(thing), room.width, room.height].join(' ');
}

function nameOf(thing: PointedThing): string {
  switch (thing.kind) {
    case 'actor':
      return thing.node.id;
    case 'lane':
      return thing.lane.key;
    case 'bundle':
      return thing.ends.join('|');
    case 'river':
      return thing.river.key;
  }
}
