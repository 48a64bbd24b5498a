/**
 * A little air between Chinese characters and Latin words. Browsers give it by themselves; a terminal does not. Paths,
 * code and amounts (`225亿美元`) stay as they are.
 */
const WORD = /[^\s，。；：、（）“”《》？！]+/gu;
const CODE = /[/\\`_=~<>]|\.[A-Za-z]/;
const MEETING = /(?<=\p{Script=Han})(?=[A-Za-z])|(?<=[A-Za-z])(?=\p{Script=Han})/gu;

export function aired(text: string): string {
  return text.replace(WORD, (word) => (CODE.test(word) ? word : word.replace(MEETING, ' ')));
}
