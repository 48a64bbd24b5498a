/**
 * The state of the page in the fragment of its address, so that a link or a reload brings it back: `#v=1&run=base&seed=42&t=27…`.
 * At most 8 KB. A value that cannot be read falls back to the default and is named, so that one notice can say so.
 */
import { SPEEDS, type Speed } from '../playback/cursor.ts';
import { PHASES } from '../model/phase.ts';
import { isLanguage, type Language } from '../words/language.ts';
import { readSeed, type Choice } from './choice.ts';
import { isPanel, type Panel } from './panel.ts';
import { readSelection, writeSelection, type Selection } from './selection.ts';
import { readWhatIf, writeWhatIf } from './link-what-if.ts';
import type { WhatIf } from './what-if.ts';
import { RENDERERS, THEMES, type Renderer, type Theme } from './settings.ts';

export const LONGEST_LINK = 8192;

/** A place in a run: a month at rest, a phase of it, or a moment within it. */
export interface Place {
  readonly tick: number;
  readonly phase: number | null;
  readonly u: number;
}

export interface Link {
  readonly run?: Choice['run'];
  readonly seed?: string;
  readonly set?: Choice['set'];
  /** Changes from a month on. */
  readonly whatIf?: WhatIf;
  /** Told as it was, with the changes on the second rail. */
  readonly unchanged?: boolean;
  readonly at?: Place;
  readonly speed?: Speed;
  readonly language?: Language;
  readonly theme?: Theme;
  readonly names?: 'real' | 'generic';
  readonly renderer?: Renderer;
  readonly focus?: Selection;
  readonly panel?: Panel;
  /** Id of the event whose causes are shown. */
  readonly why?: string;
  /** Id of the payment whose way is lit. */
  readonly follow?: string;
  readonly compare?: string;
  /** Both histories side by side. */
  readonly split?: boolean;
  /** Key of the event on which their months are matched. */
  readonly align?: string;
  readonly present?: boolean;
  /** A lesson, at a step of it; scenario, seed and month are then the lesson's. */
  readonly lesson?: { readonly id: string; readonly step: number };
  /** `min`: the stage, the caption and the transport alone, for embedding. */
  readonly minimal?: boolean;
}

/** The fields of a fragment, in the order in which they are written. */
const FIELDS = ['v', 'run', 'seed', 'set', 'if', 'told', 't', 'speed', 'lang', 'theme', 'names', 'renderer', 'focus', 'panel', 'why', 'follow', 'compare', 'split', 'align', 'present', 'lesson', 'ui'] as const;
export type Field = (typeof FIELDS)[number];

export interface LinkRead {
  readonly link: Link;
  /** Names of fields that could not be read; `link` when it is too long or of another version. */
  readonly bad: readonly string[];
}

export function readLink(fragment: string): LinkRead {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text === '') return { link: {}, bad: [] };
  if (text.length > LONGEST_LINK) return { link: {}, bad: ['link'] };
  const fields = new Map<string, string>();
  const bad: string[] = [];
  for (const part of text.split('&')) {
    const at = part.indexOf('=');
    const name = at === -1 ? part : part.slice(0, at);
    const value = at === -1 ? null : decoded(part.slice(at + 1));
    if (value === null || !(FIELDS as readonly string[]).includes(name) || fields.has(name)) bad.push(shown(name));
    else fields.set(name, value);
  }
  const version = fields.get('v');
  if (version !== undefined && version !== '1') return { link: {}, bad: ['link'] };
  const take = <Value>(name: Field, read: (text: string) => Value | null): Value | undefined => {
    const found = fields.get(name);
    if (found === undefined) return undefined;
    const value = read(found);
    if (value === null) bad.push(name);
    return value ?? undefined;
  };
  const link: { -readonly [field in keyof Link]: Link[field] | undefined } = {
    run: take('run', readRun),
    seed: take('seed', readSeed),
    set: take('set', readSet),
    whatIf: take('if', readWhatIf),
    unchanged: take('told', (value) => (value === 'unchanged' ? true : null)),
    at: take('t', readPlace),
    speed: take('speed', (value) => SPEEDS.find((speed) => String(speed) === value) ?? null),
    language: take('lang', (value) => (isLanguage(value) ? value : null)),
    theme: take('theme', (value) => THEMES.find((theme) => theme === value) ?? null),
    names: take('names', (value) => (value === 'real' || value === 'generic' ? value : null)),
    renderer: take('renderer', (value) => RENDERERS.find((renderer) => renderer === value) ?? null),
    focus: take('focus', readSelection),
    panel: take('panel', (value) => (isPanel(value) ? value : null)),
    why: take('why', readId),
    follow: take('follow', readId),
    compare: take('compare', (value) => (/^[a-z0-9-]{1,64}$/.test(value) ? value : null)),
    split: take('split', (value) => (value === '1' ? true : null)),
    align: take('align', (value) => (/^[\w./:>@-]{1,200}$/.test(value) ? value : null)),
    present: take('present', (value) => (value === '1' ? true : null)),
    lesson: take('lesson', readLesson),
    minimal: take('ui', (value) => (value === 'min' ? true : null)),
  };
  return { link: Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined)) as Link, bad };
}

export function writeLink(link: Link): string {
  const parts: string[] = ['v=1'];
  const put = (name: Field, value: string | undefined): void => {
    if (value !== undefined) parts.push(`${name}=${encoded(value)}`);
  };
  put('run', link.run === undefined ? undefined : link.run.kind === 'scenario' ? link.run.id : link.run.digest);
  put('seed', link.seed);
  put('set', link.set === undefined || Object.keys(link.set).length === 0 ? undefined : Object.entries(link.set).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}:${value}`).join(','));
  put('if', link.whatIf === undefined ? undefined : writeWhatIf(link.whatIf));
  put('told', link.unchanged === true ? 'unchanged' : undefined);
  put('t', link.at === undefined ? undefined : writePlace(link.at));
  put('speed', link.speed === undefined ? undefined : String(link.speed));
  put('lang', link.language);
  put('theme', link.theme);
  put('names', link.names);
  put('renderer', link.renderer);
  put('focus', link.focus === undefined ? undefined : writeSelection(link.focus));
  put('panel', link.panel);
  put('why', link.why);
  put('follow', link.follow);
  put('compare', link.compare);
  put('split', link.split === true ? '1' : undefined);
  put('align', link.align);
  put('present', link.present === true ? '1' : undefined);
  put('lesson', link.lesson === undefined ? undefined : link.lesson.step === 0 ? link.lesson.id : `${link.lesson.id}:${link.lesson.step + 1}`);
  put('ui', link.minimal === true ? 'min' : undefined);
  return `#${parts.join('&')}`;
}

/** What happened in a month or was paid in it. */
function readId(text: string): string | null {
  return /^\d{1,6}\/[\w./:-]{1,200}$/.test(text) ? text : null;
}

function readRun(text: string): Choice['run'] | null {
  if (/^[0-9a-f]{64}$/.test(text)) return { kind: 'file', digest: text };
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(text) ? { kind: 'scenario', id: text } : null;
}

/** `story`, or `story:3` for its third step. */
function readLesson(text: string): Link['lesson'] | null {
  const found = /^([a-z0-9][a-z0-9-]{0,63})(?::([1-9]\d?))?$/.exec(text);
  return found === null ? null : { id: found[1]!, step: found[2] === undefined ? 0 : Number(found[2]) - 1 };
}

/** `demand.level:0.6,vendor.finance:0` */
function readSet(text: string): Choice['set'] | null {
  const set: { [parameter: string]: number } = {};
  for (const part of text.split(',')) {
    const found = /^([A-Za-z][A-Za-z0-9.]{0,60}):(-?\d{1,15}(?:\.\d{1,12})?)$/.exec(part);
    if (found === null || Object.hasOwn(set, found[1]!)) return null;
    set[found[1]!] = Number(found[2]);
  }
  return set;
}

/** `27` at rest, `27p9` after its phase 9, `27u0.42` at that share of the month. */
function readPlace(text: string): Place | null {
  const found = /^(\d{1,6})(?:p(\d{1,2})|u(0\.\d{1,4}))?$/.exec(text);
  if (found === null) return null;
  const phase = found[2] === undefined ? null : Number(found[2]);
  if (phase !== null && phase >= PHASES.length) return null;
  return { tick: Number(found[1]), phase, u: found[3] === undefined ? 1 : Number(found[3]) };
}

function writePlace({ tick, phase, u }: Place): string {
  if (phase !== null) return `${tick}p${phase}`;
  const share = Math.floor(u * 1000) / 1000;
  return u >= 1 || share === 0 ? String(tick) : `${tick}u${share}`;
}

/** Only what a query would trip over is escaped, so that links stay readable. */
function encoded(value: string): string {
  return encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
}
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // a stray percent sign
  }
}
/** A field's name as a notice may show it. */
function shown(name: string): string {
  return /^[a-zA-Z]{1,20}$/.test(name) ? name : '?';
}
