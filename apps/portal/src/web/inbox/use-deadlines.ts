import { useState } from 'react';
import type { ServiceName } from '../../service-names.ts';
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
  readonly context: ServiceName;
  readonly purpose?: string;
}

interface Read extends SourceRead {
  readonly collections: readonly Collection[];
}

interface FirstPages {
  readonly read: readonly Read[];
  /** Those that did not answer; what the others say is shown all the same. */
  readonly unread: readonly ServiceName[];
}

/** A deadline, with what its service says of the collection of its document. */
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

const pageSize = 200;
/** What is late is read to its end, or what is due next would miss the later deadlines of what is late; so many pages at most at once. */
const pagesAtOnce = 10;

const readPage = (api: Api, { context, purpose }: AskedSource, after?: string, signal?: AbortSignal) =>
  api.read<Page<OwingDocument>>(deadlinesAddress(context, { limit: pageSize, purpose, ...(after === undefined ? {} : { after }) }), signal);

async function readUntil(api: Api, source: AskedSource, moment: string, signal: AbortSignal): Promise<Page<OwingDocument>> {
  let read = await readPage(api, source, undefined, signal);
  for (let pages = 1; pages < pagesAtOnce && read.next !== undefined && (read.items.at(-1)?.deadlines[0].at ?? '') < moment; pages += 1) {
    const page = await readPage(api, source, read.next, signal);
    read = { ...page, items: [...read.items, ...page.items] };
  }
  return read;
}

async function readFirst(api: Api, sources: readonly AskedSource[], now: string, signal: AbortSignal): Promise<FirstPages> {
  const settled = await Promise.allSettled(
    sources.map(async (source): Promise<Read> => {
      const [page, collections] = await Promise.all([readUntil(api, source, now, signal), readCollections(api, source.context)]);
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

/** The deadlines of all these services as one list that grows: all that is late at a moment and what follows, and more on demand. */
export const useDeadlines = (sources: readonly AskedSource[], now: string): DeadlinesRead => {
  const api = useApi();
  const question = JSON.stringify([sources, now]);
  const [grown, setGrown] = useState<{ question: string; read: readonly Read[] }>();
  const [state, setState] = useState<{ isFetching: boolean; problem?: Problem }>({ isFetching: false });
  const first = useAnswer(question, (asking, signal) => readFirst(asking, sources, now, signal));
  const begun = first.status === 'loaded' ? first.value.read : [];
  const read = grown?.question === question ? grown.read : begun;
  const { behind } = mergeSources(read);

  const readOn = async () => {
    const longer = await Promise.all(
      read.map(async (each) => {
        const source = sources.find(({ context }) => context === each.context);
        if (source === undefined || each.next === undefined || !behind.includes(each.context)) return each;
        const { next, ...known } = each;
        const page = await readPage(api, source, next);
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
