/** Shows text from a file safely inside a message: one line, cut, nothing invisible or reordering left in it. */

const LONGEST = 60;

/** Controls, bidirectional overrides and isolates, line and paragraph separators, zero-width characters, lone surrogates. */
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Offset of the first character that a reader could not see, or −1. Tabs and line ends are fine. */
export function findHidden(text: string): number {
  return text.search(HIDDEN);
}

export function codePointName(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function quoteText(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  let safe = '';
  for (let index = 0; index < cut.length; index++)
    safe += HIDDEN.test(cut[index]!) && !isPair(cut, index) ? `\\u${cut.charCodeAt(index).toString(16).padStart(4, '0')}` : cut[index];
  return `"${safe.replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}

function isPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdbff) return isLow(text.charCodeAt(index + 1));
  return isLow(code) && index > 0 && text.charCodeAt(index - 1) >= 0xd800 && text.charCodeAt(index - 1) <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
