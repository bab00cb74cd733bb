import { type Problem, toProblem } from '../api/api-problem.ts';

/** How far the invitation of one expert is. */
export type Outcome = { readonly status: 'waiting' | 'sending' | 'invited' } | { readonly status: 'refused'; readonly problem: Problem };

/**
 * Invites one after the other; whom the service refuses is passed over and the rest go on. `report` hears how far each is, the whole list
 * as waiting first.
 */
export async function inviteAll<Invited extends { readonly expert: string }>(
  chosen: readonly Invited[],
  invite: (one: Invited) => Promise<unknown>,
  report: (expert: string, outcome: Outcome) => void,
): Promise<void> {
  for (const { expert } of chosen) report(expert, { status: 'waiting' });
  for (const one of chosen) {
    report(one.expert, { status: 'sending' });
    try {
      await invite(one);
      report(one.expert, { status: 'invited' });
    } catch (thrown) {
      report(one.expert, { status: 'refused', problem: toProblem(thrown) });
    }
  }
}

/** How many of those that were chosen are invited, and how many were refused. */
export const tallyOf = (outcomes: ReadonlyMap<string, Outcome>): { readonly invited: number; readonly refused: number } => {
  const count = (status: Outcome['status']) => [...outcomes.values()].filter((each) => each.status === status).length;
  return { invited: count('invited'), refused: count('refused') };
};
