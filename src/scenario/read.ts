/**
 * Reads one scenario file: YAML text to plain values that remember where they stood. Anything that could surprise is
 * refused with its place: aliases (bombs), tags, repeated or hostile keys, numbers that are not numbers, hidden characters.
 */
import { Composer, Lexer, LineCounter, Parser, isAlias, isMap, isScalar, isSeq, type CST, type Document, type ParsedNode } from 'yaml';
import { exampleAt } from './fields.ts';
import type { Problem, ProblemCode, ProblemData } from './problem.ts';
import { codePointName, findHidden, quoteText } from './quote.ts';

/** Characters a scenario file may have; a caller with a larger file need not read it. */
export const LARGEST_SCENARIO = 2_000_000;
/** Levels of nesting; the schema needs seven. */
const DEEPEST = 32;

export type Plain = null | boolean | number | string | Plain[] | PlainMap;
export interface PlainMap {
  [key: string]: Plain;
}

export interface SourceFile {
  readonly name: string;
  readonly lines: LineCounter;
}
/** Where an entry of a map or list stands: its key (for a list item the item) and its value, as offsets. */
export interface Entry {
  readonly file: SourceFile;
  readonly keyAt: number;
  readonly valueAt: number;
}
/** For every map and list read, where its entries stand; list entries by index. */
export type Origins = WeakMap<object, Map<string, Entry>>;

/** A line that would be right, for problems of the text itself. */
const EXAMPLES: Partial<Record<ProblemCode, string>> = {
  tooLarge: 'extends: base',
  empty: 'format: 1',
  hiddenCharacter: 'name: { en: "Demand falls short", zh: "需求不及预期" }',
  syntax: 'cash: { value: 1000000000, unit: USD, mark: assumed, source: "…" }',
  tooDeep: 'cash: { value: 1000000000, unit: USD, mark: assumed, source: "…" }',
  severalDocuments: 'extends: base',
  notAMap: 'format: 1',
  alias: 'lender: banks',
  tag: 'id: my-scenario',
  badKey: 'id: my-scenario',
  forbiddenKey: 'id: my-scenario',
  badNumber: 'value: 0.6',
};

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

export function isMapValue(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the file's top-level map, or null; `problems` then says why. */
export function readFile(text: string, name: string, origins: Origins, problems: Problem[]): PlainMap | null {
  const reader = new Reader({ name, lines: new LineCounter() }, origins, problems);
  return reader.read(text);
}

class Reader {
  private aliased = false;

  constructor(
    private readonly file: SourceFile,
    private readonly origins: Origins,
    private readonly problems: Problem[],
  ) {}

  read(withMark: string): PlainMap | null {
    const text = withMark.startsWith('\ufeff') ? withMark.slice(1) : withMark;
    if (text.length > LARGEST_SCENARIO) return this.refuse('tooLarge', 0, { limit: LARGEST_SCENARIO, size: text.length });
    this.file.lines.addNewLine(0);
    const hidden = findHidden(text);
    if (hidden >= 0) {
      for (let at = text.indexOf('\n'); at >= 0 && at < hidden; at = text.indexOf('\n', at + 1)) this.file.lines.addNewLine(at + 1);
      return this.refuse('hiddenCharacter', hidden, { got: codePointName(text, hidden) });
    }
    const document = this.parse(text);
    if (document === null) return null;
    const [error] = document.errors;
    if (error !== undefined) {
      const open = openBracket(text, error);
      return open === null ? this.refuse('syntax', error.pos[0], { reason: error.code }) : this.refuse('syntax', open, { reason: 'UNCLOSED' });
    }
    const [warning] = document.warnings;
    if (warning !== undefined) return this.refuse('tag', warning.pos[0], { got: quoteText(text.slice(warning.pos[0], warning.pos[1])) });
    if (document.contents === null) return this.refuse('empty', 0, {});
    if (!isMap(document.contents)) return this.refuse('notAMap', document.contents.range?.[0] ?? 0, {});
    const before = this.problems.length;
    const root = this.convert(document.contents, 0, '') as PlainMap;
    return this.problems.length === before ? root : null;
  }

  /** Tokens and nodes in one pass; stops at the first level too deep, before anything recursive sees it. */
  private parse(text: string): Document.Parsed | null {
    const composer = new Composer({ lineCounter: this.file.lines, prettyErrors: false, uniqueKeys: false, version: '1.2', schema: 'core' });
    let first: Document.Parsed | null = null;
    try {
      for (const document of composer.compose(shallowTokens(text, this.file.lines), true, text.length)) {
        if (first !== null) return this.refuse('severalDocuments', document.range[0], {});
        first = document as Document.Parsed;
      }
    } catch (error) {
      if (error instanceof TooDeep) return this.refuse('tooDeep', error.offset, { limit: DEEPEST });
      throw error;
    }
    const directive = first?.directives?.yaml;
    if (directive?.explicit === true && directive.version !== '1.2') return this.refuse('syntax', 0, { reason: 'YAML_VERSION' });
    return first;
  }

  private convert(node: ParsedNode | null, at: number, path: string): Plain {
    if (node === null) return null;
    const offset = node.range[0];
    if (isAlias(node)) return this.alias(node.source, offset, path);
    if (isScalar(node)) return this.scalar(node.value, node.source ?? '', offset, path);
    if (isSeq(node)) {
      const list: Plain[] = [];
      const entries = new Map<string, Entry>();
      node.items.forEach((item, index) => {
        const place = (item as ParsedNode | null)?.range?.[0] ?? offset;
        entries.set(String(index), { file: this.file, keyAt: place, valueAt: place });
        list.push(this.convert(item as ParsedNode | null, place, `${path}[${index}]`));
      });
      this.origins.set(list, entries);
      return list;
    }
    return this.map(node, at, path);
  }

  private map(node: ParsedNode, at: number, path: string): PlainMap {
    const map: PlainMap = {};
    const entries = new Map<string, Entry>();
    if (!isMap(node)) return map;
    for (const pair of node.items) {
      const keyNode = pair.key as ParsedNode | null;
      const keyAt = keyNode?.range?.[0] ?? at;
      if (!isScalar(keyNode) || keyNode.value === null || typeof keyNode.value === 'object') {
        this.report('badKey', keyAt, path, {});
        continue;
      }
      const key = ownLetters(typeof keyNode.value === 'string' ? keyNode.value : (keyNode.source ?? String(keyNode.value)));
      const place = path === '' ? key : `${path}.${key}`;
      if (FORBIDDEN.includes(key)) this.report('forbiddenKey', keyAt, path, { got: quoteText(key) });
      else if (entries.has(key)) this.report('duplicateKey', keyAt, place, { got: quoteText(key), first: this.file.lines.linePos(entries.get(key)!.keyAt).line });
      else {
        const value = pair.value as ParsedNode | null;
        entries.set(key, { file: this.file, keyAt, valueAt: value?.range?.[0] ?? keyAt });
        map[key] = this.convert(value, keyAt, place);
      }
    }
    this.origins.set(map, entries);
    return map;
  }

  private scalar(value: unknown, source: string, offset: number, path: string): Plain {
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return this.report('badNumber', offset, path, { got: quoteText(source) });
    if (typeof value === 'string') return ownLetters(value);
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
    return this.report('tag', offset, path, { got: quoteText(source) });
  }

  /** The first reference says all: a bomb is made of hundreds, and one answer serves for every one of them. */
  private alias(name: string, offset: number, path: string): null {
    if (this.aliased) return null;
    this.aliased = true;
    return this.report('alias', offset, path, { got: quoteText(`*${name}`) });
  }

  private report(code: ProblemCode, offset: number, path: string, data: ProblemData): null {
    const { line, col } = this.file.lines.linePos(offset);
    // a repeated field should stand once, just as it is
    const example = code === 'duplicateKey' ? exampleAt(path.split('.')) : EXAMPLES[code];
    this.problems.push({ code, file: this.file.name, line: Math.max(1, line), column: Math.max(1, col), path, data, example });
    return null;
  }

  private refuse(code: ProblemCode, offset: number, data: ProblemData): null {
    return this.report(code, offset, '', data);
  }
}

/** Where the bracket stands that was still open when something came that cannot stand in it; null for any other error. */
function openBracket(text: string, { message, pos }: Document.Parsed['errors'][number]): number | null {
  const close = /must be sufficiently indented and end with a ([}\]])/.exec(message)?.[1];
  if (close === undefined) return null;
  let closed = 0;
  for (let at = pos[0] - 1; at >= 0; at--) {
    if (text[at] === close) closed += 1;
    else if (text[at] === (close === '}' ? '{' : '[') && closed-- === 0) return at;
  }
  return null;
}

/**
 * The same text with letters of its own. What is cut out of a text with Chinese in it, engines keep at two bytes a letter,
 * and so everything put together with it: ids are in every row, and every state was twice as long to write and to hash.
 */
function ownLetters(text: string): string {
  return /^[ -~]{1,80}$/.test(text) ? String.fromCharCode(...Array.from(text, (letter) => letter.charCodeAt(0))) : text;
}

class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('too deep');
  }
}

/** The tokens of a text. @throws TooDeep at the first nesting beyond the limit. */
function* shallowTokens(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}
