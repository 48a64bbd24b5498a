/** `facts`: the twenty-one stylised facts on paired histories; effect, interval, pass or fail. */
import { FACTS, SHIPPED_FOR_FACTS, VARIANT_NAMES, type Fact, type Reading, type ShippedForFacts, type Trace, type VariantName, type Verdict } from '../../calibration/facts/index.ts';
import { usualThreads } from '../../ensemble/pool.ts';
import { gatherTraces, tracesNeeded, type Traces } from '../../ensemble/traces.ts';
import type { Scenario } from '../../model/scenario.ts';
import { FACTS_WORDS, type FactsWords } from '../../words/facts.ts';
import type { Format } from '../../words/format.ts';
import { loadEngine } from '../engine.ts';
import type { FactsOptions } from '../facts-command.ts';
import { Failed } from '../failed.ts';
import { interruption } from '../interruption.ts';
import type { Report } from '../report.ts';
import { soundScenario } from '../scenarios.ts';
import { table, type Terminal } from '../terminal.ts';
import { threadFile } from '../thread.ts';

/** Pairs below which an interval says nothing. */
const FEWEST = 10;

export async function facts(terminal: Terminal, { seeds, workers, only }: FactsOptions): Promise<Report> {
  const chosen = chosenFacts(only);
  const needed = new Set(chosen.flatMap((fact) => fact.needs));
  const variants = VARIANT_NAMES.filter((name) => needed.has(name));
  const scenarios = Object.fromEntries(SHIPPED_FOR_FACTS.map((name) => [name, soundScenario(name)])) as { readonly [name in ShippedForFacts]: Scenario };
  const { model } = await loadEngine();
  const traces = await gather(terminal, { variants, seeds, scenarios, threads: workers ?? usualThreads() });
  const shared = Math.min(seeds, ...variants.map((name) => traces.of[name]!.length).filter((count) => count >= seeds));
  const evidence = { of: (name: VariantName): readonly Trace[] => traces.of[name] ?? [], seeds: shared, level: traces.level };
  const judged = chosen.map((fact) => ({ fact, verdict: fact.judge(evidence) }));
  const met = judged.filter(({ verdict }) => verdict.pass).length;
  return {
    ok: true,
    json: {
      ok: true, model, seeds, level: traces.level, met, of: judged.length, unfinished: traces.failed,
      facts: judged.map(({ fact, verdict }) => ({ number: fact.number, fact: FACTS_WORDS[terminal.language].facts[fact.number], ...verdict, ...(verdict.pass ? {} : { reason: reason(terminal, fact, verdict, seeds) }) })),
    },
    text: text(terminal, judged, traces, seeds),
  };
}

function chosenFacts(only: string | undefined): readonly Fact[] {
  if (only === undefined) return FACTS;
  const numbers = only.split(',').map((part) => Number(part.trim()));
  const wrong = numbers.find((number) => !FACTS.some((fact) => fact.number === number));
  if (wrong !== undefined) throw new Failed({ key: 'usage.number', option: '--only', value: only, least: 1, most: FACTS.length });
  return FACTS.filter((fact) => numbers.includes(fact.number));
}

async function gather(terminal: Terminal, work: { readonly variants: readonly VariantName[]; readonly seeds: number; readonly scenarios: { readonly [name in ShippedForFacts]: Scenario }; readonly threads: number }): Promise<Traces> {
  const words = FACTS_WORDS[terminal.language];
  const total = tracesNeeded(work);
  const bar = terminal.bar(words.simulating, words.unit, total);
  const stop = interruption();
  let at = 0;
  try {
    const traces = await gatherTraces({ ...work, file: threadFile('trace-worker'), stop, progress: (done) => { at = done; bar.at(done); } });
    if (traces !== null) return traces;
    throw new Failed({ key: 'cli.interrupted', part: null, ticks: at, horizon: total });
  } finally {
    bar.stop();
    stop.end();
  }
}

function text({ language, format, words }: Terminal, judged: readonly { readonly fact: Fact; readonly verdict: Verdict }[], traces: Traces, seeds: number): string {
  const say = FACTS_WORDS[language];
  const blocks = judged.map(({ fact, verdict }) =>
    [
      `${fact.number}. ${say.facts[fact.number]!}: ${verdict.pass ? say.pass : say.fail}`,
      table([say.head.measured, say.head.effect, say.head.interval, say.head.holds], verdict.readings.map((reading) => row(reading, say, format, words.notApplicable)), [1, 2]),
    ].join('\n'),
  );
  const failed = judged.filter(({ verdict }) => !verdict.pass);
  const why = failed.map(({ fact, verdict }) => `${fact.number}. ${reason({ language }, fact, verdict, seeds)}`);
  const met = judged.length - failed.length;
  return [
    ...blocks,
    say.met(met, judged.length),
    ...(why.length === 0 ? [] : [`${say.whyHead}\n${why.join('\n')}`]),
    ...(traces.failed.length === 0 ? [] : [say.unfinished(traces.failed.length)]),
    say.how(seeds, format.percent(traces.level, 0)),
    words.disclaimer,
  ].join('\n\n');
}

function row({ name, unit, estimate, holds }: Reading, say: FactsWords, format: Format, none: string): string[] {
  const write = (value: number): string => {
    if (!Number.isFinite(value)) return none;
    switch (unit) {
      case 'dollars':
        return format.dollars(Math.round(value));
      case 'share':
        return format.percent(value, 1);
      case 'points':
        return say.points(format.number(value * 100, 1));
      case 'basisPoints':
        return say.basisPoints(format.number(value, 0));
      case 'months':
        return say.months(format.number(value, 1));
      case 'number':
        return Math.abs(value) >= 1000 ? format.count(value) : format.number(value, value !== 0 && Math.abs(value) < 0.01 ? 6 : 2);
    }
  };
  const label = say.readings[name] ?? name;
  return estimate === null ? [label, none, none, holds ? say.yes : say.no] : [label, write(estimate.effect), `${write(estimate.low)} … ${write(estimate.high)}`, holds ? say.yes : say.no];
}

/** Why a fact fails: too few histories, a shock of no right size, what is known of the model, or just the interval. */
function reason({ language }: Pick<Terminal, 'language'>, fact: Fact, verdict: Verdict, seeds: number): string {
  const say = FACTS_WORDS[language];
  if (seeds < FEWEST) return say.whyShort(seeds);
  if (verdict.readings.some((reading) => reading.name === 'baseline' && !reading.holds)) return say.whySized;
  return say.why[fact.number] ?? say.whyUnknown;
}
