/** The first sentence of a text, in either language. */
export function firstSentence(text: string): string {
  return /^.*?(?:[.!?](?=\s|$)|[。!?])/su.exec(text)?.[0] ?? text;
}
