/** What a reader points at: an actor, a lane (`from/kind/to`), a bundle of lanes (`a|b`) or a river (kinds of party: `chipVendor/equity/outsideInvestors`). */
export type Selection =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'lane'; readonly key: string }
  | { readonly kind: 'bundle'; readonly key: string };

/** As the address of the page has it: `coreweave`, `lane:nvidia/equity/openai`, `bundle:…`. */
export function writeSelection(selected: Selection): string {
  return selected.kind === 'actor' ? selected.id : `${selected.kind}:${selected.key}`;
}

/** Null for anything that cannot be one. Whether the run has it is for the reader of the run to see. */
export function readSelection(text: string): Selection | null {
  const found = /^(?:(lane|bundle):([a-zA-Z0-9|-]+(?:\/[a-zA-Z0-9|-]+){0,3})|([a-z0-9][a-z0-9-]*))$/.exec(text);
  if (found === null || text.length > 140) return null;
  if (found[3] !== undefined) return { kind: 'actor', id: found[3] };
  return { kind: found[1] as 'lane' | 'bundle', key: found[2]! };
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a === b || (a !== null && b !== null && writeSelection(a) === writeSelection(b));
}
