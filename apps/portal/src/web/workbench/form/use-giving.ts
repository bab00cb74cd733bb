import { useRef } from 'react';
import { type Problem, toProblem } from '../../api/api-problem.ts';
import { useApi } from '../../session/session-context.tsx';
import { useSending } from '../../states/use-sending.ts';
import type { Document } from '../list/csv.ts';
import { isDecided } from './answered.ts';

interface Giving {
  readonly isSending: boolean;
  readonly problem?: Problem;
  readonly give: (input: object) => void;
}

/** Gives one command. Its key is kept until it is decided, so that sending it again is the same command and not a second one. */
export const useGiving = (address: string, version: number | undefined, onDone: (document: Document) => void): Giving => {
  const api = useApi();
  const key = useRef<string>(undefined);
  const { send, ...state } = useSending();
  const give = (input: object) => {
    key.current ??= crypto.randomUUID();
    const sent = api.command<Document>(address, input, key.current, version).catch((thrown: unknown) => {
      if (isDecided(toProblem(thrown))) key.current = undefined;
      throw thrown;
    });
    return sent.then((document) => {
      key.current = undefined;
      onDone(document);
    });
  };
  return { ...state, give: (input) => send(() => give(input)) };
};
