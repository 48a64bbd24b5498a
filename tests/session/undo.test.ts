import { describe, expect, it } from 'vitest';
import { amend, decide, historyOf, redo, undo } from '../../src/session/undo.ts';

describe('taking back a decision', () => {
  it('goes back step by step and forward again', () => {
    let history = decide(decide(historyOf('a'), 'b'), 'c');
    history = undo(undo(history));
    expect(history.present).toBe('a');
    expect(redo(redo(history)).present).toBe('c');
  });

  it('forgets what was undone once something else is decided', () => {
    const history = decide(undo(decide(historyOf('a'), 'b')), 'c');
    expect(history.future).toEqual([]);
    expect(undo(history).present).toBe('a');
  });

  it('does nothing at either end, nor for the same decision again', () => {
    const history = historyOf('a');
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
    expect(decide(history, 'a')).toBe(history);
  });

  it('counts a drag as one step', () => {
    const history = amend(amend(decide(historyOf('a'), 'b'), 'c'), 'd');
    expect(undo(history).present).toBe('a');
    expect(redo(undo(history)).present).toBe('d');
  });

  it('keeps a limited number of steps', () => {
    let history = historyOf(0);
    for (let step = 1; step <= 500; step++) history = decide(history, step);
    expect(history.past.length).toBe(200);
    expect(history.past[0]).toBe(300);
  });
});
