import { Alert, Button } from 'antd';
import type { Problem } from '../../api/api-problem.ts';
import { toFailureText } from '../../states/failure-text.ts';
import { useLanguage } from '../../text/language.tsx';
import { useWorkbenchText } from '../use-workbench-text.ts';
import { isDecided } from './answered.ts';
import type { SaidOfField } from './faults.ts';

interface RefusalProps {
  readonly problem: Problem;
  /** What is said of fields that the form does not have. */
  readonly elsewhere: readonly SaidOfField[];
  readonly reload?: () => void;
}

/** Why a command was not carried out, and what to do; of a document that has changed meanwhile, the way to its newest state. */
export const Refusal = ({ problem, elsewhere, reload }: RefusalProps) => {
  const { text } = useLanguage();
  const words = useWorkbenchText().form;
  const { title, remedy } = toFailureText(problem, text);
  if (problem.code === 'stale')
    return (
      <Alert
        role="alert"
        type="warning"
        showIcon
        title={words.stale}
        description={words.staleRemedy}
        action={reload && <Button onClick={reload}>{words.reload}</Button>}
      />
    );
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={title}
      description={
        <>
          <p>{isDecided(problem) ? remedy : words.undecided}</p>
          {elsewhere.map(({ field, message }) => (
            <p key={field}>
              <code>{field}</code> {message}
            </p>
          ))}
          {!isDecided(problem) && problem.traceId !== undefined && (
            <p className="refusal-trace">
              {text.failure.traceId} <code>{problem.traceId}</code>
            </p>
          )}
        </>
      }
    />
  );
};
