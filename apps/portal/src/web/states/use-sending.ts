import { useState } from 'react';
import { type Problem, toProblem } from '../api/api-problem.ts';

/** Something that is sent once at a time: whether it is under way, and why it was refused. */
export const useSending = (): { isSending: boolean; problem?: Problem; send: (work: () => Promise<unknown>) => void } => {
  const [state, setState] = useState<{ isSending: boolean; problem?: Problem }>({ isSending: false });
  const send = (work: () => Promise<unknown>) => {
    if (state.isSending) return;
    setState({ isSending: true });
    work().then(
      () => setState({ isSending: false }),
      (thrown: unknown) => setState({ isSending: false, problem: toProblem(thrown) }),
    );
  };
  return { ...state, send };
};
