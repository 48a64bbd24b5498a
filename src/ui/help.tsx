/** Help: what the picture shows, what its shapes and words mean, and the table of keys. */
import type { ReactNode } from 'react';
import { CONDITIONS } from '../view/condition.ts';
import { MARK_SHAPES } from '../view/marks.ts';
import { remark } from '../words/joined.ts';
import { UI_WORDS } from '../words/ui.ts';
import { capsOf, KEYS } from './keys.ts';
import { useSession, useSpeaker, useTradeWords } from './page-context.ts';
import { ConditionShape, MarkGlyph } from './panels/shapes.tsx';

export function Help({ title }: { readonly title: (text: string) => ReactNode }): ReactNode {
  const words = useTradeWords(UI_WORDS);
  const speaker = useSpeaker();
  const language = useSession((state) => state.settings.language);
  const singleKeys = useSession((state) => state.settings.singleKeys);
  return (
    <>
      {title(words.helpTitle)}
      <div className="dialog-body" data-scrolls tabIndex={0} role="group" aria-label={words.helpTitle}>
        <h3>{words.helpWhat.heading}</h3>
        {words.helpWhat.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {speaker !== null && (
          <>
            <h3>{words.helpConditions.heading}</h3>
            <ul className="signs">
              {CONDITIONS.map((condition) =>
                condition === 'none' ? null : (
                  <li key={condition}>
                    <span className="condition" data-condition={condition}>
                      <ConditionShape condition={condition} />
                    </span>
                    <span>
                      <b>{speaker.state('solvency', condition)}</b> – {words.helpConditions[condition]}
                    </span>
                  </li>
                ),
              )}
            </ul>
          </>
        )}
        <h3>{words.helpMarks.heading}</h3>
        <ul className="signs">
          {MARK_SHAPES.map((shape) => (
            <li key={shape}>
              <MarkGlyph shape={shape} tone="plain" />
              <span>{words.helpMarks[shape]}</span>
            </li>
          ))}
        </ul>
        <h3>{words.helpKeys}</h3>
        {!singleKeys && <p className="bad">{words.helpKeysOff}</p>}
        <dl className="keys">
          {KEYS.map((key) => (
            <div key={`${key.action}${key.codes.join()}${key.when ?? ''}`} data-off={(key.sign === true && !singleKeys) || undefined}>
              <dt>
                {capsOf(key, words.keyNames).map((caps) => (
                  <span key={caps.join()} className="caps">
                    {caps.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </span>
                ))}
              </dt>
              <dd>
                {words.keys[key.action]}
                {key.when !== undefined && key.when !== 'normal' && <span className="quiet">{remark({ presenting: words.helpPresenting, lesson: words.helpInLesson, free: words.helpFree, asked: words.helpAsked }[key.when], language)}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{words.notAForecast}</p>
      </div>
    </>
  );
}
