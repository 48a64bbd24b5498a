import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../src/model/decision.ts';
import { CHANNELS, type Link } from '../../src/model/phase.ts';
import { explain, type Gap } from '../../src/explain/causes.ts';
import { webOf } from '../../src/explain/fold.ts';
import type { Trial } from '../../src/explain/counterfactual.ts';
import { describeExplainProblem, EXPLAIN_WORDS, gapSentence, hopSentence, lineWords, linkWord, nodeDetail, nodeLabel, trialWords } from '../../src/words/explain.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { syntheticScenario } from '../fixtures/synthetic-scenario.ts';
import { story, type ToldDecision, type ToldEvent } from './story.ts';

const CJK = /[\u4e00-\u9fff]/;
const BROKEN = /undefined|NaN|\[object|null/;
const speakers = (['en', 'zh'] as const).map((language) => makeSpeaker(language, syntheticScenario(24)));

describe('words for why', () => {
  test('exist for every problem, in both languages', () => {
    const problems = [
      { key: 'explain.nobody', actor: 'x' }, { key: 'explain.noDefault', actor: 'x', others: ['a', 'b'] }, { key: 'explain.noDefault', actor: 'x', others: [] }, { key: 'explain.noEvent', event: 'x' }, { key: 'explain.quiet' }, { key: 'explain.notTheirs', event: 'x', actor: 'a', whose: 'b' }, { key: 'explain.notTheirs', event: 'x', actor: 'a', whose: null },
      { key: 'explain.notADefault', event: 'x' }, { key: 'follow.unknown', flow: 'x' }, { key: 'follow.noCash', flow: 'x' }, { key: 'follow.noTranche' }, { key: 'branch.diverged', tick: 3 },
    ] as const;
    expect(new Set(problems.map((problem) => problem.key).filter((key) => !key.startsWith('branch')))).toEqual(new Set(Object.keys(EXPLAIN_WORDS.en.problem)));
    for (const problem of problems) {
      expect(describeExplainProblem(problem, 'en')).toMatch(/^[A-Z`]/);
      expect(describeExplainProblem(problem, 'zh')).toMatch(CJK);
      for (const language of ['en', 'zh'] as const) expect(describeExplainProblem(problem, language)).not.toMatch(BROKEN);
    }
  });

  test('name every kind of event in a box, with and without figures', () => {
    const told = story(...EVENT_TYPES.map((type, nth): ToldEvent => ({ tick: nth, id: type, type, actor: 'openai', because: nth === 0 ? [] : [['shock', 5]] })), { tick: 1, id: 'choice', decision: 'borrow', actor: 'openai', because: ['shock'] } as ToldDecision);
    for (const speaker of speakers)
      for (const happening of told.happenings) {
        const web = webOf(explain(told, happening));
        for (const node of web.nodes) {
          const [label, detail] = [nodeLabel(node, speaker), nodeDetail(node, speaker)];
          expect(label).not.toBe('');
          expect(`${label} ${detail}`).not.toMatch(BROKEN);
        }
        for (const edge of web.edges) expect(hopSentence(edge, web, speaker)).toMatch(speaker.language === 'en' ? /^[A-Z].*\. That (is behind|led to) / : CJK);
      }
  });

  test('name every channel, gap and line', () => {
    const links: readonly Link[] = [...CHANNELS, 'shock', 'decision', 'budget', 'state'];
    const kinds: readonly Gap['kind'][] = ['unknownCause', 'laterCause', 'noCause', 'closedCircle', 'shares', 'cushions'];
    for (const speaker of speakers) {
      for (const link of links) expect(linkWord(link, speaker)).toMatch(speaker.language === 'en' ? /^[a-z -]+$/ : CJK);
      for (const kind of kinds) for (const detail of ['x', 7, null]) expect(gapSentence({ kind, id: 'end', detail }, speaker)).not.toMatch(BROKEN);
    }
    const line = (text: string) => lineWords({ line: text, variance: 1, share: 1, event: 'x' }, speakers[0]!);
    expect([line('compute/openai'), line('loanDraw/banks'), line('toString/openai'), line('odd'), line('')]).toEqual(['compute, OpenAI', 'loan paid out, Banks', 'toString, OpenAI', 'odd', '']);
  });

  test('name the months of the time a scenario is about', () => {
    const speaker = makeSpeaker('en', { ...syntheticScenario(24), opens: { year: 1999, month: 1 } });
    expect([speaker.format.date(13), speakers[0]!.format.date(13)]).toEqual(['Feb 2000', 'Feb 2026']);
  });

  test('tell what came of each trial', () => {
    const told = story({ tick: 2, id: 'choice', decision: 'borrow', actor: 'openai' }, { tick: 5, id: 'end', type: 'default', actor: 'coreweave', short: { choice: 5 } });
    const node = explain(told, told.find('end')!).roots[0]!;
    const without = [{ node, kind: 'decision', at: 2, change: { kind: 'hold', key: 'choice' } }] as const;
    const trial = (more: Partial<Trial>): Trial => ({ without, verdict: 'necessary', failsAt: null, cutShort: false, lowestCover: 1.31, lastRunway: 7, spared: [], failedInstead: [], ...more });
    const say = (more: Partial<Trial>, nth: 0 | 1 = 0) => trialWords(trial(more), { actor: 'coreweave', failedAt: 5, isAgain: false }, speakers[nth]!);
    expect(say({})).toEqual({ verdict: 'Necessary', text: 'Without the decision of OpenAI: “Borrow”, CoreWeave survives; its cover never drops below 1.31×; cash for 7 months is left at the end.' });
    expect(say({ failsAt: 5, verdict: 'notNecessary' }).text).toMatch(/CoreWeave fails all the same, in Jun 2025\.$/);
    expect(say({ failsAt: 17, verdict: 'delayed', spared: ['oracle', 'xai'] }).text).toMatch(/CoreWeave fails 12 months later, in Jun 2026\. Oracle and xAI are spared too\.$/);
    expect(say({ failsAt: 4, verdict: 'notNecessary', failedInstead: ['reits'] }).text).toMatch(/one month earlier, in May 2025\. Data-centre REITs fail as well\.$/);
    expect(say({ without: [...without, ...without], verdict: 'jointlyNecessary', lowestCover: null, lastRunway: null, cutShort: true }).text).toBe(
      'Without the decision of OpenAI: “Borrow” and without the decision of OpenAI: “Borrow”, CoreWeave survives. The recording ends before six months have passed.',
    );
    for (const more of [{}, { failsAt: 5 }, { failsAt: 9 }, { failsAt: 4, spared: ['oracle'], failedInstead: ['xai'], cutShort: true }]) expect(say(more, 1).text).toMatch(/^如果没有OpenAI的决定“借款”\uff0cCoreWeave[^,:;]*。$/);
  });
});
