/** A text in which the words that need explaining are underlined; each opens what it means, and from there all of them. */
import { Popover } from '@base-ui/react/popover';
import { useContext, useMemo, type ReactNode } from 'react';
import { GLOSSARY, termsIn, type Piece, type TermId } from '../words/glossary.ts';
import { PageContext, usePage, useSession, useTradeWords, useWords } from './page-context.ts';

/** What closes a word must not begin a line: a button would let it. */
const CLOSING = /^[,.;:!?)\u2019\u201d\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f\uff09\u300d]+/;

interface GlossedProps {
  readonly children: string;
  /** Terms that texts standing before this one have mentioned. */
  readonly before?: ReadonlySet<TermId> | undefined;
}

/** Outside the page, where nothing can open, the text alone. */
export function Glossed(props: GlossedProps): ReactNode {
  return useContext(PageContext) === null ? props.children : <Marked {...props} />;
}

function Marked({ children: text, before }: GlossedProps): ReactNode {
  const language = useSession((state) => state.settings.language);
  const pieces = useMemo(() => termsIn(text, language, before), [text, language, before]);
  return withStops(pieces).map(({ term, text: said, stops }, place) => {
    if (term === null) return said;
    const word = <Term key={`${place}/${term}`} term={term}>{said}</Term>;
    return stops === '' ? word : <span key={`${place}/${term}`} className="term-kept">{word}{stops}</span>;
  });
}

/** The same text, with what closes a word taken from what follows and given to the word. */
export function withStops(pieces: readonly Piece[]): readonly (Piece & { readonly stops: string })[] {
  const stopsAfter = (place: number): string => ((pieces[place]?.term ?? null) === null ? '' : (CLOSING.exec(pieces[place + 1]?.text ?? '')?.[0] ?? ''));
  return pieces.map((piece, place) => ({ ...piece, text: piece.text.slice(stopsAfter(place - 1).length), stops: stopsAfter(place) }));
}

function Term({ term, children }: { readonly term: TermId; readonly children: string }): ReactNode {
  return (
    <Popover.Root>
      <Popover.Trigger className="term">{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="positioner" sideOffset={4} collisionPadding={8}>
          <Popover.Popup className="popup term-popup">
            <Meaning term={term} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** There only while it is open: a page has many words. */
function Meaning({ term }: { readonly term: TermId }): ReactNode {
  const { commands } = usePage();
  const words = useWords();
  const { name, meaning } = useTradeWords(GLOSSARY)[term];
  return (
    <>
      <Popover.Title className="term-name">{name}</Popover.Title>
      <Popover.Description className="term-meaning">{meaning}</Popover.Description>
      <Popover.Close className="button" onClick={() => commands.ask('glossary')}>{words.allWords}</Popover.Close>
    </>
  );
}
