/** The seed of everybody's luck: shown always, changed in a small window. */
import { Popover } from '@base-ui/react/popover';
import { useState, type FormEvent, type ReactNode } from 'react';
import { LONGEST_SEED, readSeed } from '../session/choice.ts';
import { Icon } from './icons.tsx';
import { nextSeed } from './next-seed.ts';
import { usePage, useRun, useSession, useWords } from './page-context.ts';

export function SeedField(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const chosen = useSession((state) => state.decided.present.choice.seed);
  const isFile = useSession((state) => state.run?.origin.kind === 'file');
  const run = useRun();
  const seed = isFile === true ? (run?.source.header.seed ?? chosen) : chosen;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(seed);
  const [bad, setBad] = useState(false);
  const use = (text: string): void => {
    const read = readSeed(text);
    setBad(read === null);
    if (read === null) return;
    setOpen(false);
    session.choose({ seed: read });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    use(typed);
  };
  const show = (shown: boolean): void => {
    setOpen(shown);
    setTyped(seed);
    setBad(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger className="button seed" disabled={isFile === true}>
        <span className="quiet">{words.seed}</span> <span className="seed-value">{seed}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="positioner" sideOffset={4} align="start">
          <Popover.Popup className="popup seed-popup">
            <form onSubmit={submit}>
              <label htmlFor="seed">{words.seed}</label>
              <div className="row">
                <input id="seed" value={typed} maxLength={LONGEST_SEED} autoComplete="off" spellCheck={false} aria-invalid={bad} onChange={(event) => setTyped(event.target.value)} />
                <button type="submit" className="button strong">
                  {words.seedUse}
                </button>
              </div>
              <button type="button" className="button" onClick={() => use(nextSeed(seed))}>
                <Icon name="dice" /> {words.seedNext}
              </button>
              <p className={bad ? 'bad' : 'quiet'} role={bad ? 'alert' : undefined}>
                {bad ? words.seedBad : words.seedHelp}
              </p>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
