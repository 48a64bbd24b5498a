import { describe, expect, it } from 'vitest';
import { aired } from '../../src/words/aired.ts';

describe('air between Chinese and Latin', () => {
  it('stands on both sides of a name, once', () => {
    expect(aired('2027年11月起，救助OpenAI。')).toBe('2027年11月起，救助 OpenAI。');
    expect(aired('外部投资者拒绝给OpenAI 673亿美元')).toBe('外部投资者拒绝给 OpenAI 673亿美元');
    expect(aired('CoreWeave违约（AMD与其他对手）')).toBe('CoreWeave 违约（AMD 与其他对手）');
    const once = aired('向CoreWeave购买GPU算力');
    expect(once).toBe('向 CoreWeave 购买 GPU 算力');
    expect(aired(once)).toBe(once);
  });

  it('is not in paths, code, amounts and other languages', () => {
    for (const text of ['/home/用户abc/录像b.ndjson.gz', '`demand.level`应为数', '225亿美元', 'OpenAI defaults, $851M short.', '第 5 个月', '录像a.ndjson.gz', 'b=第3期x'])
      expect(aired(text)).toBe(text);
  });
});
