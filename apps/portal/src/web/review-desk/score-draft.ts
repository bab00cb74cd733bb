import type { Axis } from '@xietong/contracts-projects';
import { weightedTotal } from '@xietong/contracts-projects/weighted-total';
import { z } from 'zod';

/** A score as far as it is written: what stands in the inputs, by the axes' codes. */
const ScoreDraft = z.object({ points: z.record(z.string(), z.string()), comment: z.string() });
export type ScoreDraft = z.output<typeof ScoreDraft>;

/** What a review is scored with, as the projects service takes it. */
export interface ScoreInput {
  readonly scores: readonly { readonly axis: string; readonly points: number }[];
  readonly comment: string;
}

export type ScoreFault = 'no-points' | 'no-comment';

export const pointsMax = 100;

export const emptyDraft: ScoreDraft = { points: {}, comment: '' };

/** The points that somebody has typed; undefined where it is no whole number from 0 to 100. */
export function findPoints(typed: string | undefined): number | undefined {
  const text = (typed ?? '').trim();
  return /^\d{1,3}$/.test(text) && Number(text) <= pointsMax ? Number(text) : undefined;
}

const scoresIn = ({ points }: ScoreDraft, axes: readonly Axis[]) =>
  axes.flatMap(({ code }) => {
    const given = findPoints(points[code]);
    return given === undefined ? [] : [{ axis: code, points: given }];
  });

/** The total in hundredths of a point that the service would make of what is written, and how many axes have no score yet. */
export function runningTotal(draft: ScoreDraft, axes: readonly Axis[]): { readonly total: number; readonly missing: number } {
  const scores = scoresIn(draft, axes);
  return { total: weightedTotal(scores, axes), missing: axes.length - scores.length };
}

/** What is sent, in the order of the axes; or what keeps it from being sent, by the place in what would be sent. */
export function toScoreInput(
  draft: ScoreDraft,
  axes: readonly Axis[],
): { readonly input: ScoreInput } | { readonly faults: ReadonlyMap<string, ScoreFault> } {
  const scores = scoresIn(draft, axes);
  const comment = draft.comment.trim();
  const faults = new Map<string, ScoreFault>();
  for (const [place, { code }] of axes.entries())
    if (scores.every(({ axis }) => axis !== code)) faults.set(pointsPlace(place), 'no-points');
  if (comment === '') faults.set('comment', 'no-comment');
  return faults.size > 0 ? { faults } : { input: { scores, comment } };
}

/** Where the service finds a fault in the score of the axis at that place. */
export const pointsPlace = (place: number): string => `scores.${place}.points`;

/** Where a browser keeps the draft of a review's score; people who share a browser do not see each other's. */
export const draftKey = (username: string, review: string): string => `xietong.score.${username}.${review}`;

/** The draft that a browser has kept; undefined where it holds none, or something else. */
export function parseDraft(kept: string | null): ScoreDraft | undefined {
  try {
    return ScoreDraft.safeParse(JSON.parse(kept ?? 'null')).data;
  } catch {
    return undefined;
  }
}
