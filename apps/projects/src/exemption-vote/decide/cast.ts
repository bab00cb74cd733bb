import { exemptionVoteCast, Vote } from '@xietong/contracts-projects';
import { type Context, idOf, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { hasDeclaredConflict, isMember } from '../../exemption/committee.ts';
import type { ExemptionState } from '../../exemption/state.ts';

export const Cast = z.strictObject({ exemption: idOf('exemption', z.string().min(1).max(100)), ...Vote.shape });
export type Cast = z.output<typeof Cast>;

/** The exemption that is voted on, as it stands now. */
export interface OnExemption {
  readonly exemption: ExemptionState | undefined;
}

export const exemptionOf = async (look: Lookup, { exemption }: Cast): Promise<OnExemption> => ({
  exemption: (await look.find('exemptions', exemption)) as ExemptionState | undefined,
});

export const cast = (_: undefined, { exemption: id, ...vote }: Cast, { actor, gathered: { exemption } }: Context<OnExemption>) => {
  // To whoever is not on the committee, an exemption is not there.
  if (!exemption || !isMember(exemption, actor.id)) return refuse('exemption-unknown', {}, 'exemption');
  if (exemption.status !== 'investigated') return refuse('not-up-for-decision', { status: exemption.status });
  if (hasDeclaredConflict(exemption, actor.id)) return refuse('conflict-declared');
  return [exemptionVoteCast({ exemption: id, registrar: exemption.registrar, voter: actor.id, ...vote })];
};
