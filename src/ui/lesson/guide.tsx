/** The teacher's guide: aims, what to prepare, and step by step what to say, ask, show and listen for; model answers are in the key. */
import type { ReactNode } from 'react';
import { lessonWords } from '../../words/lesson.ts';
import { Answers, List, toldOf, type Part } from './paper-parts.tsx';
import { When } from './when.tsx';

export function Guide(part: Part): ReactNode {
  const { lesson, speaker } = part;
  const words = lessonWords(speaker.language);
  return (
    <>
      <p>{lesson.about[speaker.language]}</p>
      <List heading={words.goals} items={lesson.goals} speaker={speaker} />
      <List heading={words.prepare} items={lesson.prepare} speaker={speaker} />
      <h2>{words.plan}</h2>
      <table className="guide">
        <thead>
          <tr>
            <th scope="col">{words.columns.tick}</th>
            <th scope="col">{words.columns.say}</th>
            <th scope="col">{words.columns.notes}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.steps.map((step, at) => {
            const told = toldOf(part, step, 'ask');
            return (
              <tr key={step.id}>
                <When number={at + 1} tick={told.tick} speaker={speaker} />
                <td>
                  {told.say(step.say)}
                  {step.predict !== undefined && <p><strong>{told.say(step.predict.question)}</strong></p>}
                  {step.reveal !== undefined && <p>→ {toldOf(part, step, 'reveal').say(step.reveal.say)}</p>}
                  {step.explain !== undefined && <p className="paper-small">{told.say(step.explain.prompt)}</p>}
                </td>
                <td>
                  {step.notes === undefined ? '' : told.say(step.notes)}
                  <Answers step={step} say={told.say} speaker={speaker} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <List heading={words.homework} items={lesson.homework} speaker={speaker} />
    </>
  );
}
