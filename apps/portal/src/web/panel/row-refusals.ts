import type { Problem } from '../api/api-problem.ts';

/** Why a row keeps the choice from being taken; `message` where the service said it of this row in words. */
export interface RowRefusal {
  readonly why: 'refused' | 'awaited' | 'far-apart' | 'passed-over';
  readonly message?: string;
}

/** What a refusal says of single applications: of those that were chosen, in the order in which they were sent, and of others. */
export function rowRefusals(problem: Problem, sent: readonly string[]): ReadonlyMap<string, RowRefusal> {
  const of = (applications: readonly string[] | undefined, why: RowRefusal['why']) =>
    (applications ?? []).map((application): [string, RowRefusal] => [application, { why }]);
  const placed = (problem.errors ?? []).flatMap(({ field, message }): [string, RowRefusal][] => {
    const application = sent[Number(/^applications\.(\d+)$/.exec(field)?.[1])];
    return application === undefined ? [] : [[application, { why: 'refused', message }]];
  });
  return new Map([
    ...of(problem.applications, 'awaited'),
    ...of(problem.farApart, 'far-apart'),
    ...of(problem.passedOver, 'passed-over'),
    ...placed,
  ]);
}
