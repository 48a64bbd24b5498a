/**
 * Change one thing: sliders and switches for what moves the economy most. Every change runs the whole history again,
 * with everybody's same luck; the picture changes when the new history is complete. Stands beside the stage.
 */
import { Slider } from '@base-ui/react/slider';
import { Switch } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import type { Quantity } from '../model/scenario.ts';
import type { Speaker } from '../words/speaker.ts';
import { LEVERS, type Lever } from '../words/levers.ts';
import { Icon } from './icons.tsx';
import { usePage, useRun, useSession, useSpeaker, useWords } from './page-context.ts';

export function ChangePanel(): ReactNode {
  const { session, runs, commands } = usePage();
  const words = useWords().change;
  const language = useSession((state) => state.settings.language);
  const set = useSession((state) => state.decided.present.choice.set);
  const growing = useSession((state) => state.work.kind === 'simulating');
  const speaker = useSpeaker();
  useRun(); // another run may have another scenario
  const scenario = runs.scenario();
  const names = Object.keys(set);
  return (
    <div className="panel change">
      <div className="change-head">
        <h2>{words.heading}</h2>
        <button type="button" className="button square" aria-label={words.close} title={words.close} onClick={() => session.show(null)}>
          <Icon name="close" />
        </button>
      </div>
      <p className="quiet">{words.lead}</p>
      {scenario === null || speaker === null ? (
        <>
          <p>{words.recording}</p>
          <button type="button" className="button strong" onClick={() => session.choose({ run: { kind: 'scenario', id: 'base' }, set: {} })}>
            {words.useBase}
          </button>
        </>
      ) : (
        <>
          <ul className="levers">
            {LEVERS.filter((lever) => Object.hasOwn(scenario.parameters, lever.name)).map((lever) => (
              <OneLever key={lever.name} lever={lever} own={scenario.parameters[lever.name]!} value={set[lever.name]} speaker={speaker} text={lever.text[language]} />
            ))}
          </ul>
          <div className="row change-foot">
            <button type="button" className="button" disabled={names.length === 0} onClick={() => session.choose({ set: {} })}>
              {words.resetAll}
            </button>
            <button type="button" className="button" onClick={() => commands.copyLink()}>
              {words.share}
            </button>
            <span className="quiet" role="status">
              {growing ? words.running : ''}
            </span>
          </div>
        </>
      )}
    </div>
  );
}

interface LeverProps {
  readonly lever: Lever;
  readonly own: Quantity;
  /** Undefined where the scenario's own value holds. */
  readonly value: number | undefined;
  readonly speaker: Speaker;
  readonly text: { readonly label: string; readonly about: string };
}

function OneLever({ lever, own, value, speaker, text }: LeverProps): ReactNode {
  const { session } = usePage();
  const words = useWords().change;
  const now = value ?? own.value;
  const changed = value !== undefined && value !== own.value;
  const move = (to: number, dragging: boolean): void => session.move(lever.name, to === own.value ? null : to, dragging);
  return (
    <li data-changed={changed || undefined}>
      {lever.shown === 'switch' ? (
        <label className="row lever-head">
          <span className="grow">{text.label}</span>
          <Switch.Root className="switch" checked={now !== 0} onCheckedChange={(on) => move(on ? 1 : 0, false)}>
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </label>
      ) : (
        <Slider.Root
          className="slider"
          value={now}
          min={own.range?.[0] ?? 0}
          max={own.range?.[1] ?? Math.max(1, own.value * 2)}
          step={lever.step}
          onValueChange={(to) => move(to, true)}
          onValueCommitted={(to) => move(to, false)}
        >
          <div className="row lever-head">
            <Slider.Label className="grow">{text.label}</Slider.Label>
            <output className="lever-value">{shown(lever, now, speaker)}</output>
          </div>
          <Slider.Control className="slider-control">
            <Slider.Track className="slider-track">
              <Slider.Indicator className="slider-fill" />
              <Slider.Thumb className="slider-thumb" getAriaValueText={(_text, at) => shown(lever, at, speaker)} />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      )}
      <p className="quiet">
        {text.about}
        {changed && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => session.move(lever.name, null)}>
              {words.reset(shown(lever, own.value, speaker))}
            </button>
          </>
        )}
      </p>
    </li>
  );
}

function shown(lever: Lever, value: number, { format, language }: Speaker): string {
  switch (lever.shown) {
    case 'percent':
      return format.percent(value);
    case 'rate':
      return format.rate(value);
    case 'price':
      return format.price(value);
    case 'months':
      return lever.unit[language](format.number(value));
    case 'switch':
      return lever.unit[language](value === 0 ? '0' : '1');
  }
}
