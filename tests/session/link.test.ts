import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINK, readLink, writeLink, type Link } from '../../src/session/link.ts';

const whole: Link = {
  run: { kind: 'scenario', id: 'demand-shortfall' },
  seed: 'class 3b',
  set: { 'demand.level': 0.6, 'vendor.finance': 0 },
  at: { tick: 27, phase: null, u: 1 },
  speed: 2,
  language: 'zh',
  theme: 'light',
  names: 'generic',
  renderer: 'canvas',
  focus: { kind: 'actor', id: 'coreweave' },
  panel: 'why',
  why: '37/openai/default/default',
  follow: '2/vendorShareIssue/nvidia/1',
  compare: 'base',
  split: true,
  align: 'world/shock/demand-falls',
  present: true,
  minimal: true,
};

describe('the state of the page in its address', () => {
  it('comes back as it was written', () => {
    expect(readLink(writeLink(whole))).toEqual({ link: whole, bad: [] });
  });

  it('is readable by a person', () => {
    expect(writeLink({ run: { kind: 'scenario', id: 'base' }, seed: '42', set: { 'demand.level': 0.6 }, at: { tick: 27, phase: 9, u: 1 }, focus: { kind: 'lane', key: 'nvidia/equity/openai' } })).toBe(
      '#v=1&run=base&seed=42&set=demand.level:0.6&t=27p9&focus=lane:nvidia/equity/openai',
    );
  });

  it('keeps a file by its digest and a moment within a month', () => {
    const link: Link = { run: { kind: 'file', digest: 'a'.repeat(64) }, at: { tick: 3, phase: null, u: 0.42 } };
    expect(readLink(writeLink(link)).link).toEqual(link);
  });

  it('names each value that cannot be read and keeps the others', () => {
    const { link, bad } = readLink('#v=1&run=..%2Fetc&t=-4&seed=42&speed=3&lang=fr&set=demand.level:many&focus=%3Cb%3E&colour=red&ui=max&follow=%3Cb%3E');
    expect(link).toEqual({ seed: '42' });
    expect([...bad].sort()).toEqual(['colour', 'focus', 'follow', 'lang', 'run', 'set', 'speed', 't', 'ui']);
  });

  it('takes nothing from an address that is too long or of another version', () => {
    expect(readLink(`#v=1&seed=${'7'.repeat(LONGEST_LINK)}`)).toEqual({ link: {}, bad: ['link'] });
    expect(readLink('#v=2&seed=7')).toEqual({ link: {}, bad: ['link'] });
  });

  it('says nothing is wrong with no address at all', () => {
    expect(readLink('')).toEqual({ link: {}, bad: [] });
  });

  it('survives any text, and never shows a name that is not a plain word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('%', '#%E0%A4%A', '#v=1&&=', '#__proto__=1', '#t=1&t=2', '#set=constructor:1')), (text) => {
        const { link, bad } = readLink(text);
        expect(Object.getPrototypeOf(link)).toBe(Object.prototype);
        for (const name of bad) expect(name).toMatch(/^([a-zA-Z]{1,20}|\?)$/);
        expect(writeLink(link).length).toBeLessThanOrEqual(LONGEST_LINK + 20);
      }),
      { seed: 20270401, numRuns: 500 },
    );
  });
});
