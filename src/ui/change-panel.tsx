/**
 * Change one thing: sliders and switches for what moves the economy most, from the beginning or from the month shown
 * on. Every change runs the history again, with everybody's same luck; the picture changes when it is complete. Stands
 * beside the stage.
 */
import { Slider } from '@base-ui/react/slider';
import { Switch } from '@base-ui/react/switch';
import { useState, type ReactNode } from 'react';
import { CHANNELS, type Channel } from '../model/phase.ts';
import type { Quantity, Scenario } from '../model/scenario.ts';
import type { World } from '../model/world.ts';
import type { Speaker } from '../words/speaker.ts';
import { LEVERS, leverFigure, type Lever } from '../words/levers.ts';
import { Icon } from './icons.tsx';
import { Choice } from './panels/choice.tsx';
import { WhatIfList } from './what-if-list.tsx';
import { usePage, useRun, useSession, useSpeaker, useWords } from './page-context.ts';

/** From when on a change holds: the beginning, or the month shown. */
type Since = 'start' | 'here';

export function ChangePanel(): ReactNode {
  const { session, runs } = usePage();
  const words = useWords().change;
  const [chosen, choose] = useState<Since>('start');
  const growing = useSession((state) => state.work.kind === 'simulating' || state.work.kind === 'supposing');
  const finished = useSession((state) => state.finished);
  const tick = useSession((state) => state.playback.tick);
  const speaker = useSpeaker();
  useRun(); // another run may have another scenario
  const scenario = runs.scenario();
  // a recording is never changed, but its history can be forked
  const since = scenario === null ? 'here' : chosen;
  const date = speaker?.format.date(tick) ?? '';
  return (
    <div className="panel change">
      <div className="change-head">
        <h2>{words.heading}</h2>
        <p className="quiet change-running" role="status">
          {growing ? words.running : ''}
        </p>
        <button type="button" className="button square" aria-label={words.close} title={words.close} onClick={() => session.show(null)}>
          <Icon name="close" />
        </button>
      </div>
      {scenario !== null && (
        <Choice
          label={words.since}
          value={since}
          choose={choose}
          options={[
            ['start', words.fromStart],
            ['here', words.fromHere(date)],
          ]}
        />
      )}
      <p className="quiet">{since === 'start' ? words.lead : scenario === null ? words.recording(date) : words.leadHere(date)}</p>
      {speaker !== null && since === 'start' && scenario !== null && <FromStart scenario={scenario} speaker={speaker} />}
      {speaker !== null && since === 'here' && (finished ? <FromHere speaker={speaker} /> : <p>{words.wait}</p>)}
    </div>
  );
}

function FromStart({ scenario, speaker }: { readonly scenario: Scenario; readonly speaker: Speaker }): ReactNode {
  const { session, commands } = usePage();
  const words = useWords().change;
  const set = useSession((state) => state.decided.present.choice.set);
  /** What the scenario does to it later, whatever it is set to here. */
  const laterOf = (lever: Lever): string | null => {
    const shock = scenario.shocks.find((each) => each.kind === 'ramp' && each.lever === lever.name);
    return shock?.kind === 'ramp' ? words.later(speaker.format.date(shock.at), leverFigure(lever, shock.to, speaker)) : null;
  };
  return (
    <>
      <Levers scenario={scenario} speaker={speaker} laterOf={laterOf} valueOf={(name) => set[name]} move={(name, value, dragging) => session.move(name, value, dragging)} />
      <div className="row change-foot">
        <button type="button" className="button" disabled={Object.keys(set).length === 0} onClick={() => session.choose({ set: {} })}>
          {words.resetAll}
        </button>
        <button type="button" className="button" onClick={() => commands.copyLink()}>
          {words.share}
        </button>
      </div>
    </>
  );
}

/** A what-if of the history that is shown: the same levers, and channels of contagion, from this month on. */
function FromHere({ speaker }: { readonly speaker: Speaker }): ReactNode {
  const { session } = usePage();
  const words = useWords().change;
  const whatIf = useSession((state) => state.decided.present.whatIf) ?? [];
  const { channel } = speaker.vocabulary;
  const cut = (name: Channel): boolean => whatIf.some(({ change }) => change.kind === 'channelOff' && change.channel === name);
  const setTo = (name: string): number | undefined => {
    const found = whatIf.find(({ change }) => change.kind === 'set' && change.path === name)?.change;
    return found?.kind === 'set' ? found.value : undefined;
  };
  // the scenario may have moved it since the beginning
  const inForce = useLevers();
  return (
    <>
      <WhatIfList speaker={speaker} />
      <Levers
        scenario={speaker.scenario}
        speaker={speaker}
        inForce={inForce}
        valueOf={setTo}
        move={(path, value, dragging) => (value === null ? session.dropChange({ kind: 'set', path, value: 0 }) : session.suppose({ kind: 'set', path, value }, dragging))}
      />
      <h3>{words.channels}</h3>
      <ul className="levers">
        {CHANNELS.map((name) => (
          <li key={name} data-changed={cut(name) || undefined}>
            <label className="row lever-head">
              <span className="grow">{channel[name]}</span>
              <Switch.Root className="switch" checked={!cut(name)} onCheckedChange={(on) => (on ? session.dropChange({ kind: 'channelOff', channel: name }) : session.suppose({ kind: 'channelOff', channel: name }))}>
                <Switch.Thumb className="switch-thumb" />
              </Switch.Root>
            </label>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.more}</p>
    </>
  );
}

/** Where everything stood in the month shown, in the history that a what-if leaves; null while that month is not in memory. */
function useLevers(): World['levers'] | null {
  const run = useSession((state) => state.run);
  const tick = useSession((state) => state.playback.tick);
  return run?.source.peek(tick)?.state.levers ?? null;
}

interface LeversProps {
  readonly scenario: Scenario;
  readonly speaker: Speaker;
  /** Values without a change, where they are not those of the beginning. */
  readonly inForce?: World['levers'] | null;
  readonly laterOf?: (lever: Lever) => string | null;
  /** Undefined where nothing is changed. */
  readonly valueOf: (name: string) => number | undefined;
  /** Null for the value without a change. */
  readonly move: (name: string, value: number | null, dragging: boolean) => void;
}

function Levers({ scenario, speaker, inForce = null, laterOf, valueOf, move }: LeversProps): ReactNode {
  const ownOf = (name: string): Quantity => {
    const quantity = scenario.parameters[name]!;
    return { ...quantity, value: inForce?.[name]?.value ?? quantity.value };
  };
  return (
    <ul className="levers">
      {LEVERS.filter((lever) => Object.hasOwn(scenario.parameters, lever.name)).map((lever) => (
        <OneLever key={lever.name} lever={lever} own={ownOf(lever.name)} later={laterOf?.(lever) ?? null} value={valueOf(lever.name)} speaker={speaker} text={speaker.words(lever.text)} move={(value, dragging) => move(lever.name, value, dragging)} />
      ))}
    </ul>
  );
}

interface LeverProps {
  readonly lever: Lever;
  /** With the value that holds without a change. */
  readonly own: Quantity;
  readonly later: string | null;
  /** Undefined where nothing is changed. */
  readonly value: number | undefined;
  readonly speaker: Speaker;
  readonly text: { readonly label: string; readonly about: string };
  readonly move: (value: number | null, dragging: boolean) => void;
}

function OneLever({ lever, own, later, value, speaker, text, move: moveTo }: LeverProps): ReactNode {
  const words = useWords().change;
  const now = value ?? own.value;
  const changed = value !== undefined && value !== own.value;
  const move = (to: number, dragging: boolean): void => moveTo(to === own.value ? null : to, dragging);
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
            <output className="lever-value">{leverFigure(lever, now, speaker)}</output>
          </div>
          <Slider.Control className="slider-control">
            <Slider.Track className="slider-track">
              <Slider.Indicator className="slider-fill" />
              <Slider.Thumb className="slider-thumb" getAriaValueText={(_text, at) => leverFigure(lever, at, speaker)} />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      )}
      {later !== null && <p className="lever-later">{later}</p>}
      <p className="quiet">
        {text.about}
        {changed && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => moveTo(null, false)}>
              {words.reset(leverFigure(lever, own.value, speaker))}
            </button>
          </>
        )}
      </p>
    </li>
  );
}
