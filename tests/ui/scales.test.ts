import { describe, expect, it } from 'vitest';
import { keepScales } from '../../src/ui/scales.ts';
import { openingScale } from '../../src/playback/run-scale.ts';
import { outlineOf } from '../../src/playback/outline.ts';
import { growingSource, recordingSource, runSource } from '../../src/playback/source.ts';
import { bytesSource } from '../../src/recording/source.ts';
import { openRecording } from '../../src/recording/read.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 12 });
const poorer = syntheticRun({ ticks: 12, demand: { from: 2, level: 0.3 } });

describe('the scales of a picture', () => {
  it('are those of the scenario until the outline of the run is known, then its own, and stay the same object', () => {
    const source = growingSource(run.header);
    for (const frame of run.frames) source.push(frame);
    const scales = keepScales(() => undefined);
    expect(scales.of(source)).toEqual(openingScale(run.header.scenario, run.header.opening));
    expect(scales.of(source)).toBe(scales.of(source));
    const outline = outlineOf(run.header, run.frames);
    source.foresee(outline);
    expect(scales.of(source)).toBe(outline.scale);
    source.finish();
    expect(scales.of(source)).toBe(outline.scale);
    expect(outline.scale).toEqual(keepScales(() => undefined).of(runSource(run)));
    expect(scales.of(source)).toBe(scales.of(source));
  });

  it('are the same for both sides of a comparison, whichever is shown', () => {
    const [a, b] = [runSource(run), runSource(poorer)];
    const scales = keepScales(() => undefined);
    const { widest, quantum, largestAssets } = scales.ofBoth(a, b);
    expect(scales.ofBoth(b, a)).toMatchObject({ widest, quantum, largestAssets });
    expect(largestAssets).toBeGreaterThanOrEqual(Math.max(scales.of(a).largestAssets, scales.of(b).largestAssets));
  });

  it('of a recording read through a window are told when enough of it was seen', async () => {
    const opened = await openRecording(bytesSource(await recorded(run)), { sha256: testSha256 });
    if (!opened.ok) throw new Error(opened.problem.key);
    const source = recordingSource(opened.recording, 1);
    await new Promise<void>((resolve) => {
      const scales = keepScales(() => {
        expect(scales.of(source).settled).toBe(true);
        expect(scales.of(source).largestAssets).toBe(keepScales(() => undefined).of(runSource(run)).largestAssets);
        resolve();
      });
      expect(scales.of(source).settled).toBe(false);
    });
  });
});
