import type { LocalText } from '@xietong/domain';

/** A business answer "no": `decide` returns it, it never throws. `field` names the input at fault. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly field?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Refuses a command: `refuse('plan-not-whole', { sum: 90 }, 'milestones')`. The details are shown to the caller. */
export function refuse<const Code extends string>(code: Code, details: Record<string, unknown> = {}, field?: string): Refusal<Code> {
  return { refused: code, details, ...(field === undefined ? {} : { field }) };
}

/** Tells a refusal from events and from a query's output, which may well have a field named `refused`. */
export function isRefusal(answer: unknown): answer is Refusal {
  if (typeof answer !== 'object' || answer === null || !('refused' in answer) || !('details' in answer)) return false;
  return typeof answer.refused === 'string' && typeof answer.details === 'object' && answer.details !== null;
}

/** What kind of "no" it is; the HTTP adapter gives each kind its status. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict';

/** One row of a service's problem table: what the user reads, and what he can do. */
export interface ProblemRow {
  readonly kind: RefusalKind;
  readonly title: LocalText;
  readonly remedy: LocalText;
}

/** Every refusal code of a service with its row. */
export type ProblemTable = Readonly<Record<string, ProblemRow>>;
