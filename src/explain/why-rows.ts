/** The order and height of what stands in the columns of a picture: boxes, and lanes in which edges pass a column. */

export interface Item {
  readonly column: number;
  readonly height: number;
  /** Its middle. */
  y: number;
  /** What it is tied to in the columns beside it. */
  readonly left: Item[];
  readonly right: Item[];
  /** How strongly it holds its neighbours level with itself. */
  readonly firm: number;
}

const ROUNDS = 12;

/** Puts each column in the order with few crossings: by the middle of what each item is tied to, to and fro, keeping the best. */
export function arrange(rows: Item[][]): void {
  let best = rows.map((row) => row.slice());
  let fewest = crossings(rows);
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const side = round % 2 === 0 ? 'left' : 'right';
    const sweep = side === 'left' ? rows : [...rows].reverse();
    for (const row of sweep) {
      const places = new Map(rows.flatMap((each) => each.map((item, place) => [item, (place + 0.5) / each.length] as const)));
      const middle = new Map(
        row.map((item) => {
          const tied = item[side].length > 0 ? item[side] : [item];
          return [item, tied.reduce((sum, each) => sum + places.get(each)!, 0) / tied.length] as const;
        }),
      );
      row.sort((a, b) => middle.get(a)! - middle.get(b)!);
    }
    const now = crossings(rows);
    if (now < fewest) {
      fewest = now;
      best = rows.map((row) => row.slice());
    }
  }
  rows.forEach((row, column) => row.splice(0, row.length, ...best[column]!));
}

function crossings(rows: readonly (readonly Item[])[]): number {
  const place = new Map(rows.flatMap((row) => row.map((item, index) => [item, index] as const)));
  let count = 0;
  for (const row of rows) {
    const ties = row.flatMap((item) => item.right.map((to) => [place.get(item)!, place.get(to)!] as const));
    for (let a = 0; a < ties.length; a++) for (let b = 0; b < a; b++) if ((ties[a]![0] - ties[b]![0]) * (ties[a]![1] - ties[b]![1]) < 0) count++;
  }
  return count;
}

/** Moves everything level with what it is tied to, as far as the order and `gap` pixels between neighbours allow. */
export function align(rows: readonly (readonly Item[])[], gap: number): void {
  for (const row of rows) settle(row, row.map(() => 0), gap);
  for (let round = 0; round < ROUNDS; round++)
    for (const row of round % 2 === 0 ? rows : [...rows].reverse()) {
      const wanted = row.map((item) => {
        const tied = [...item.left, ...item.right];
        if (tied.length === 0) return item.y;
        const weight = tied.reduce((sum, each) => sum + each.firm, 0);
        return tied.reduce((sum, each) => sum + each.y * each.firm, 0) / weight;
      });
      settle(row, wanted, gap);
    }
}

/** The heights nearest to those wanted (least squares) that keep order and distance: neighbours that push form a block. */
function settle(row: readonly Item[], wanted: readonly number[], gap: number): void {
  const offsets: number[] = [];
  row.forEach((item, index) => {
    const before = row[index - 1];
    offsets.push(before === undefined ? 0 : offsets[index - 1]! + (before.height + item.height) / 2 + gap);
  });
  const blocks: { sum: number; weight: number; count: number }[] = [];
  row.forEach((item, index) => {
    blocks.push({ sum: (wanted[index]! - offsets[index]!) * item.firm, weight: item.firm, count: 1 });
    for (let top = blocks.length - 1; top > 0 && blocks[top - 1]!.sum / blocks[top - 1]!.weight > blocks[top]!.sum / blocks[top]!.weight; top--) {
      const pushed = blocks.pop()!;
      const onto = blocks[top - 1]!;
      onto.sum += pushed.sum;
      onto.weight += pushed.weight;
      onto.count += pushed.count;
    }
  });
  let index = 0;
  for (const block of blocks) for (let each = 0; each < block.count; each++, index++) row[index]!.y = block.sum / block.weight + offsets[index]!;
}
