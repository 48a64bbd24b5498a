/**
 * Chinese text has punctuation of its own, as wide as a character. Lists where a catalogue or a scenario has the narrow
 * kind beside a Chinese character; with --fix puts the right one. node scripts/chinese-punctuation.js [--fix] [FILE…]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WIDE = { ',': '\uff0c', ':': '\uff1a', ';': '\uff1b', '?': '\uff1f', '!': '\uff01', '(': '\uff08', ')': '\uff09' };
const HAN = '[\\p{Script=Han}\u3001\u3002\u201c\u201d\u300a\u300b\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff01]';
/** After a Chinese character, or before one; a colon before one may belong to the code. */
const NARROW = new RegExp(`(?<=${HAN})[,:;?!()]|[,;?!()](?=${HAN})`, 'gu');

export function chinese(text) {
  let before;
  do {
    before = text;
    text = text.replace(NARROW, (mark) => WIDE[mark]);
  } while (text !== before);
  return text;
}

function files() {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const inside = (folder, ends) => readdirSync(root + folder, { recursive: true }).filter((name) => ends.test(name)).map((name) => `${root}${folder}/${name}`);
  return [...inside('src/words', /\.zh\.ts$/), ...inside('scenarios', /\.yaml$/)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fix = process.argv.includes('--fix');
  const named = process.argv.slice(2).filter((argument) => argument !== '--fix');
  for (const file of named.length > 0 ? named : files()) {
    const text = readFileSync(file, 'utf8');
    const right = chinese(text);
    if (right === text) continue;
    const wrong = text.split('\n').filter((line) => chinese(line) !== line).length;
    console.log(`${file}: ${wrong} lines${fix ? ' put right' : ''}`);
    if (fix) writeFileSync(file, right);
    else process.exitCode = 1;
  }
}
