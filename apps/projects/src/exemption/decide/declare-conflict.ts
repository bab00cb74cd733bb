import { exemptionConflictDeclared } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { hasDeclaredConflict } from '../committee.ts';
import { type ExemptionState, isUndecided } from '../state.ts';

export const DeclareConflict = z.strictObject(exemptionConflictDeclared.schema.pick({ nature: true }).shape);
export type DeclareConflict = z.output<typeof DeclareConflict>;

export const declareConflict = (exemption: ExemptionState, { nature }: DeclareConflict, { actor }: Context) => {
  if (!isUndecided(exemption)) return refuse('no-committee-at-work', { status: exemption.status });
  if (hasDeclaredConflict(exemption, actor.id)) return refuse('conflict-declared');
  return [exemptionConflictDeclared({ expert: actor.id, nature })];
};
