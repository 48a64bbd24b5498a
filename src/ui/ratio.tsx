/** How many cents of a dollar of the vendor's sales were its own money coming back, with the way to the books behind it. */
import type { ReactNode } from 'react';
import type { Scene } from '../playback/scene.ts';
import type { Speaker } from '../words/speaker.ts';
import { usePage, useWords } from './page-context.ts';

export function Ratio({ scene, speaker }: { readonly scene: Scene; readonly speaker: Speaker }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const vendor = speaker.scenario.parties.find((party) => party.kind === 'chipVendor');
  const { traced } = scene.frame.measures.circularity;
  const name = vendor === undefined ? '' : speaker.party(vendor.id);
  const said = traced === null ? null : words.ratio(name, speaker.format.cents(traced), Math.min(12, scene.frame.tick + 1));
  return (
    <div className="ratio">
      <button type="button" className="ratio-text" title={words.ratioHelp} onClick={() => session.show('books')}>
        {said === null ? (
          words.ratioNone(name)
        ) : (
          <>
            {said.before}
            <strong>{said.figure}</strong>
            {said.after} <span className="quiet">{said.note}</span>
          </>
        )}
      </button>
      <p className="disclaimer">{words.notAForecast}</p>
    </div>
  );
}
