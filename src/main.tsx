/** The browser's entry: the page with every panel there is. */
import './ui/no-eval.ts';
import './ui/tokens.css';
import './ui/page.css';
import './ui/lesson/lesson.css';
import { startPage } from './ui/start.tsx';
import { pagePanels } from './ui/page-panels.ts';

// the stage and its graphics come after the page around it
startPage(document.getElementById('page')!, pagePanels, async () => (await import('./view/stage.ts')).createStage);
