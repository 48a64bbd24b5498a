/** An open question: its options with their keys, and hands to count for each. */
import type { ReactNode } from 'react';
import { currentStep, type Progress } from '../../lesson/progress.ts';
import type { Both } from '../../lesson/shape.ts';
import { lessonWords } from '../../words/lesson.ts';
import { uiWords } from '../../words/ui.ts';
import { usePage, useSession } from '../page-context.ts';

export function Question({ progress, say }: { readonly progress: Progress; readonly say: (text: Both) => string }): ReactNode {
  const { session } = usePage();
  const language = useSession((state) => state.settings.language);
  const words = lessonWords(language);
  const step = currentStep(progress);
  const { question, options } = step.predict!;
  const hands = progress.hands[step.id];
  return (
    <div className="question" role="group" aria-labelledby="question">
      <p className="caption" id="question">
        {say(question)}
      </p>
      <ol className="options">
        {options.map((option, at) => {
          const text = say(option.text);
          return (
            <li key={text}>
              <button type="button" className="option-button" aria-keyshortcuts={String(at + 1)} onClick={() => session.answer(at)}>
                <kbd aria-hidden="true">{at + 1}</kbd> <span>{text}</span>
              </button>
              {progress.counting && (
                <span className="hands">
                  <button type="button" className="button square" aria-label={words.fewer(text)} onClick={() => session.countHands(at, -1)}>
                    −
                  </button>
                  <output aria-label={words.hands(text, hands?.[at] ?? 0)}>{hands?.[at] ?? 0}</output>
                  <button type="button" className="button square" aria-label={words.more(text)} onClick={() => session.countHands(at, 1)}>
                    +
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {/* where the bar has no room for it, in the place that is left beside the answers */}
      <p className="quiet disclaimer">{uiWords(language).notAForecast}</p>
      <p className="quiet lesson-hint">{words.answerHelp(options.length)}</p>
    </div>
  );
}
