import { describe, expect, it } from 'vitest';
import { boxToDisc, type Box } from '../../src/view/geometry.ts';
import type { Still, Target } from '../../src/view/plan.ts';
import { laneParts } from '../../src/playback/lane-book.ts';
import { groundOf, run, stillAt, type Setting } from './stills.ts';

/** The stage under questions and answers of a lesson, on a page of its own, and on a telephone. */
const SIZES = [
  { width: 1024, height: 190 }, { width: 1024, height: 264 }, { width: 1280, height: 260 }, { width: 960, height: 206 }, { width: 960, height: 490 }, { width: 390, height: 300 },
] as const;
const SETTINGS: readonly Setting[] = SIZES.flatMap((size) => (['en', 'zh'] as const).flatMap((language) => [false, true].map((projector) => ({ ...size, language, projector }))));

/** Names, and words beside them, that a reader would take for somebody else's. Those of `apart` may stand anywhere, on their owners or tied to them. */
function mistaken(still: Still, setting: Setting, apart: readonly string[]): string[] {
  const { ring } = groundOf(setting).layout;
  const circles = still.nodes.filter((node) => node.shape === 'ring');
  return still.texts
    .filter(({ role }) => role === 'name' || role === 'state')
    .flatMap(({ id, text, box }) => {
      const owner = id.split('/').at(-1)!;
      const own = circles.find((node) => node.id === owner);
      if (own === undefined) return [];
      const block = blockOf(still, owner);
      const away = (node: (typeof circles)[number], of: Box): number => boxToDisc(of, node.x, node.y, node.radius + ring);
      const isTied = still.ties.some(({ from, to }) => boxToPoint(block, from) < 1 && Math.abs(Math.hypot(to.x - own.x, to.y - own.y) - own.radius - ring) < 1);
      if (apart.includes(owner) && (isTied || away(own, block) <= 0)) return [];
      return circles.flatMap((other) => (other.id === owner ? [] : away(other, box) < 0 && !apart.includes(owner) ? [`“${text}” lies on ${other.id}`] : away(other, block) < away(own, block) - 0.01 ? [`“${text}” is nearer to ${other.id} than to ${owner}`] : []));
    });
}

function boxToPoint({ x, y, width, height }: Box, at: { readonly x: number; readonly y: number }): number {
  return Math.hypot(at.x - Math.max(x, Math.min(x + width, at.x)), at.y - Math.max(y, Math.min(y + height, at.y)));
}

/** A name and the words under it, as one. */
function blockOf(still: Still, owner: string): Box {
  const boxes = still.texts.filter(({ id, role }) => (role === 'name' || role === 'state') && id.endsWith(`/${owner}`)).map(({ box }) => box);
  const [x, y] = [Math.min(...boxes.map((each) => each.x)), Math.min(...boxes.map((each) => each.y))];
  return { x, y, width: Math.max(...boxes.map((each) => each.x + each.width)) - x, height: Math.max(...boxes.map((each) => each.y + each.height)) - y };
}

describe('a name', () => {
  for (const setting of SETTINGS) {
    const where = `${setting.width}×${setting.height} in ${setting.language}${setting.projector === true ? ' on a projector' : ''}`;
    it(`stands on nobody else, and beside its owner rather than anybody else, at ${where}`, () => {
      for (const frame of run.frames) expect(mistaken(stillAt(frame.tick, setting), setting, []), `month ${frame.tick}`).toEqual([]);
      for (const { id } of run.header.scenario.parties) {
        const selected: Target = { kind: 'actor', id };
        expect(mistaken(stillAt(9, setting, { selected }), setting, [id]), id).toEqual([]);
      }
      const spoken = ['nvidia/equity/openai', 'amazon/cash/nvidia'];
      const ends = spoken.flatMap((key) => [laneParts(key).from, laneParts(key).to]);
      expect(mistaken(stillAt(9, setting, { spoken: spoken.map((key) => ({ key, part: null })), selected: { kind: 'actor', id: 'nvidia' } }), setting, ends)).toEqual([]);
    });
  }

  it('is there for several even in the lowest strip, and always for who is selected', () => {
    for (const setting of SETTINGS) {
      const named = ({ nodes }: Still): string[] => nodes.filter((node) => node.shape === 'ring' && node.named).map(({ id }) => id);
      // letters for the last row of a room, on a telephone
      const least = setting.projector === true && setting.width < 400 ? 1 : 3;
      expect(named(stillAt(9, setting)).length, JSON.stringify(setting)).toBeGreaterThanOrEqual(least);
      for (const id of ['meta', 'coreweave', 'other-neoclouds']) expect(named(stillAt(9, setting, { selected: { kind: 'actor', id } })), JSON.stringify(setting)).toContain(id);
    }
  });
});
