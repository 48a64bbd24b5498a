/** Playing, stepping and speed. */
import type { ReactNode } from 'react';
import { SPEEDS } from '../playback/cursor.ts';
import type { KeyAction } from '../words/ui-types.ts';
import { Icon, type IconName } from './icons.tsx';
import { usePage, useSession, useWords } from './page-context.ts';

export function Transport(): ReactNode {
  const { session, commands } = usePage();
  const words = useWords();
  const playing = useSession((state) => state.playback.moving === 'playing');
  const speed = useSession((state) => state.playback.speed);
  const tick = useSession((state) => state.playback.tick);
  const ready = useSession((state) => state.months > 0);
  const marked = useSession((state) => state.decided.present.bookmarks.some((bookmark) => bookmark.tick === state.playback.tick));
  const press = (icon: IconName, action: KeyAction, text: string, extra = ''): ReactNode => (
    <button type="button" className={`button square ${extra}`} aria-label={text} title={text} disabled={!ready} onClick={() => commands.act(action)}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="transport" data-tick={tick}>
      <div className="transport-buttons">
        {press('first', 'first', words.transport.first)}
        {press('back', 'back', words.transport.back)}
        {press(playing ? 'pause' : 'play', 'play', playing ? words.transport.pause : words.transport.play, 'play')}
        {press('forward', 'forward', words.transport.forward)}
        {press('next', 'eventForward', words.transport.next)}
      </div>
      <div className="transport-more">
        <select
          className="speed"
          aria-label={words.speed}
          value={String(speed)}
          onChange={(event) => {
            const chosen = SPEEDS.find((each) => String(each) === event.target.value);
            if (chosen !== undefined) session.command({ type: 'speed', speed: chosen });
          }}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={String(each)}>
              {words.speedValue(each)}
            </option>
          ))}
        </select>
        <button type="button" className="button square small" aria-label={words.transport.bookmark} title={words.transport.bookmark} aria-pressed={marked} disabled={!ready} onClick={() => session.bookmark()}>
          <Icon name="bookmark" />
        </button>
      </div>
    </div>
  );
}
