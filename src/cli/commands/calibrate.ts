/** `calibrate`: the base scenario against every figure of the article. */
import { articleTargets, type Target } from '../../calibration/targets.ts';
import type { Frame } from '../../model/frame.ts';
import { CALIBRATION_WORDS } from '../../words/calibration.ts';
import type { Format } from '../../words/format.ts';
import { loadEngine } from '../engine.ts';
import { record } from '../record.ts';
import type { Report } from '../report.ts';
import { soundScenario } from '../scenarios.ts';
import { table, type Terminal } from '../terminal.ts';

export async function calibrate(terminal: Terminal, { seed }: { readonly seed: string }): Promise<Report> {
  const { words, language, format } = terminal;
  const say = CALIBRATION_WORDS[language];
  const engine = await loadEngine();
  const months = engine.start({ scenario: soundScenario('base'), seed });
  const frames: Frame[] = [];
  await record(terminal, months, { out: null, shown: '', resume: false, force: false, visit: (frame) => frames.push(frame) });
  const targets = articleTargets({ header: months.header, frames });
  const met = targets.filter((target) => target.met).length;
  const rows = targets.map((target) => [
    say.targets[target.id] ?? target.id,
    typeof target.article === 'number' ? written(target, target.article, format) : target.article.map((end) => written(target, end, format)).join('–'),
    target.simulated === null ? words.notApplicable : written(target, target.simulated, format),
    target.ratio === null ? words.notApplicable : format.times(target.ratio),
    target.met ? say.yes : say.no,
    target.fitted ? say.yes : say.no,
    target.source,
  ]);
  const { what, article, simulated, ratio, met: isMet, fitted, source } = say.head;
  return {
    ok: true,
    json: { ok: true, scenario: 'base', seed, model: engine.model, met, of: targets.length, targets },
    text: [table([what, article, simulated, ratio, isMet, fitted, source], rows, [1, 2, 3]), `${say.met(met, targets.length, seed)}\n${say.fitted}`, words.disclaimer].join('\n\n'),
  };
}

function written({ unit }: Target, value: number, format: Format): string {
  switch (unit) {
    case 'dollars':
      return format.dollars(value);
    case 'share':
      return format.percent(value, 1);
    case 'basisPoints':
      return format.rate(value);
    case 'year':
      return String(Math.round(value));
  }
}
