/** The browser's entry: the page with every panel there is. */
import './ui/tokens.css';
import './ui/page.css';
import type { CreateStage } from './view/stage-view.ts';
import { startPage } from './ui/start.tsx';
import { pagePanels } from './ui/page-panels.ts';

const stages = import.meta.glob<{ createStage: CreateStage }>('./view/stage.ts');

startPage(document.getElementById('page')!, pagePanels, async () => {
  const load = stages['./view/stage.ts'];
  if (load === undefined) throw new Error('no stage');
  return (await load()).createStage;
});
