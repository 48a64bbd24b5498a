/** Reads a lesson from its text: the lesson, or every place where it is not one, as `steps.2.say.zh: …`. */
import { parseDocument } from 'yaml';
import { lessonShape, type Lesson } from './shape.ts';

export type LessonLoaded = { readonly ok: true; readonly lesson: Lesson } | { readonly ok: false; readonly problems: readonly string[] };

export function loadLesson(text: string): LessonLoaded {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) return { ok: false, problems: document.errors.map((error) => error.message) };
  const read = lessonShape.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) return { ok: true, lesson: read.data };
  return { ok: false, problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
