import { targetAssessed, targetFellBehind, targetSet, TargetValue } from '@xietong/contracts-reporting';
import { Quarter, Reason } from '@xietong/domain';
import { z } from 'zod';

const { behind, ...assessed } = targetAssessed.schema.shape;
const { quartersInARow } = targetFellBehind.schema.shape;
const unchanging = targetSet.schema.omit({ firstYear: true, lastYear: true, value: true }).shape;

/** What a target was from one version to the next. The last of the list holds. */
export const TargetVersion = z.strictObject({ ...TargetValue.shape, reason: Reason.optional() });

/** A target as it is stored, and as the API shows it. `running` while quarters are left to be assessed, then `ended`. */
export const TargetState = z.strictObject({
  status: z.enum(['running', 'ended']),
  ...unchanging,
  versions: z.array(TargetVersion).min(1),
  /** The quarter that is assessed next, when it has ended. */
  nextQuarter: Quarter.optional(),
  assessments: z.array(z.strictObject({ ...assessed, behind })),
  /** How many of the newest assessments in a row found it behind. */
  behindInARow: z.int().min(0),
  notices: z.array(z.strictObject({ quarter: Quarter, quartersInARow })),
});
export type TargetState = z.output<typeof TargetState>;

/** The version that holds now. */
export function currentOf({ versions }: Pick<TargetState, 'versions'>): TargetState['versions'][number] {
  const current = versions.at(-1);
  if (!current) throw new Error('a target has no version');
  return current;
}
