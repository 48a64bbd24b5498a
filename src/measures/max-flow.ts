/** The most that can pass from a source to a sink through pipes of given width (Edmonds & Karp 1972). */
export interface Pipe {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export function maxFlow(nodes: number, pipes: readonly Pipe[], source: number, sink: number): number {
  // residual pipes in pairs: 2k forward, 2k + 1 back
  const to: number[] = [];
  const left: number[] = [];
  const out: number[][] = Array.from({ length: nodes }, () => []);
  for (const pipe of pipes) {
    if (pipe.width <= 0 || pipe.from === pipe.to) continue;
    out[pipe.from]!.push(to.length);
    to.push(pipe.to);
    left.push(pipe.width);
    out[pipe.to]!.push(to.length);
    to.push(pipe.from);
    left.push(0);
  }
  let total = 0;
  for (;;) {
    const reachedBy = new Int32Array(nodes).fill(-1);
    const queue = [source];
    for (let head = 0; head < queue.length && reachedBy[sink] === -1; head++)
      for (const pipe of out[queue[head]!]!) {
        const next = to[pipe]!;
        if (left[pipe]! <= 0 || next === source || reachedBy[next] !== -1) continue;
        reachedBy[next] = pipe;
        queue.push(next);
      }
    if (reachedBy[sink] === -1) return total;
    let width = Number.POSITIVE_INFINITY;
    for (let node = sink; node !== source; node = to[reachedBy[node]! ^ 1]!) width = Math.min(width, left[reachedBy[node]!]!);
    for (let node = sink; node !== source; node = to[reachedBy[node]! ^ 1]!) {
      left[reachedBy[node]!]! -= width;
      left[reachedBy[node]! ^ 1]! += width;
    }
    total += width;
  }
}
