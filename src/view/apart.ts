/** Moves bodies on the stage apart until nobody stands on anybody. Same input, same result. */
import type { Box } from './geometry.ts';

export interface Body {
  /** Everything that must stay free, relative to the centre. */
  readonly claims: readonly Box[];
  readonly homeX: number;
  readonly homeY: number;
  x: number;
  y: number;
}

/** What bodies keep between them, pixels. */
const GAP = 5;

/**
 * Pushes bodies apart along the shorter way, pulled back towards home, until nothing meets. Gives back those that still
 * meet something.
 */
export function moveApart<One extends Body>(bodies: readonly One[], fixed: readonly Box[], area: Box, rounds: number): readonly One[] {
  const corners = fixed.map((claim): Body => ({ claims: [claim], homeX: 0, homeY: 0, x: 0, y: 0 }));
  let crowded = new Set<One>();
  for (let round = 0; round < rounds; round++) {
    const pull = round < rounds * 0.6 ? 0.03 : 0;
    crowded = new Set();
    for (const body of bodies) {
      body.x += (body.homeX - body.x) * pull;
      body.y += (body.homeY - body.y) * pull;
    }
    for (let i = 0; i < bodies.length; i++)
      for (let j = i + 1; j < bodies.length; j++) {
        const push = overlapOf(bodies[i]!, bodies[j]!);
        if (push === null) continue;
        crowded.add(bodies[i]!).add(bodies[j]!);
        bodies[i]!.x -= push.x / 2;
        bodies[i]!.y -= push.y / 2;
        bodies[j]!.x += push.x / 2;
        bodies[j]!.y += push.y / 2;
      }
    for (const body of bodies) {
      for (const corner of corners) {
        const push = overlapOf(corner, body);
        if (push === null) continue;
        crowded.add(body);
        body.x += push.x;
        body.y += push.y;
      }
      keepInside(body, area);
    }
    if (crowded.size === 0 && pull === 0) return [];
  }
  return [...crowded];
}

/** By how much b must move away from a: the deepest overlap of any of their boxes, along its shorter side. */
function overlapOf(a: Body, b: Body): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null;
  let deepest = 0;
  for (const first of a.claims)
    for (const second of b.claims) {
      const dx = a.x + first.x + first.width / 2 - (b.x + second.x + second.width / 2);
      const dy = a.y + first.y + first.height / 2 - (b.y + second.y + second.height / 2);
      const overX = (first.width + second.width) / 2 + GAP - Math.abs(dx);
      const overY = (first.height + second.height) / 2 + GAP - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      const depth = Math.min(overX, overY);
      if (depth <= deepest) continue;
      deepest = depth;
      best = overX < overY ? { x: dx > 0 ? -overX : overX, y: 0 } : { x: 0, y: dy > 0 ? -overY : overY };
    }
  return best;
}

function keepInside(body: Body, area: Box): void {
  for (const claim of body.claims) {
    body.x = Math.max(area.x - claim.x, Math.min(area.x + area.width - claim.x - claim.width, body.x));
    body.y = Math.max(area.y - claim.y, Math.min(area.y + area.height - claim.y - claim.height, body.y));
  }
}
