/** The small windows of the page: help with the table of keys, going to a month, lessons, and saving a video. */
import { Dialog } from '@base-ui/react/dialog';
import { lazy, useState, type FormEvent, type ReactNode } from 'react';
import type { Ask } from './commands.ts';
import { Fenced } from './fenced.tsx';
import { Icon } from './icons.tsx';
import { capsOf, KEYS } from './keys.ts';
import { LessonPicker } from './lesson/lesson-picker.tsx';
import { usePage, useSession, useWords } from './page-context.ts';

const SaveVideo = lazy(async () => ({ default: (await import('./video/save-video.tsx')).SaveVideo }));

export function Dialogs({ ask, onAsk }: { readonly ask: Ask; readonly onAsk: (ask: Ask) => void }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  return (
    <Dialog.Root open={ask !== null} onOpenChange={(open) => !open && onAsk(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${ask ?? ''}`}>
          {ask === 'help' && <Help />}
          {ask === 'goTo' && <GoTo done={() => onAsk(null)} />}
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

function Help(): ReactNode {
  const words = useWords();
  const singleKeys = useSession((state) => state.settings.singleKeys);
  return (
    <>
      <Title>{words.helpTitle}</Title>
      <div className="dialog-body" data-scrolls tabIndex={0} role="group" aria-label={words.helpTitle}>
        <h3>{words.helpWhat.heading}</h3>
        {words.helpWhat.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
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
                {key.when !== undefined && key.when !== 'normal' && <span className="quiet"> ({{ presenting: words.helpPresenting, lesson: words.helpInLesson, asked: words.helpAsked }[key.when]})</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{words.notAForecast}</p>
      </div>
    </>
  );
}

function GoTo({ done }: { readonly done: () => void }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const last = useSession((state) => state.months - 1);
  const tick = useSession((state) => state.playback.tick);
  const [typed, setTyped] = useState(String(tick));
  const wanted = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
  const good = wanted !== null && wanted <= last;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!good) return;
    session.command({ type: 'seek', tick: wanted });
    done();
  };
  return (
    <>
      <Title>{words.goToTitle}</Title>
      <form className="dialog-body row" onSubmit={submit}>
        <label className="grow">
          <span className="quiet">{words.goToHelp(last)}</span>
          <input inputMode="numeric" value={typed} autoComplete="off" aria-invalid={!good} onChange={(event) => setTyped(event.target.value)} onFocus={(event) => event.target.select()} />
        </label>
        <button type="submit" className="button strong" disabled={!good}>
          {words.goToUse}
        </button>
      </form>
    </>
  );
}
