/** Files, settings and help, behind one button. */
import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import type { Panel } from '../session/panel.ts';
import { PANELS } from '../session/panel.ts';
import { THEMES } from '../session/settings.ts';
import { lessonWords } from '../words/lesson.ts';
import { Icon } from './icons.tsx';
import { usePage, useSession, useWords } from './page-context.ts';

export function MoreMenu({ available }: { readonly available: ReadonlySet<Panel> }): ReactNode {
  const { session, commands } = usePage();
  const words = useWords();
  const settings = useSession((state) => state.settings);
  const finished = useSession((state) => state.finished);
  const skipQuiet = useSession((state) => state.playback.skipQuiet);
  const panel = useSession((state) => state.panel);
  const past = useSession((state) => state.decided.past.length);
  const future = useSession((state) => state.decided.future.length);
  return (
    <Menu.Root>
      <Menu.Trigger className="button square" aria-label={words.menu} title={words.menu}>
        <Icon name="menu" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="positioner" sideOffset={4} align="end">
          <Menu.Popup className="popup menu-popup">
            {PANELS.filter((name) => available.has(name)).map((name) => (
              <Menu.CheckboxItem key={name} checked={panel === name} closeOnClick className="option" onCheckedChange={(shown) => session.show(shown ? name : null)}>
                <Menu.CheckboxItemIndicator className="option-check">
                  <Icon name="check" />
                </Menu.CheckboxItemIndicator>
                <span className="option-name">{words.panels[name]}</span>
              </Menu.CheckboxItem>
            ))}
            <Menu.Separator className="separator" />
            <Menu.Item className="option plain" onClick={() => commands.ask('lessons')}>{lessonWords(settings.language).lessons}</Menu.Item>
            <Menu.Item className="option plain" onClick={() => commands.ask('glossary')}>{words.glossary}</Menu.Item>
            <Menu.Item className="option plain" onClick={() => commands.ask('help')}>{words.help}</Menu.Item>
            <Menu.Separator className="separator" />
            <Menu.Item className="option plain" onClick={commands.pickFile}>{words.openFile}</Menu.Item>
            <Menu.Item className="option plain" disabled={!finished} onClick={commands.saveRun}>{words.saveRun}</Menu.Item>
            <Menu.Item className="option plain" disabled={!finished} onClick={commands.savePicture}>{words.savePicture}</Menu.Item>
            <Menu.Item className="option plain" disabled={!finished} onClick={() => commands.ask('video')}>{words.video.menu}</Menu.Item>
            <Menu.Item className="option plain" disabled={!finished} onClick={commands.saveTable}>{words.saveTable}</Menu.Item>
            <Menu.Item className="option plain" onClick={commands.copyLink}>{words.copyLink}</Menu.Item>
            <Menu.Separator className="separator" />
            <Menu.Item className="option plain" disabled={past === 0} onClick={() => session.undo()}>{words.undo}</Menu.Item>
            <Menu.Item className="option plain" disabled={future === 0} onClick={() => session.redo()}>{words.redo}</Menu.Item>
            <Menu.Separator className="separator" />
            <Choices heading={words.themeHeading} value={settings.theme} options={THEMES.map((theme) => [theme, words.theme[theme]])} choose={(theme) => session.configure({ theme })} />
            <Choices heading={words.namesHeading} value={settings.names} options={(['real', 'generic'] as const).map((names) => [names, words.names[names]])} choose={(names) => session.configure({ names })} />
            <Choices heading={words.motionHeading} value={settings.motion} options={(['auto', 'full', 'reduced'] as const).map((motion) => [motion, words.motion[motion]])} choose={(motion) => session.configure({ motion })} />
            <Menu.Separator className="separator" />
            <Menu.CheckboxItem className="option" checked={settings.singleKeys} onCheckedChange={(singleKeys) => session.configure({ singleKeys })}>
              <Menu.CheckboxItemIndicator className="option-check">
                <Icon name="check" />
              </Menu.CheckboxItemIndicator>
              <span className="option-name">{words.singleKeys}</span>
            </Menu.CheckboxItem>
            <Menu.CheckboxItem className="option" checked={skipQuiet} onCheckedChange={(on) => session.command({ type: 'skipQuiet', on })}>
              <Menu.CheckboxItemIndicator className="option-check">
                <Icon name="check" />
              </Menu.CheckboxItemIndicator>
              <span className="option-name">{words.skipQuiet}</span>
            </Menu.CheckboxItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choices<Value extends string>({ heading, value, options, choose }: { readonly heading: string; readonly value: Value; readonly options: readonly (readonly [Value, string])[]; readonly choose: (value: Value) => void }): ReactNode {
  return (
    <Menu.RadioGroup value={value} onValueChange={(chosen: Value) => choose(chosen)}>
      <Menu.GroupLabel className="group-label">{heading}</Menu.GroupLabel>
      {options.map(([option, text]) => (
        <Menu.RadioItem key={option} value={option} className="option" closeOnClick={false}>
          <Menu.RadioItemIndicator className="option-check">
            <Icon name="check" />
          </Menu.RadioItemIndicator>
          <span className="option-name">{text}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
