/** A name in at most two lines, broken where it is read best. */

/** A name longer than this is cut before anything is measured: files come from strangers. */
const LONGEST = 80;

/** Breaks at a space so that the longer line is as short as can be; Chinese between characters, never inside a word. */
export function wrapText(name: string, widest: number, measure: (text: string) => number): readonly string[] {
  const text = shortened(name);
  if (measure(text) <= widest) return [text];
  let best: readonly [string, string] | null = null;
  let bestWidth = measure(text);
  for (let index = 1; index < text.length; index++) {
    const atSpace = text[index] === ' ';
    if (!atSpace && !betweenIdeographs(text, index)) continue;
    const lines = [text.slice(0, index).trim(), text.slice(index).trim()] as const;
    if (lines[0] === '' || lines[1] === '') continue;
    const width = Math.max(measure(lines[0]), measure(lines[1]));
    if (width < bestWidth) {
      best = lines;
      bestWidth = width;
    }
  }
  return best === null ? [clip(text, widest * 1.6, measure)] : best.map((line) => clip(line, widest * 1.6, measure));
}

function betweenIdeographs(text: string, index: number): boolean {
  return text.charCodeAt(index) >= 0x2e80 && text.charCodeAt(index - 1) >= 0x2e80 && !'、,。)》'.includes(text[index]!);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

/** Cuts what is far too long, whole characters only, and says so with an ellipsis. */
export function clip(whole: string, widest: number, measure: (text: string) => number): string {
  const text = shortened(whole);
  if (measure(text) <= widest) return text;
  const characters = [...text];
  let keep = characters.length;
  while (keep > 1 && measure(`${characters.slice(0, keep).join('')}…`) > widest) keep -= 1;
  return `${characters.slice(0, keep).join('')}…`;
}
