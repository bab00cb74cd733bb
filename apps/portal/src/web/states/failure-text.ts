import type { Problem } from '../api/api-problem.ts';
import type { Dictionary } from '../text/zh.ts';

export interface FailureText {
  readonly title: string;
  readonly remedy: string;
  /** What the reader can do here and now. */
  readonly next: 'retry' | 'other-account' | 'nothing';
}

const wordsFor = ({ status, code }: Problem, { failure }: Dictionary): { title: string; remedy: string } => {
  if (code === 'unreachable') return { title: failure.unreachable, remedy: failure.unreachableRemedy };
  if (status === 403) return { title: failure.forbidden, remedy: failure.forbiddenRemedy };
  if (status === 404) return { title: failure.notFound, remedy: failure.notFoundRemedy };
  return { title: failure.unexpected, remedy: failure.unexpectedRemedy };
};

const nextFor = ({ status }: Problem): FailureText['next'] => {
  if (status === 403) return 'other-account';
  // The same question would be refused again: the reader has to ask another one.
  return status === 400 || status === 404 || status === 422 ? 'nothing' : 'retry';
};

/** What to tell a reader: the service's own words where it has any, and ours where it has none, or speaks to programs. */
export const toFailureText = (problem: Problem, text: Dictionary): FailureText => {
  const ours = wordsFor(problem, text);
  const remedy = text.failure.remedies[problem.code] ?? problem.remedy ?? problem.detail ?? ours.remedy;
  return { title: problem.title ?? ours.title, remedy, next: nextFor(problem) };
};
