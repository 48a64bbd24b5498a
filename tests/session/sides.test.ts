import { describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/session/link.ts';
import { createSession } from '../../src/session/session.ts';
import type { Session } from '../../src/session/session-commands.ts';
import { growingRun, type ShownRun } from '../../src/session/shown-run.ts';
import { besideTick, isSplit, sidesOf } from '../../src/session/sides.ts';
import { syntheticRun, type SyntheticOptions } from '../fixtures/synthetic-run.ts';

function whole(options: SyntheticOptions): ShownRun {
  const { header, frames } = syntheticRun(options);
  const run = growingRun(header, { kind: 'simulated' });
  for (const frame of frames) run.push(frame);
  run.source.finish();
  return run;
}
const run = whole({ ticks: 12 });
const branch = whole({ ticks: 12, demand: { from: 4, level: 0.4 }, parent: { digest: 'p', tick: 4, changes: [{ kind: 'set', path: 'demand.level', value: 0.4 }] } });
const other = whole({ ticks: 8, seed: 'other' });

function withBoth(): Session {
  const session = createSession();
  session.put(run);
  session.putBranch(branch);
  return session;
}
const sides = (session: Session) => sidesOf(session.store.get());

describe('the two sides of a comparison', () => {
  it('are none while there is one history', () => {
    const session = createSession();
    expect(sides(session)).toBeNull();
    session.put(run);
    session.split(true);
    expect([sides(session), isSplit(session.store.get())]).toEqual([null, false]);
  });

  it('keep a what-if on the right, whichever of the two is told', () => {
    const session = withBoth();
    expect(sides(session)).toMatchObject({ shown: 'a' });
    session.showing('branch');
    const now = sides(session)!;
    expect([now.a, now.b, now.shown]).toEqual([run, branch, 'b']);
  });

  it('measure what was changed from the beginning against the scenario as it is', () => {
    const { header } = run.source;
    const [name, parameter] = Object.entries(header.scenario.parameters)[0]!;
    const parameters = { ...header.scenario.parameters, [name]: { ...parameter, value: parameter.value + 1 } };
    const changed: ShownRun = { ...run, source: { ...run.source, header: { ...header, scenario: { ...header.scenario, parameters } } } };
    const session = createSession();
    session.put(changed);
    session.compare(header.scenario.id);
    session.putAgainst(run);
    expect(sides(session)).toMatchObject({ shown: 'b' });
    expect([sides(session)!.a, sides(session)!.b]).toEqual([run, changed]);
  });

  it('set another scenario on the right of the one that is told', () => {
    const session = createSession();
    session.put(run);
    session.compare('other');
    expect(sides(session)).toBeNull();
    session.putAgainst(other);
    expect(sides(session)).toMatchObject({ a: run, b: other, shown: 'a', alignment: { offset: 0 } });
  });

  it('are shifted by an event that both have, each seen from the side that is told', () => {
    const session = withBoth();
    const marks = [run, branch].map((each) => each.timeline.marks);
    const apart = marks[0]!.map((mark) => ({ key: mark.key, offset: (marks[1]!.find((theirs) => theirs.key === mark.key)?.tick ?? mark.tick) - mark.tick })).find((each) => each.offset !== 0)!;
    expect(apart).toBeDefined();
    session.align(apart.key);
    const first = marks[0]!.find((mark) => mark.key === apart.key)!.tick;
    const second = marks[1]!.find((mark) => mark.key === apart.key)!.tick;
    expect(besideTick(sides(session)!, first)).toBe(second);
    session.showing('branch');
    expect(besideTick(sides(session)!, second)).toBe(first);
    session.align('nobody/default/nothing');
    expect(sides(session)!.alignment).toEqual({ offset: 0, event: null });
  });

  it('go back to one picture when the what-if is taken back, or a lesson begins', () => {
    const session = withBoth();
    session.show('compare');
    session.split(true);
    expect([isSplit(session.store.get()), session.store.get().panel]).toEqual([true, null]);
    session.putBranch(null);
    expect(isSplit(session.store.get())).toBe(false);
  });

  it('stand in the address, and only while there are two', () => {
    const session = withBoth();
    session.split(true);
    session.align('coreweave/default');
    const link = session.link();
    expect(readLink(writeLink(link))).toEqual({ link, bad: [] });
    expect([link.split, link.align]).toEqual([true, 'coreweave/default']);
    session.putBranch(null);
    expect(session.link().split).toBeUndefined();
    expect(readLink('#v=1&split=2&align=%3Cb%3E')).toEqual({ link: {}, bad: ['split', 'align'] });
  });
});
