import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import type { Answer } from './use-answer.ts';

interface AnsweredProps<Value> {
  readonly answer: Answer<Value>;
  readonly children: (value: Value) => ReactNode;
  readonly skeleton?: ReactNode;
  readonly isPage?: boolean;
}

/** Shows an answer in each of its states: its outline, why it failed, or itself. */
export const Answered = <Value,>({ answer, children, skeleton = <PageSkeleton />, isPage = false }: AnsweredProps<Value>) => {
  switch (answer.status) {
    case 'loading':
      return skeleton;
    case 'failed':
      return <Failure problem={answer.problem} retry={answer.retry} isPage={isPage} />;
    case 'loaded':
      return (
        <div className={answer.isStale ? 'stale' : undefined} aria-busy={answer.isStale}>
          {children(answer.value)}
        </div>
      );
  }
};
