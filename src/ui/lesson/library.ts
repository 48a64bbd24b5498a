/** The lessons that ship with the page, read when somebody looks. */
import { loadLesson } from '../../lesson/load.ts';
import type { Lesson } from '../../lesson/shape.ts';

export interface Lessons {
  /** In the order in which they are offered: the story, then from short to long. */
  readonly ids: readonly string[];
  /** Null for one there is not; those that ship load, which a test rules. */
  lesson(id: string): Lesson | null;
}

const ORDER = ['story', 'follow-one-dollar', 'one-lab-misses-a-payment', 'what-would-have-stopped-it'];

export function lessonsOf(files: { readonly [path: string]: string }): Lessons {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^.*\//, '').replace(/\.yaml$/, ''), text] as const));
  const place = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  const ids = [...texts.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const read = new Map<string, Lesson | null>();
  return {
    ids,
    lesson(id) {
      const known = read.get(id);
      if (known !== undefined) return known;
      const text = texts.get(id);
      const loaded = text === undefined ? null : loadLesson(text);
      const lesson = loaded !== null && loaded.ok ? loaded.lesson : null;
      read.set(id, lesson);
      return lesson;
    },
  };
}

export const shippedLessons = lessonsOf(import.meta.glob<string>('../../../scenarios/lessons/*.yaml', { query: '?raw', import: 'default', eager: true }));
