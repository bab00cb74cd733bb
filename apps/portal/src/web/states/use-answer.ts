import { useEffect, useState } from 'react';
import { type Problem, toProblem } from '../api/api-problem.ts';
import type { Api } from '../api/api.ts';
import { useApi } from '../session/session-context.tsx';

/** Something that is read from the services: not there yet, not to be had, or there; `isStale` while a newer one is read. */
export type Answer<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | { readonly status: 'loaded'; readonly value: Value; readonly isStale: boolean };

type Outcome<Value> = { readonly value: Value } | { readonly problem: Problem };

/** Reads something once for each `question`; what is on the screen stays until the next answer is there. */
export const useAnswer = <Value>(question: string, read: (api: Api, signal: AbortSignal) => Promise<Value>): Answer<Value> => {
  const api = useApi();
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{ asked: string; outcome: Outcome<Value> }>();
  const asking = `${question} ${attempt}`;

  useEffect(() => {
    const left = new AbortController();
    const settle = (outcome: Outcome<Value>) => {
      if (!left.signal.aborted) setSettled({ asked: asking, outcome });
    };
    read(api, left.signal).then(
      (value) => settle({ value }),
      (thrown: unknown) => settle({ problem: toProblem(thrown) }),
    );
    return () => left.abort();
    // `read` is made anew on every render; `question` is what it depends on.
  }, [api, asking]);

  if (settled === undefined) return { status: 'loading' };
  const { asked, outcome } = settled;
  if ('value' in outcome) return { status: 'loaded', value: outcome.value, isStale: asked !== asking };
  if (asked !== asking) return { status: 'loading' };
  return { status: 'failed', problem: outcome.problem, retry: () => setAttempt((count) => count + 1) };
};
