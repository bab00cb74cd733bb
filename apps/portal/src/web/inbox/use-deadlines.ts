import { useState } from 'react';
import { deadlinesAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import { ApiProblem, type Problem, toProblem } from '../api/api-problem.ts';
import type { OwingDocument } from '../api/deadlines.ts';
import type { Page } from '../api/events.ts';
import { useApi } from '../session/session-context.tsx';
import { type Answer, useAnswer } from '../states/use-answer.ts';
import type { Collection } from '../workbench/description/description.ts';
import { readCollections } from '../workbench/description/read-collections.ts';
import { mergeSources, type Row, type SourceRead } from './merge-sources.ts';

/** A service that is read, for a purpose where its documents are about persons. */
export interface AskedSource {
  readonly context: string;
  readonly purpose?: string;
}

/** What is asked of every service: from a moment on, or before one. */
export interface AskedTime {
  readonly from?: string;
  readonly before?: string;
}

interface Read extends SourceRead {
  readonly collections: readonly Collection[];
}

interface FirstPages {
  readonly read: readonly Read[];
  /** Those that did not answer; what the others say is shown all the same. */
  readonly unread: readonly string[];
}

/** A document that owes something, with what its service says of its collection. */
export interface InboxRow extends Row {
  readonly of: Collection;
}

export interface DeadlinesRead {
  readonly first: Answer<FirstPages>;
  readonly rows: readonly InboxRow[];
  /** Reads on; absent when there is no more. */
  readonly more?: () => void;
  readonly isFetching: boolean;
  readonly problem?: Problem;
}

const readPage = (api: Api, { context, purpose }: AskedSource, time: AskedTime & { after?: string }, signal?: AbortSignal) =>
  api.read<Page<OwingDocument>>(deadlinesAddress(context, { ...time, purpose }), signal);

async function readFirst(api: Api, sources: readonly AskedSource[], time: AskedTime, signal: AbortSignal): Promise<FirstPages> {
  const settled = await Promise.allSettled(
    sources.map(async (source): Promise<Read> => {
      const [page, collections] = await Promise.all([readPage(api, source, time, signal), readCollections(api, source.context)]);
      return { ...page, context: source.context, collections };
    }),
  );
  const read = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [failed] = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (read.length === 0 && failed !== undefined) throw new ApiProblem(toProblem(failed));
  return { read, unread: sources.flatMap(({ context }, i) => (settled[i]?.status === 'rejected' ? [context] : [])) };
}

const rowsOf = (read: readonly Read[]): readonly InboxRow[] =>
  mergeSources(read).rows.flatMap((row) => {
    const collections = read.find(({ context }) => context === row.context)?.collections;
    const of = collections?.find(({ collection }) => collection === row.collection);
    return of ? [{ ...row, of }] : [];
  });

/** The deadlines of all these services as one list that grows: its first page, and more on demand. */
export const useDeadlines = (sources: readonly AskedSource[], time: AskedTime): DeadlinesRead => {
  const api = useApi();
  const question = JSON.stringify([sources, time]);
  const [grown, setGrown] = useState<{ question: string; read: readonly Read[] }>();
  const [state, setState] = useState<{ isFetching: boolean; problem?: Problem }>({ isFetching: false });
  const first = useAnswer(question, (asking, signal) => readFirst(asking, sources, time, signal));
  const begun = first.status === 'loaded' ? first.value.read : [];
  const read = grown?.question === question ? grown.read : begun;
  const { behind } = mergeSources(read);

  const readOn = async () => {
    const longer = await Promise.all(
      read.map(async (each) => {
        const source = sources.find(({ context }) => context === each.context);
        if (source === undefined || each.next === undefined || !behind.includes(each.context)) return each;
        const { next: _, ...known } = each;
        const page = await readPage(api, source, { ...time, after: each.next });
        return { ...known, ...page, items: [...each.items, ...page.items] };
      }),
    );
    setGrown({ question, read: longer });
  };
  const more = () => {
    setState({ isFetching: true });
    readOn().then(
      () => setState({ isFetching: false }),
      (thrown: unknown) => setState({ isFetching: false, problem: toProblem(thrown) }),
    );
  };
  return { first, rows: rowsOf(read), ...(behind.length > 0 ? { more } : {}), ...state };
};
