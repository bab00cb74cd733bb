import { quantileOf } from '@xietong/bench/statistics';
import type { Thresholds } from '../scenarios/scenario.ts';

/** What became of one iteration that was begun. */
export interface Outcome {
  /** From its arrival to the end of the answer. */
  readonly ms: number;
  /** Why it failed, in words; undefined where the answer was right. */
  readonly failure?: string;
}

/** What a load came to. */
export interface Measured {
  /** Iterations a second that were asked for, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  /** Iterations a second that were answered, from the first arrival to the last answer. */
  readonly doneRate: number;
  readonly dropped: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Why the first that failed did. */
  readonly firstFailure?: string;
}

export interface Load {
  readonly rate: number;
  readonly seconds: number;
  /** Iterations that were begun, in that order. */
  readonly outcomes: readonly Outcome[];
  readonly dropped: number;
  readonly tookSeconds: number;
}

/** Sums a load up; one of which nothing was begun answered never. */
export function measuredOf({ rate, seconds, outcomes, dropped, tookSeconds }: Load): Measured {
  const times = outcomes.map(({ ms }) => ms);
  const quantile = (share: number): number => (times.length > 0 ? quantileOf(times, share) : Infinity);
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  return {
    rate,
    seconds,
    doneRate: (outcomes.length - failures.length) / tookSeconds,
    dropped,
    failed: failures.length,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    p99Ms: quantile(0.99),
    ...(failures[0] !== undefined && { firstFailure: failures[0] }),
  };
}

/** The thresholds that were missed, in words; none where all hold. */
export function missedBy({ dropped, failed, p95Ms, p99Ms, firstFailure }: Measured, thresholds: Thresholds): string[] {
  return [
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
    ...(failed > 0 ? [`${failed} failed (${firstFailure})`] : []),
    ...(p95Ms > thresholds.p95Ms ? [`p95 over ${thresholds.p95Ms} ms`] : []),
    ...(p99Ms > thresholds.p99Ms ? [`p99 over ${thresholds.p99Ms} ms`] : []),
  ];
}
