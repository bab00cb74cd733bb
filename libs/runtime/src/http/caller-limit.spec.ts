import { callerLimit } from './caller-limit.ts';

describe('the limit of one caller', () => {
  it('lets as many requests work at once as it allows, and a further one when one is done', () => {
    const limit = callerLimit(2);
    const leave = limit.enter('one');
    expect(limit.enter('one')).toBeDefined();
    expect(limit.enter('one')).toBeUndefined();
    leave?.();
    expect(limit.enter('one')).toBeDefined();
  });

  it('holds each caller to himself', () => {
    const limit = callerLimit(1);
    expect(limit.enter('one')).toBeDefined();
    expect(limit.enter('other')).toBeDefined();
  });
});
