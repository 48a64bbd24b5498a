/** A line of the map on paper, with its arrow. Kinds are told apart as on the stage: solid, dotted, double, a chain, dashed. */
import type { ReactNode, SVGProps } from 'react';
import type { LaneKind } from '../../playback/lane-book.ts';
import { partOf, pointAt, type Path } from '../../view/geometry.ts';
import { paperHead } from '../../view/paper-map.ts';

type Stroke = Pick<SVGProps<SVGPathElement>, 'stroke' | 'strokeWidth' | 'strokeDasharray' | 'strokeLinecap'>;

/** What is drawn one over the other. */
function strokesOf(kind: LaneKind, width: number): readonly Stroke[] {
  switch (kind) {
    case 'cash':
      return [{ stroke: '#555', strokeWidth: width }];
    case 'debt':
      return [{ stroke: 'black', strokeWidth: Math.max(2.4, width), strokeDasharray: `0 ${Math.max(5, width * 1.9)}`, strokeLinecap: 'round' }];
    case 'equity':
      return [{ stroke: 'black', strokeWidth: width + 2 }, { stroke: 'white', strokeWidth: width * 0.5 }];
    case 'rent':
      return [{ stroke: 'black', strokeWidth: Math.min(2, width), strokeDasharray: '9 3 2 3' }];
    case 'gpu':
      return [{ stroke: 'black', strokeWidth: width, strokeDasharray: `${Math.max(7, width * 1.4)} ${Math.max(4, width * 0.8)}` }];
  }
}

export function PaperLane({ name, kind, path, width }: { readonly name: string; readonly kind: LaneKind; readonly path: Path; readonly width: number }): ReactNode {
  const head = paperHead(width);
  // a short way is mostly head
  const length = Math.min(head.length, path.total * 0.7);
  const body = drawn(partOf(path, 0, 1 - (length * 0.9) / path.total));
  const tip = pointAt(path, 1);
  const foot = pointAt(path, 1 - length / path.total);
  const [ux, uy] = [(tip.x - foot.x) / length, (tip.y - foot.y) / length];
  return (
    <g data-lane={name} fill="none">
      {/* a seam keeps crossing lines apart */}
      <path d={body} stroke="white" strokeWidth={width + 4} />
      {strokesOf(kind, width).map((stroke, nth) => (
        <path key={nth} d={body} {...stroke} />
      ))}
      <polygon points={[[tip.x, tip.y], [foot.x - uy * head.half, foot.y + ux * head.half], [foot.x + uy * head.half, foot.y - ux * head.half]].map(([x, y]) => `${x!.toFixed(1)},${y!.toFixed(1)}`).join(' ')} fill={kind === 'cash' ? '#555' : 'black'} stroke="white" strokeWidth="0.8" />
    </g>
  );
}

function drawn({ xs, ys }: Path): string {
  return `M${xs.map((x, point) => `${x.toFixed(1)} ${ys[point]!.toFixed(1)}`).join('L')}`;
}
