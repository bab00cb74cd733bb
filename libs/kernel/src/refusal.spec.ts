import { event } from './event.ts';
import { isRefusal, refuse } from './refusal.ts';
import { z } from 'zod';

describe('a refusal', () => {
  it('carries its code, what the caller may know, and the field at fault', () => {
    expect(refuse('weights-not-whole', { sum: 90 }, 'milestones')).toEqual({
      refused: 'weights-not-whole',
      details: { sum: 90 },
      field: 'milestones',
    });
  });

  it('has no field where the input is not at fault, and no details where there are none', () => {
    expect(Object.keys(refuse('closed-already')).sort()).toEqual(['details', 'refused']);
    expect(refuse('closed-already').details).toEqual({});
  });

  it('is told from the events of a command that was accepted', () => {
    const opened = event('box.opened', 1, z.strictObject({}));
    expect(isRefusal(refuse('closed-already'))).toBe(true);
    expect(isRefusal([opened({})])).toBe(false);
    expect(isRefusal([])).toBe(false);
  });

  it('is told from the answer of a query that counts what was refused', () => {
    expect(isRefusal({ accepted: 7, refused: 3 })).toBe(false);
    expect(isRefusal({ refused: 'three' })).toBe(false);
    expect(isRefusal({ refused: 'three', details: null })).toBe(false);
  });

  it.each([undefined, null, 'refused', 0])('is not %p', (answer) => {
    expect(isRefusal(answer)).toBe(false);
  });
});
