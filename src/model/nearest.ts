/** The known name a mistyped one was probably meant to be. */

/** Edits (insert, drop, replace, swap neighbours) between two words; Damerau 1964, restricted form. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, beforeLast[column - 2]! + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}

/** The nearest of `known`, if it is near enough to be meant; ties go to the first. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name.length > 60) return null;
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const each of known) {
    if (each.length - name.length > limit || name.length - each.length > limit) continue;
    const distance = each.toLowerCase() === name.toLowerCase() ? 0 : editDistance(name, each);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** The same as a part of a problem: nothing where no known name is near. */
export function meant(name: string, known: readonly string[]): { readonly nearest?: string } {
  const nearest = nearestName(name, known);
  return nearest === null ? {} : { nearest };
}
