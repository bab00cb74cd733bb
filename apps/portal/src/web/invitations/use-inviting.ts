import { useRef, useState } from 'react';
import { invitationsAddress, reviewAddress } from '../api/addresses.ts';
import { toProblem } from '../api/api-problem.ts';
import type { Candidate } from '../api/candidates.ts';
import { useApi } from '../session/session-context.tsx';
import { isDecided } from '../workbench/form/answered.ts';
import { inviteAll, type Outcome } from './inviting.ts';

/** Invites candidates to review an application. Each invitation keeps its key until it is decided: sent again it is the same one. */
export const useInviting = (application: string, onDone: () => void) => {
  const api = useApi();
  const keys = useRef(new Map<string, string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isInviting, setInviting] = useState(false);

  const invite = async ({ expert, earlier }: Candidate) => {
    const key = keys.current.get(expert) ?? crypto.randomUUID();
    keys.current.set(expert, key);
    const sent = earlier
      ? api.command(`${reviewAddress(earlier.review)}/invite-again`, {}, key)
      : api.command(invitationsAddress, { application, expert }, key);
    await sent.catch((thrown: unknown) => {
      if (isDecided(toProblem(thrown))) keys.current.delete(expert);
      throw thrown;
    });
    keys.current.delete(expert);
  };

  const inviteThem = async (chosen: readonly Candidate[]) => {
    setInviting(true);
    await inviteAll(chosen, invite, (expert, outcome) => setOutcomes((before) => new Map(before).set(expert, outcome)));
    setInviting(false);
    onDone();
  };
  return { outcomes, isInviting, inviteThem };
};
