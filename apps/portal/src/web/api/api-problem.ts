import { Currency } from '@xietong/domain';
import { z } from 'zod';

/** What a service refused, or why it could not answer: everything that a reader needs to go on. */
export interface Problem {
  /** HTTP status; 0 when nothing answered at all. */
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly traceId?: string;
  /** What is wrong, field by field. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  /** The currencies to choose from, where amounts of several were asked for at once. */
  readonly currencies?: readonly Currency[];
  /** Applications that a panel's choice waits for, by id. */
  readonly applications?: readonly string[];
  /** Applications for which a panel's choice needs a word: their reviews lie far apart, or it passes them over. */
  readonly farApart?: readonly string[];
  readonly passedOver?: readonly string[];
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title ?? problem.code);
    this.problem = problem;
  }
}

const filled = z.string().min(1).optional().catch(undefined);

const ids = z.array(z.string()).min(1).optional().catch(undefined);

const Body = z.object({
  code: filled,
  title: filled,
  detail: filled,
  remedy: filled,
  traceid: filled,
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .catch(undefined),
  details: z
    .object({ currencies: z.array(Currency).optional().catch(undefined), applications: ids, farApart: ids, passedOver: ids })
    .optional()
    .catch(undefined),
});

/** Reads a refusal of the services (RFC 9457); anything else, a page of some proxy for example, keeps its status only. */
export const parseProblem = (status: number, body: unknown): Problem => {
  const { code, traceid: traceId, details, ...words } = Body.safeParse(body).data ?? {};
  const given = Object.entries({ ...words, traceId, ...details }).filter(([, value]) => value !== undefined);
  return { status, code: code ?? `http-${status}`, ...Object.fromEntries(given) };
};

/** The problem in whatever was thrown; a fault of our own code is `unexpected`. */
export const toProblem = (thrown: unknown): Problem => (thrown instanceof ApiProblem ? thrown.problem : { status: 0, code: 'unexpected' });
