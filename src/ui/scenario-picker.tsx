/** Which world: the scenarios that came along, each with one line on what it is. */
import { Select } from '@base-ui/react/select';
import { useState, type ReactNode } from 'react';
import { named } from '../words/joined.ts';
import { firstSentence } from './first-sentence.ts';
import { Icon } from './icons.tsx';
import { usePage, useRun, useSession, useWords } from './page-context.ts';

export function ScenarioPicker(): ReactNode {
  const { session, catalogue } = usePage();
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const choice = useSession((state) => state.decided.present.choice);
  const run = useRun();
  // scenarios are read when somebody looks: eleven files would delay the first picture
  const [looked, setLooked] = useState(false);
  const origin = run?.origin;
  const fileName = origin?.kind === 'file' ? origin.name : null;
  const current = choice.run.kind === 'scenario' ? (catalogue.scenario(choice.run.id)?.name[language] ?? choice.run.id) : (run?.source.header.scenario.name[language] ?? '');
  const changed = Object.keys(choice.set).length;
  return (
    <Select.Root
      value={choice.run.kind === 'scenario' ? choice.run.id : null}
      onValueChange={(id) => {
        if (typeof id === 'string') session.choose({ run: { kind: 'scenario', id }, set: {} });
      }}
      onOpenChange={(open) => open && setLooked(true)}
    >
      <Select.Trigger className="button scenario" aria-label={named(words.scenario, current, language)}>
        <span className="scenario-name" title={fileName === null ? current : words.scenarioFile(fileName)}>
          {current}
        </span>
        {fileName !== null && <span className="tag">{words.recordingTag}</span>}
        {changed > 0 && (
          <span className="tag" title={words.changed(changed)}>
            <span className="long">{words.changed(changed)}</span>
            <span className="short" aria-hidden="true">
              ±{changed}
            </span>
          </span>
        )}
        <Icon name="down" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className="positioner" sideOffset={4} align="start" alignItemWithTrigger={false}>
          <Select.Popup className="popup scenario-popup">
            <Select.List>
              {looked &&
                catalogue.ids.map((id) => {
                  const scenario = catalogue.scenario(id);
                  if (scenario === null) return null;
                  return (
                    <Select.Item key={id} value={id} className="option">
                      <Select.ItemIndicator className="option-check">
                        <Icon name="check" />
                      </Select.ItemIndicator>
                      <Select.ItemText className="option-name">{scenario.name[language]}</Select.ItemText>
                      <span className="option-about">{firstSentence(scenario.about.what[language])}</span>
                    </Select.Item>
                  );
                })}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
