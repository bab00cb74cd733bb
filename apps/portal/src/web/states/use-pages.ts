import { useState } from 'react';
import type { Page } from '../api/events.ts';
import { type Problem, toProblem } from '../api/api-problem.ts';
import { useApi } from '../session/session-context.tsx';
import { type Answer, useAnswer } from './use-answer.ts';

/** A list that grows: its first page, and more on demand. */
export interface Pages<Item, First extends Page<Item> = Page<Item>> {
  readonly first: Answer<First>;
  readonly items: readonly Item[];
  /** Fetches what follows; absent when there is no more. */
  readonly more?: () => void;
  readonly isFetching: boolean;
  readonly problem?: Problem;
}

/** Reads a list page by page, each from the address that `addressAfter` gives for the cursor before it. */
export const usePages = <Item, First extends Page<Item> = Page<Item>>(addressAfter: (cursor?: string) => string): Pages<Item, First> => {
  const api = useApi();
  const [followed, setFollowed] = useState<readonly Page<Item>[]>([]);
  const [state, setState] = useState<{ isFetching: boolean; problem?: Problem }>({ isFetching: false });
  const first = useAnswer(addressAfter(), (api, signal) => api.read<First>(addressAfter(), signal));
  const pages: readonly Page<Item>[] = first.status === 'loaded' ? [first.value, ...followed] : [];
  const next = pages.at(-1)?.next;

  const fetchAfter = (cursor: string) => {
    setState({ isFetching: true });
    api.read<Page<Item>>(addressAfter(cursor)).then(
      (page) => {
        setFollowed((before) => [...before, page]);
        setState({ isFetching: false });
      },
      (thrown: unknown) => setState({ isFetching: false, problem: toProblem(thrown) }),
    );
  };
  return {
    first,
    items: pages.flatMap((page) => page.items),
    ...(next === undefined ? {} : { more: () => fetchAfter(next) }),
    ...state,
  };
};
