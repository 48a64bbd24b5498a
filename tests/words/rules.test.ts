import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../agents/index.ts';
import { statechartOf } from '../../src/engine/statechart.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { guardSentence, hasGuardWords, hasRuleWords, inputFigure, inputName, RULE_WORDS, ruleName, ruleSentence, spelled, unitOf } from '../../src/words/rules.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { syntheticScenario } from '../fixtures/synthetic-scenario.ts';

const scenario = syntheticScenario(12);
const english = makeSpeaker('en', scenario);
const sources = readdirSync(new URL('../../agents/', import.meta.url)).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(`../../agents/${name}`, import.meta.url), 'utf8'));
/** Rule ids as the agents write them: `kind.rule` in quotes. */
const rules = [...new Set(sources.flatMap((source) => [...source.matchAll(/'((?:chipVendor|hyperscaler|neocloud|aiLab|lender|reit)\.[A-Za-z0-9]+)'/g)].map((found) => found[1]!)))];

describe('Rules in words', () => {
  it('are there for every rule an agent decides by, in both languages', () => {
    expect(rules.length).toBeGreaterThan(30);
    for (const language of LANGUAGES)
      for (const rule of rules) {
        expect(hasRuleWords(rule, language), `${language}: ${rule}`).toBe(true);
        expect(Object.hasOwn(RULE_WORDS[language].name, rule), `${language}: name of ${rule}`).toBe(true);
      }
  });

  it('exist in one language if and only if in the other', () => {
    for (const part of ['rule', 'name', 'input', 'guard'] as const) expect(Object.keys(RULE_WORDS.zh[part]).sort()).toEqual(Object.keys(RULE_WORDS.en[part]).sort());
  });

  it('are there for every guard of every machine', () => {
    for (const [kind, agent] of Object.entries(MACHINES))
      for (const region of statechartOf(agent.machine, kind).regions)
        for (const { guard } of region.transitions) for (const language of LANGUAGES) expect(hasGuardWords(guard, kind, language), `${language}: ${kind}.${guard}`).toBe(true);
  });

  it('say what was seen and where the limit lies', () => {
    const because = { rule: 'neocloud.cashRule', inputs: { cash: 1_300_000_000, runway: 2.1 }, threshold: 6 };
    expect(ruleSentence(because, english)).toBe('its cash lasts 2.1 months, the rule wants 6 months');
    expect(ruleSentence(because, makeSpeaker('zh', scenario))).toBe('现金够用 2.1 个月\uff0c规则要求 6 个月');
  });

  it('says which mark of its cash a firm misses that burns none', () => {
    const seen = { cash: 3_000_000_000, outlays: 1_800_000_000, receipts: 1_790_000_000, maturing: 0, runway: 60 };
    const asked = (more: Partial<typeof seen>): string => ruleSentence({ rule: 'neocloud.cashRule', inputs: { ...seen, ...more }, threshold: 4 }, english);
    expect(asked({})).toBe('it has $3B in cash and keeps two months of outlays, $1.8B each');
    expect(asked({ runway: 3.5 })).toBe('its cash lasts 3.5 months, the rule wants 4 months');
    expect(asked({ cash: 9_000_000_000, maturing: 2_000_000_000 })).toBe('debt of $2B has to be rolled over');
    expect(asked({ cash: 9_000_000_000 })).toBe('its $9B in cash are less than it wants to keep');
    const cut = (runway: number, arrears: number): string => ruleSentence({ rule: 'aiLab.cashTooShort', inputs: { runway, arrears, lossYear: 1 }, threshold: 3.15 }, english);
    expect([cut(1, 5), cut(60, 2_000_000_000), cut(60, 0)]).toEqual([
      'its cash lasts 1 month; under 3.2 months it cuts',
      'bills of $2B are overdue; until they are paid it cuts',
      'it ran short of cash, and cuts until its cash lasts longer again',
    ]);
  });

  it('fall back on the figure and the limit when a rule is not known, or saw other figures', () => {
    expect(ruleSentence({ rule: 'someone.elseRule', inputs: { vacancy: 0.25 }, threshold: 0.12 }, english)).toBe('empty space: 25%, against 12%');
    expect(ruleSentence({ rule: 'neocloud.cashRule', inputs: { cash: 5_000_000_000 }, threshold: 6 }, english)).toMatch(/^cash: \$5B/);
    expect(ruleName('someone.elseRule', english)).toBe('else rule');
    expect(guardSentence('worse.ponzi', 'neocloud', english)).toBe('ponzi');
    expect(spelled('aBigGap')).toBe('a big gap');
  });

  it('do not mistake the names every object has for rules, figures or guards', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const inputs = JSON.parse(`{"${name}": 3}`) as { [name: string]: number };
      expect(typeof ruleSentence({ rule: name, inputs, threshold: 1 }, english)).toBe('string');
      expect(typeof inputName(english, name)).toBe('string');
      expect(typeof guardSentence(name, name, english)).toBe('string');
    }
  });

  it('show figures in the unit their name says', () => {
    expect(inputFigure(english, 'runway', 60)).toBe('five years or more');
    expect(inputFigure(english, 'quotedRate', 1120)).toBe('11.2%');
    expect(inputFigure(english, 'advanceRate', 0.8)).toBe('80%');
    expect(inputFigure(english, 'revenueYear', 4_300_000_000)).toBe('$4.3B');
    expect(unitOf('uncovered')).toBe('count');
  });
});
