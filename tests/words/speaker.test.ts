import { describe, expect, it } from 'vitest';
import { eventSentence } from '../../src/words/sentences.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { shippedScenario } from '../explain/simulated.ts';

describe('generic names', () => {
  const scenario = shippedScenario('lab-misses-a-payment');
  const shock = { id: '24/shock/openai/shock/customers-pay-late', key: 'openai/shock/customers-pay-late', type: 'shock', actor: 'openai', data: {}, causes: [] } as const;

  it.each(['en', 'zh'] as const)('stand in what a scenario says of its shocks, too (%s)', (language) => {
    const [real, generic] = (['real', 'generic'] as const).map((names) => makeSpeaker(language, scenario, names));
    expect(eventSentence(shock, real!)).toContain('OpenAI');
    expect(eventSentence(shock, generic!)).not.toContain('OpenAI');
    expect(eventSentence(shock, generic!)).toContain(generic!.party('openai'));
  });
});
