/**
 * The line under the picture: what happens this month in one sentence, and how much of the vendor's sales was its own
 * money. Before anything was played, the invitation to the short story stands in place of the sentence.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { isWaiting } from '../playback/cursor.ts';
import type { Scene } from '../playback/scene.ts';
import { shownRun } from '../session/state.ts';
import type { Speaker } from '../words/speaker.ts';
import { PHASES } from '../model/phase.ts';
import { LessonBar, LessonsButton } from './lesson/lesson-bar.tsx';
import { Glossed } from './glossed.tsx';
import { Icon } from './icons.tsx';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from './page-context.ts';
import { Ratio } from './ratio.tsx';
import { newsOf, useTold } from './told.ts';

export function StoryRow(): ReactNode {
  const words = useWords();
  const story = useSession((state) => state.story);
  const opening = useSession((state) => state.work.kind === 'opening');
  const scene = useScene();
  const speaker = useSpeaker();
  const teaching = useSession((state) => state.teaching !== null);
  if (teaching) return <LessonBar />;
  return (
    <section className="story-row" aria-label={words.landmarks.story}>
      {story === 'offered' && scene !== null && !opening ? <Invitation /> : <Caption scene={scene} speaker={speaker} />}
      {story === 'ended' && <WhatNext />}
      {scene !== null && speaker !== null && <Ratio scene={scene} speaker={speaker} />}
      <Announcer scene={scene} speaker={speaker} />
    </section>
  );
}

function Invitation(): ReactNode {
  const { session, lessons } = usePage();
  const words = useWords();
  const run = useSession((state) => state.decided.present.choice.run);
  const tell = (): void => {
    const story = lessons.lesson('story');
    // from the base world the story leads to the one in which its failures happen; others tell their own
    if (story !== null && run.kind === 'scenario' && (run.id === 'base' || run.id === story.scenario)) session.teach(story);
    else session.tell();
  };
  return (
    <div className="invitation">
      <button type="button" className="story-button" onClick={tell}>
        <Icon name="play" /> {words.storyButton}
      </button>
      <LessonsButton />
      <p>{words.storyLine}</p>
    </div>
  );
}

/** Where the story stopped: the two things one wants to know then. */
function WhatNext(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const failure = useRun()?.timeline.marks.find((mark) => mark.type === 'default');
  return (
    <div className="row what-next">
      {failure !== undefined && (
        <button type="button" className="button strong" onClick={() => session.ask('why', { event: failure.id })}>
          {words.stepThroughWhy}
        </button>
      )}
      <button type="button" className="button" onClick={() => session.show('change')}>
        {words.panels.change}
      </button>
    </div>
  );
}

function Caption({ scene, speaker }: { readonly scene: Scene | null; readonly speaker: Speaker | null }): ReactNode {
  const words = useWords();
  const work = useSession((state) => state.work);
  const months = useSession((state) => state.months);
  // who pressed play before the next month was there is told what is waited for
  const waiting = useSession((state) => {
    const facts = shownRun(state)?.facts;
    return facts !== undefined && state.playback.moving === 'playing' && (!facts.settled || isWaiting(state.playback, facts));
  });
  const source = useRun()?.source;
  const horizon = source?.header.horizon ?? months;
  const told = useTold();
  if (scene === null || speaker === null) return <p className="caption quiet">{work.kind === 'opening' ? words.opening(work.file, work.months, work.horizon) : words.simulating}</p>;
  if (work.kind === 'opening') return <p className="caption quiet">{words.opening(work.file, work.months, work.horizon)}</p>;
  if (waiting) return <p className="caption quiet">{words.simulatingMonth(months, horizon)}</p>;
  return <p className="caption"><Glossed>{newsOf(scene, source ?? null, told, speaker)}</Glossed></p>;
}

/** Tells a screen reader about the month when it comes to rest, or every few seconds while time runs. */
function Announcer({ scene, speaker }: { readonly scene: Scene | null; readonly speaker: Speaker | null }): ReactNode {
  const words = useWords();
  const playing = useSession((state) => state.playback.moving === 'playing');
  const [said, setSaid] = useState('');
  const sentence = scene === null || speaker === null ? '' : words.live(speaker.format.date(scene.frame.tick), newsOf(scene, null, PHASES.length, speaker));
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(sentence), playing ? 1500 : 250);
    return () => window.clearTimeout(timer);
  }, [sentence, playing]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
