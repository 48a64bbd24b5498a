/** A what-if in an address: `24~rescue~openai;30~set~demand.level~0.8`. */
import type { Change } from '../model/frame.ts';
import { subjectOf, type WhatIf, type WhatIfStep } from './what-if.ts';

const MOST_STEPS = 24;
const STEP = /^(\d{1,6})~(set|hold|removeContract|channelOff|payInstead|rescue)~([\w./:>@-]{1,200})(?:~(-?\d{1,15}(?:\.\d{1,12})?))?$/;

export function writeWhatIf(whatIf: WhatIf): string {
  return whatIf.map(({ tick, change }) => [tick, change.kind, subjectOf(change), ...(change.kind === 'set' ? [change.value] : [])].join('~')).join(';');
}

/** Null for what cannot be read; whether the history has such things is seen when it is run. */
export function readWhatIf(text: string): WhatIf | null {
  const steps: WhatIfStep[] = [];
  for (const part of text.split(';')) {
    const found = STEP.exec(part);
    const change = found === null ? null : readChange(found[2] as Change['kind'], found[3]!, found[4]);
    if (change === null || steps.length === MOST_STEPS) return null;
    steps.push({ tick: Number(found![1]), change });
  }
  return steps;
}

function readChange(kind: Change['kind'], subject: string, value: string | undefined): Change | null {
  if ((kind === 'set') !== (value !== undefined)) return null;
  switch (kind) {
    case 'set':
      return { kind, path: subject, value: Number(value) };
    case 'hold':
      return { kind, key: subject };
    case 'removeContract':
      return { kind, contract: subject };
    case 'channelOff':
      return { kind, channel: subject };
    case 'payInstead':
      return { kind, obligation: subject };
    case 'rescue':
      return { kind, actor: subject };
  }
}
