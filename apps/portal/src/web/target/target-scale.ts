import type { TargetProgress } from '../api/targets.ts';

/** Where the value of now, what is due and the target lie on a line, in thousandths of it. */
export interface TargetScale {
  readonly actual: number;
  readonly expected: number;
  readonly value: number;
}

const whole = 1000;

/** The line is as long as the largest of the three, and nothing lies before its beginning. */
export function scaleOf({ actual = 0, expected, value }: Pick<TargetProgress, 'actual' | 'expected' | 'value'>): TargetScale {
  const most = Math.max(Number(actual), expected, value, 1);
  const placeOf = (size: number) => Math.round((whole * Math.max(size, 0)) / most);
  return { actual: placeOf(Number(actual)), expected: placeOf(expected), value: placeOf(value) };
}
