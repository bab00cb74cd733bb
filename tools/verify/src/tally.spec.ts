import { exitCodeOf, nothing, oneFailed, onePassed, sumOf, summaryLine } from './tally.ts';

const late = oneFailed('lint', 'late');

describe('the sum of what the steps found', () => {
  it('adds what passed and keeps every failure in its order', () => {
    expect(sumOf([onePassed, late, onePassed, oneFailed('types', 'wrong')])).toEqual({
      passed: 2,
      failures: [
        { what: 'lint', why: 'late' },
        { what: 'types', why: 'wrong' },
      ],
    });
  });

  it('of no steps is nothing', () => {
    expect(sumOf([])).toEqual(nothing);
  });
});

describe('the last line', () => {
  it('says how many passed and how many failed, and nothing else', () => {
    expect(summaryLine(sumOf([onePassed, onePassed, late]))).toBe('2 passed, 1 failed');
    expect(summaryLine(nothing)).toBe('0 passed, 0 failed');
  });
});

describe('the exit code', () => {
  it('is 0 where something passed and nothing failed', () => {
    expect(exitCodeOf(onePassed)).toBe(0);
  });

  it('is 1 where one thing failed among many that passed', () => {
    expect(exitCodeOf(sumOf([onePassed, late, onePassed]))).toBe(1);
  });

  it('is 1 where nothing ran', () => {
    expect(exitCodeOf(nothing)).toBe(1);
  });
});
