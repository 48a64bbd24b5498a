/** The browser's entry: the page with every panel there is. */
import './ui/no-eval.ts';
import './ui/tokens.css';
import './ui/page.css';
import './ui/lesson/lesson.css';
import './ui/panels/panels.css';
import { startPage } from './ui/start.tsx';
import { fetchPanels, pagePanels } from './ui/page-panels.ts';

// the stage and its graphics are a part of their own; they are on their way while the page around them is built
const stage = import('./view/stage.ts');
stage.catch(() => undefined); // whoever wants it hears of it
startPage(document.getElementById('page')!, pagePanels, async () => (await stage).createStage);

// a page that has been left alone for a moment has time for what is opened next; one that cannot fetch it says so when it is wanted
window.addEventListener('load', () => window.setTimeout(() => void fetchPanels().catch(() => undefined), 2000));
