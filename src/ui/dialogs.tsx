/** The small windows of the page: help, the glossary, going to a month, lessons, and saving a video. */
import { Dialog } from '@base-ui/react/dialog';
import { lazy, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import type { Ask } from './commands.ts';
import { Fenced } from './fenced.tsx';
import { Icon } from './icons.tsx';
import { LessonPicker } from './lesson/lesson-picker.tsx';
import { monthTyped } from './month-typed.ts';
import { usePage, useRun, useSession, useSpeaker, useWords } from './page-context.ts';

const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));
const Glossary = lazy(async () => ({ default: (await import('./glossary.tsx')).Glossary }));
const SaveVideo = lazy(async () => ({ default: (await import('./video/save-video.tsx')).SaveVideo }));

export function Dialogs({ ask, onAsk }: { readonly ask: Ask; readonly onAsk: (ask: Ask) => void }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  // what is asked can be typed at once
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={ask !== null} onOpenChange={(open) => !open && onAsk(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${ask ?? ''}`} initialFocus={() => first.current ?? true}>
          {ask === 'help' && (
            <Fenced waiting={<p>{words.fetching}</p>} stopped={<p>{words.partStopped}</p>} onStop={(detail) => session.say({ key: 'broken', detail })}>
              <Help title={(text) => <Title>{text}</Title>} />
            </Fenced>
          )}
          {ask === 'glossary' && (
            <Fenced waiting={<p>{words.fetching}</p>} stopped={<p>{words.partStopped}</p>} onStop={(detail) => session.say({ key: 'broken', detail })}>
              <Glossary title={(text) => <Title>{text}</Title>} />
            </Fenced>
          )}
          {ask === 'endLesson' && <EndLesson done={() => onAsk(null)} />}
          {ask === 'goTo' && <GoTo field={first} done={() => onAsk(null)} />}
          {ask === 'lessons' && <LessonPicker done={() => onAsk(null)} title={(text) => <Title>{text}</Title>} />}
          {ask === 'video' && (
            <Fenced waiting={<p>{words.fetching}</p>} stopped={<p>{words.partStopped}</p>} onStop={(detail) => session.say({ key: 'broken', detail })}>
              <SaveVideo done={() => onAsk(null)} title={(text) => <Title>{text}</Title>} />
            </Fenced>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Title({ children }: { readonly children: string }): ReactNode {
  const words = useWords();
  return (
    <div className="dialog-head">
      <Dialog.Title className="dialog-title">{children}</Dialog.Title>
      <Dialog.Close className="button square" aria-label={words.close} title={words.close}>
        <Icon name="close" />
      </Dialog.Close>
    </div>
  );
}

/** Before an open question: the rest of the history would lie open. */
function EndLesson({ done }: { readonly done: () => void }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const end = (): void => {
    done();
    session.endLesson();
  };
  return (
    <>
      <Title>{words.endLessonTitle}</Title>
      <div className="dialog-body">
        <p>{words.endLessonHelp}</p>
        <div className="row">
          <button type="button" className="button strong" onClick={done}>
            {words.endLessonStay}
          </button>
          <button type="button" className="button" onClick={end}>
            {words.endLessonUse}
          </button>
        </div>
      </div>
    </>
  );
}

function GoTo({ field, done }: { readonly field: RefObject<HTMLInputElement | null>; readonly done: () => void }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const months = useSession((state) => state.months);
  const tick = useSession((state) => state.playback.tick);
  // months are counted from one, as under the date
  const [typed, setTyped] = useState(String(tick + 1));
  const speaker = useSpeaker();
  const opens = useRun()?.source.header.scenario.opens;
  const wanted = monthTyped(typed, months, opens);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted === null) return;
    session.command({ type: 'seek', tick: wanted });
    done();
  };
  return (
    <>
      <Title>{words.goToTitle}</Title>
      <form className="dialog-body row" onSubmit={submit}>
        <label className="grow">
          <span className="quiet">{words.goToHelp(months, speaker?.format.date(tick) ?? '')}</span>
          <input ref={field} value={typed} autoComplete="off" aria-invalid={wanted === null} onChange={(event) => setTyped(event.target.value)} onFocus={(event) => event.target.select()} />
        </label>
        <button type="submit" className="button strong" disabled={wanted === null}>
          {words.goToUse}
        </button>
      </form>
    </>
  );
}
