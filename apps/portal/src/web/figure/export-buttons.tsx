import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type Problem, toProblem } from '../api/api-problem.ts';
import { keepFile } from '../download/keep-file.ts';
import { useApi } from '../session/session-context.tsx';
import { toFailureText } from '../states/failure-text.ts';
import { useLanguage } from '../text/language.tsx';
import { exportFormats, type ExportFormat, exportName } from './exports.ts';

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly format: ExportFormat }
  | { readonly at: 'end'; readonly file: string }
  | { readonly at: 'failure'; readonly problem: Problem };

/** Exports the table that is on the screen, at its watermark. */
export const ExportButtons = ({ address, metric }: { address: string; metric: string }) => {
  const { text } = useLanguage();
  const api = useApi();
  const [state, setState] = useState<State>({ at: 'rest' });

  const exportAs = (format: ExportFormat) => {
    setState({ at: 'work', format });
    const name = exportName(address, metric, format);
    api.download(address, exportFormats[format].mediaType).then(
      (file) => {
        keepFile(file, name);
        setState({ at: 'end', file: name });
      },
      (thrown: unknown) => setState({ at: 'failure', problem: toProblem(thrown) }),
    );
  };
  const failure = state.at === 'failure' ? toFailureText(state.problem, text) : undefined;

  return (
    <div className="exports">
      {(Object.keys(exportFormats) as ExportFormat[]).map((format) => (
        <Button key={format} loading={state.at === 'work' && state.format === format} onClick={() => exportAs(format)}>
          {text.figure.exportAs(format)}
        </Button>
      ))}
      <p className="visually-hidden" role="status">
        {state.at === 'end' ? text.figure.exported(state.file) : ''}
      </p>
      {failure && <Alert type="error" showIcon title={failure.title} description={failure.remedy} />}
    </div>
  );
};
