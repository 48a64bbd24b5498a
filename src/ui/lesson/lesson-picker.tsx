/** Which lesson: title, length and what it is about; start it, or print what goes with it. */
import type { ReactNode } from 'react';
import { colon, named } from '../../words/joined.ts';
import { PRINTS } from '../../words/lesson.ts';
import { usePage, useSession } from '../page-context.ts';
import { useLessonWords } from './lesson-bar.tsx';

export function LessonPicker({ done, title }: { readonly done: () => void; readonly title: (text: string) => ReactNode }): ReactNode {
  const { session, lessons, commands } = usePage();
  const words = useLessonWords();
  const language = useSession((state) => state.settings.language);
  return (
    <>
      {title(words.pick)}
      <ul className="dialog-body lesson-list" data-scrolls tabIndex={0}>
        {lessons.ids.map((id) => {
          const lesson = lessons.lesson(id);
          if (lesson === null) return null;
          const name = lesson.title[language];
          return (
            <li key={id}>
              <div className="lesson-about">
                <h3>
                  {name} <span className="quiet">{words.minutes(lesson.minutes)}</span>
                </h3>
                <p>{lesson.about[language]}</p>
                {lesson.kind === 'lesson' && (
                  <p className="lesson-prints">
                    <span className="quiet">{words.print}{colon(language)}</span>
                    {PRINTS.map((kind) => (
                      <button
                        key={kind}
                        type="button"
                        className="link"
                        onClick={() => {
                          done();
                          commands.print({ lesson: id, kind });
                        }}
                      >
                        {words.printed[kind]}
                      </button>
                    ))}
                  </p>
                )}
              </div>
              <button
                type="button"
                className="button strong"
                aria-label={named(words.start, name, language)}
                onClick={() => {
                  done();
                  session.teach(lesson);
                }}
              >
                {words.start}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
