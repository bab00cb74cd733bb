import { Button } from 'antd';
import { Link, useLocation } from 'react-router';
import type { Problem } from '../api/api-problem.ts';
import { useSession } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';
import { toFailureText } from './failure-text.ts';
import { Statement } from './statement.tsx';

/** Why something could not be read, what to do, and the id under which an operator finds it. */
export const Failure = ({ problem, retry, isPage = false }: { problem: Problem; retry: () => void; isPage?: boolean }) => {
  const { text, lang } = useLanguage();
  const session = useSession();
  const { pathname, search } = useLocation();
  const { title, remedy, next } = toFailureText(problem, text);
  return (
    <div role="alert">
      <Statement title={title} explanation={remedy} isPage={isPage}>
        {problem.traceId !== undefined && (
          <p className="statement-trace">
            {text.failure.traceId} <code>{problem.traceId}</code>
          </p>
        )}
        {isPage && <Link to="/">{text.app.backHome}</Link>}
        {next === 'retry' && <Button onClick={retry}>{text.failure.retry}</Button>}
        {next === 'other-account' && (
          <Button onClick={() => void session.signIn({ returnTo: pathname + search, lang, asSomeoneElse: true }).catch(retry)}>
            {text.failure.switchAccount}
          </Button>
        )}
      </Statement>
    </div>
  );
};
