/**
 * Circles: things that are each other's cause, such as two firms that fail in the same month because neither paid the
 * other. A graph is given as `out[i]`, the nodes that node i leads to.
 */

/**
 * The nodes grouped into circles (most are alone), each group before all groups it leads to (Tarjan 1972). Without
 * recursion, since a stranger's recording may hold a chain of any length.
 */
export function circlesOf(out: readonly (readonly number[])[]): number[][] {
  const count = out.length;
  const found = new Array<number>(count).fill(-1);
  const lowest = new Array<number>(count).fill(0);
  const open = new Array<boolean>(count).fill(false);
  const next = new Array<number>(count).fill(0);
  const stack: number[] = [];
  const groups: number[][] = [];
  let clock = 0;
  const enter = (node: number, path: number[]): void => {
    found[node] = lowest[node] = clock++;
    open[node] = true;
    stack.push(node);
    path.push(node);
  };
  for (let start = 0; start < count; start++) {
    if (found[start] !== -1) continue;
    const path: number[] = [];
    enter(start, path);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const to = out[node]![next[node]!];
      if (to !== undefined) {
        next[node]! += 1;
        if (found[to] === -1) enter(to, path);
        else if (open[to] === true) lowest[node] = Math.min(lowest[node]!, found[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
      if (lowest[node] !== found[node]) continue;
      const group: number[] = [];
      for (;;) {
        const member = stack.pop()!;
        open[member] = false;
        group.push(member);
        if (member === node) break;
      }
      groups.push(group.reverse());
    }
  }
  return groups.reverse();
}

/**
 * How often something that enters at `inflow` passes each node of a circle before it leaves: x = inflow + passᵀ·x,
 * where `pass[i][j]` is the part of node i that goes on to j inside the circle. By elimination with row exchange.
 * Null when nothing ever leaves.
 */
export function visits(pass: readonly (readonly number[])[], inflow: readonly number[]): number[] | null {
  const size = inflow.length;
  const rows = inflow.map((amount, row) => [...pass.map((from, column) => (column === row ? 1 : 0) - from[row]!), amount]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    if (Math.abs(top[column]!) < 1e-12) return null;
    for (let row = column + 1; row < size; row++) {
      const line = rows[row]!;
      const factor = line[column]! / top[column]!;
      if (factor === 0) continue;
      for (let each = column; each <= size; each++) line[each]! -= factor * top[each]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const line = rows[row]!;
    let rest = line[size]!;
    for (let column = row + 1; column < size; column++) rest -= line[column]! * solution[column]!;
    solution[row] = Math.max(0, rest / line[row]!);
  }
  return solution;
}

/**
 * Takes out of a stream what only goes round: as long as positive amounts form a circle, the smallest on it is taken
 * from all of it. What every node takes in less what it gives on stays the same. `stream[i]` maps node j to what goes
 * from i to j; it is changed. Returns the nodes so ordered that what is left only leads onwards.
 */
export function straighten(stream: readonly Map<number, number>[]): number[] {
  const done = new Array<boolean>(stream.length).fill(false);
  const place = new Map<number, number>(); // where a node stands on the path
  const order: number[] = [];
  for (let start = 0; start < stream.length; start++) {
    const path: number[] = done[start] === true ? [] : [start];
    place.clear();
    if (path.length > 0) place.set(start, 0);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      let to = -1;
      for (const [each, amount] of stream[node]!)
        if (amount > 0 && done[each] !== true) {
          to = each;
          break;
        }
      if (to === -1) {
        done[node] = true;
        order.push(node);
        place.delete(node);
        path.pop();
        continue;
      }
      const back = place.get(to);
      if (back === undefined) {
        place.set(to, path.length);
        path.push(to);
        continue;
      }
      const circle = path.slice(back);
      let least = Infinity;
      circle.forEach((each, index) => (least = Math.min(least, stream[each]!.get(circle[(index + 1) % circle.length]!)!)));
      circle.forEach((each, index) => {
        const onto = circle[(index + 1) % circle.length]!;
        const left = stream[each]!.get(onto)! - least;
        if (left > 0) stream[each]!.set(onto, left);
        else stream[each]!.delete(onto);
      });
      while (path.length > back + 1) place.delete(path.pop()!);
    }
  }
  return order.reverse();
}
