import type { ScoringScheme } from '@xietong/contracts-projects';
import type { ReviewState } from '../review/state.ts';
import { isOpen } from '../review/state.ts';

/** Where an application stands among those of its area, by the reviews that count. Points are in hundredths. */
export interface Ranked {
  readonly application: string;
  /** 1 is the best; equal means share a rank, and who has no review that counts has none. */
  readonly rank?: number;
  /** Of the reviews that count, the highest first. */
  readonly totals: readonly number[];
  /** Their mean, rounded half up to be shown; it is ranked by the exact one. */
  readonly mean?: number;
  readonly spread: number;
  /** Reviews that are still awaited. */
  readonly open: number;
  readonly lacksQuorum: boolean;
  /** The reviews lie further apart than the call allows without a word on it. */
  readonly isFarApart: boolean;
}

/** The fields of a review that a ranking needs. */
export const rankedBy = ['application', 'status', 'assessment.total', 'assessment.scores'] as const;

/** A review, as far as a ranking needs it. */
export type Rankable = Pick<ReviewState, 'status'> & { readonly application: string; readonly assessment?: { readonly total: number } };

/** Applications by the mean of their reviews' totals, the best first; those without any last, in the order given. */
export function rank(applications: readonly string[], reviews: readonly Rankable[], scheme: ScoringScheme): Ranked[] {
  const byApplication = Map.groupBy(reviews, ({ application }) => application);
  const judged = applications.map((application) => judge(application, byApplication.get(application) ?? [], scheme));
  const sorted = judged.toSorted(compareMeans);
  const ranks: number[] = [];
  for (const [place, one] of sorted.entries()) {
    const before = sorted[place - 1];
    ranks.push(before && compareMeans(before, one) === 0 ? (ranks[place - 1] ?? 1) : place + 1);
  }
  return sorted.map((one, place) => (one.totals.length === 0 ? one : { ...one, rank: ranks[place] ?? place + 1 }));
}

function judge(application: string, reviews: readonly Rankable[], { quorum, spreadMax }: ScoringScheme): Ranked {
  const totals = reviews
    .flatMap(({ assessment, status }) => (status === 'scored' && assessment ? [assessment.total] : []))
    .sort((a, b) => b - a);
  const spread = (totals[0] ?? 0) - (totals.at(-1) ?? 0);
  return {
    application,
    totals,
    ...(totals.length > 0 ? { mean: Math.round(sum(totals) / totals.length) } : {}),
    spread,
    open: reviews.filter(({ status }) => isOpen({ status })).length,
    lacksQuorum: totals.length < quorum,
    isFarApart: spread > spreadMax * 100,
  };
}

// Whole numbers all through, so that equal means are equal however many reviews they come from.
const compareMeans = (one: Ranked, other: Ranked): number =>
  one.totals.length === 0 || other.totals.length === 0
    ? Math.sign(other.totals.length) - Math.sign(one.totals.length)
    : sum(other.totals) * one.totals.length - sum(one.totals) * other.totals.length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
