import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { documentsAddress } from '../../api/addresses.ts';
import { type Problem, toProblem } from '../../api/api-problem.ts';
import type { Page } from '../../api/events.ts';
import { keepFile } from '../../download/keep-file.ts';
import { useApi } from '../../session/session-context.tsx';
import { toFailureText } from '../../states/failure-text.ts';
import { useLanguage } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import type { ListView } from '../../url/list-view.ts';
import type { Collection } from '../description/description.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { csvName, type Document, toCsv } from './csv.ts';
import { readAll } from './read-all.ts';

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly read: number; readonly all: number }
  | { readonly at: 'end'; readonly told: string }
  | { readonly at: 'failure'; readonly problem: Problem };

const pageMax = 200;

interface ExportPanelProps {
  readonly collection: Collection;
  readonly view: ListView;
  readonly purpose: string | undefined;
}

/** Exports all that the list holds as it is filtered and sorted, page by page; it can be stopped. */
export const ExportPanel = ({ collection, view, purpose }: ExportPanelProps) => {
  const { text } = useLanguage();
  const words = useWorkbenchText().exports;
  const vocabulary = useWords(collection.aggregate);
  const format = useFormat();
  const api = useApi();
  const [state, setState] = useState<State>({ at: 'rest' });
  const stop = useRef<AbortController>(null);

  const begin = () => {
    const stopped = new AbortController();
    stop.current = stopped;
    setState({ at: 'work', read: 0, all: 0 });
    const { filters, sort } = view;
    const finish = (documents: readonly Document[] | undefined) => {
      if (documents === undefined) return setState({ at: 'end', told: words.stopped });
      const name = csvName(collection, new Date().toISOString().slice(0, 10));
      keepFile(new Blob([toCsv(collection, documents, vocabulary)], { type: 'text/csv' }), name);
      setState({ at: 'end', told: words.done(name) });
    };
    readAll<Document>({
      readPage: (after) =>
        api.read<Page<Document>>(
          documentsAddress(collection, { ...filters, sort, limit: pageMax, after, count: true, purpose }),
          stopped.signal,
        ),
      onProgress: (read, all) => setState({ at: 'work', read, all }),
      signal: stopped.signal,
    }).then(finish, (thrown: unknown) =>
      stopped.signal.aborted ? finish(undefined) : setState({ at: 'failure', problem: toProblem(thrown) }),
    );
  };
  const failure = state.at === 'failure' ? toFailureText(state.problem, text) : undefined;

  return (
    <div className="export-panel">
      {state.at === 'work' ? (
        <>
          <progress value={state.read} max={Math.max(state.all, 1)} aria-label={words.start} />
          <span className="panel-note">{words.progress(format.count(state.read), format.count(state.all))}</span>
          <Button onClick={() => stop.current?.abort()}>{words.stop}</Button>
        </>
      ) : (
        <Button onClick={begin}>{words.start}</Button>
      )}
      <p className="panel-note" role="status">
        {state.at === 'end' ? state.told : ''}
      </p>
      {failure && <Alert type="error" showIcon title={failure.title} description={failure.remedy} />}
    </div>
  );
};
