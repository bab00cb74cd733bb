import { newSession } from './session.ts';
import { oneFailed, onePassed } from './tally.ts';

function begin() {
  const printed: string[] = [];
  const abort = new AbortController();
  let nowMs = 0;
  const session = newSession(
    (line) => printed.push(line),
    abort.signal,
    () => (nowMs += 1500),
  );
  return { session, printed, abort };
}
const broken = () => Promise.reject(new Error('no such engine'));

describe('a step', () => {
  it('is announced, then its result and its seconds are', async () => {
    const { session, printed } = begin();
    await session.check('lint', async () => onePassed);
    await session.check('types', async () => oneFailed('types', 'wrong'));
    await session.provide('engines', async () => 'url');
    expect(printed).toEqual(['lint …', '  1 ok, 1.5 s', 'types …', '  1 of 1 FAILED, 1.5 s', 'engines …', '  done, 1.5 s']);
  });

  it('that throws is a failure, and the steps after it are still done', async () => {
    const { session } = begin();
    await session.check('lint', broken);
    await session.check('types', async () => onePassed);
    expect(session.tally().passed).toBe(1);
    expect(session.tally().failures).toMatchObject([{ what: 'lint', why: expect.stringContaining('no such engine') as string }]);
  });
});

describe('what is brought up', () => {
  it('is answered, and counts for nothing', async () => {
    const { session } = begin();
    expect(await session.provide('engines', async () => 'url')).toBe('url');
    expect(session.tally()).toEqual({ passed: 0, failures: [] });
  });

  it('is missing after a failure, which counts', async () => {
    const { session } = begin();
    expect(await session.provide('engines', broken)).toBeUndefined();
    expect(session.tally().failures).toHaveLength(1);
  });
});

describe('an interrupted run', () => {
  it('begins no further step, still releases what it holds, and has failed', async () => {
    const { session, printed, abort } = begin();
    abort.abort();
    await session.check('lint', async () => onePassed);
    await session.provide('engines', async () => 'url');
    await session.release('stop', async () => onePassed);
    expect(printed).toEqual(['stop …', '  1 ok, 1.5 s']);
    expect(session.tally()).toEqual({ passed: 1, failures: [{ what: 'npm test', why: 'was interrupted before its end' }] });
  });
});
