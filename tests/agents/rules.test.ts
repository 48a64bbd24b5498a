import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../agents/index.ts';
import { statechartOf } from '../../src/engine/statechart.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { hasGuardWords, hasRuleWords, RULE_WORDS } from '../../src/words/rules.ts';
import { VIEWS } from '../fixtures/views.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);

/** Every rule an actor of this kind decides by, with the figures it looks at. */
function rulesOf(kind: (typeof ACTOR_KINDS)[number]): ReadonlyMap<string, ReadonlySet<string>> {
  const agent = MACHINES[kind];
  const chart = statechartOf(agent.machine, kind);
  const rules = new Map<string, Set<string>>();
  const states = chart.regions.reduce<{ [region: string]: string }[]>((values, region) => values.flatMap((value) => region.states.map((state) => ({ ...value, [region.id]: state }))), [{}]);
  for (const view of fc.sample(VIEWS[kind], { numRuns: 1500, seed })) {
    const state = states[rules.size % states.length]!;
    for (const value of [state, ...states.filter((_, index) => index % 7 === 0)]) {
      for (const intent of agent.decide(view as never, value)) {
        const inputs = rules.get(intent.because.rule) ?? new Set();
        for (const input of Object.keys(intent.because.inputs)) inputs.add(input);
        rules.set(intent.because.rule, inputs);
      }
    }
  }
  return rules;
}

describe.each(ACTOR_KINDS)('the words for %s', (kind) => {
  it.each(LANGUAGES)('say every rule it decides by, every figure it looks at and every guard of its machine (%s)', (language) => {
    const rules = rulesOf(kind);
    expect(rules.size).toBeGreaterThan(1);
    expect([...rules.keys()].filter((rule) => !hasRuleWords(rule, language))).toEqual([]);
    const inputs = new Set([...rules.values()].flatMap((names) => [...names]));
    expect([...inputs].filter((input) => !Object.hasOwn(RULE_WORDS[language].input, input))).toEqual([]);
    const guards = new Set(statechartOf(MACHINES[kind].machine, kind).regions.flatMap((region) => region.transitions.map((move) => move.guard)));
    expect([...guards].filter((guard) => !hasGuardWords(guard, kind, language))).toEqual([]);
  });
});
