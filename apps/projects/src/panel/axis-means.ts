import type { Score, ScoringScheme } from '@xietong/contracts-projects';
import type { Rankable } from './ranking.ts';

/** A review, as far as a panel needs it. */
export type Judged = Rankable & { readonly assessment?: { readonly scores: readonly Score[] } };

/** The mean of the points that the reviews that count gave on each axis of the call, in hundredths of a point, rounded half up to be shown. */
export function axisMeans(reviews: readonly Judged[], { axes }: Pick<ScoringScheme, 'axes'>): { axis: string; mean: number }[] {
  const counted = reviews.flatMap(({ status, assessment }) => (status === 'scored' && assessment ? [assessment.scores] : []));
  return axes.flatMap(({ code }) => {
    const points = counted.flatMap((scores) => scores.filter(({ axis }) => axis === code).map((score) => score.points));
    return points.length === 0
      ? []
      : [{ axis: code, mean: Math.round((points.reduce((sum, each) => sum + each, 0) * 100) / points.length) }];
  });
}
