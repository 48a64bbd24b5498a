/** How a month is told at a speed: its beats in turn or step by step, overlapping, as a stream, or as widths alone. */
import type { Playback } from '../playback/cursor.ts';
import type { Mode } from '../view/plan.ts';

export function modeOf({ moving, speed, u, phase }: Playback): Mode {
  if (phase !== null || (moving === 'still' && u >= 1)) return 'rest';
  if (moving === 'stepping') return 'step';
  if (speed === 'max') return 'widths';
  return speed <= 0.5 ? 'sequence' : speed <= 4 ? 'overlap' : 'stream';
}
