import { measuredOf, missedBy, type Outcome } from './measured.ts';

const thresholds = { p95Ms: 100, p99Ms: 200 };
const answered = (count: number, ms: number): Outcome[] => Array.from({ length: count }, () => ({ ms }));
const load = (outcomes: readonly Outcome[], dropped = 0) => measuredOf({ rate: 10, seconds: 10, outcomes, dropped, tookSeconds: 10 });
const missed = (outcomes: readonly Outcome[], dropped?: number) => missedBy(load(outcomes, dropped), thresholds);

describe('a load', () => {
  it('is summed up by its quantiles and by what was done in the time it took', () => {
    const outcomes = [...answered(90, 10), ...answered(8, 50), { ms: 400, failure: 'answered 500' }, { ms: 300, failure: 'not answered' }];
    expect(measuredOf({ rate: 11, seconds: 10, outcomes, dropped: 10, tookSeconds: 14 })).toEqual({
      rate: 11,
      seconds: 10,
      doneRate: 7,
      dropped: 10,
      failed: 2,
      p50Ms: 10,
      p95Ms: 50,
      p99Ms: 300,
      firstFailure: 'answered 500',
    });
  });

  it('holds where every threshold is reached exactly', () => {
    expect(missed([...answered(95, 100), ...answered(4, 200), ...answered(1, 9_000)])).toEqual([]);
  });

  it('fails by one dropped iteration, however fast the others are', () => {
    expect(missed(answered(1_000, 1), 1)).toEqual(['1 dropped']);
  });

  it('fails by one failed iteration, and says why it failed', () => {
    expect(missed([...answered(999, 1), { ms: 1, failure: 'GET /v1 is answered 503' }])).toEqual(['1 failed (GET /v1 is answered 503)']);
  });

  it('fails by its p95 alone, and by its p99 alone', () => {
    expect(missed([...answered(94, 1), ...answered(6, 101)])).toEqual(['p95 over 100 ms']);
    expect(missed([...answered(98, 1), ...answered(2, 201)])).toEqual(['p99 over 200 ms']);
  });

  it('fails where nothing was begun at all', () => {
    expect(missed([], 100)).toEqual(['100 dropped', 'p95 over 100 ms', 'p99 over 200 ms']);
  });
});
