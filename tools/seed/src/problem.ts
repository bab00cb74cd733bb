import { z } from 'zod';
import type { Reply } from './projects-api.ts';

const Problem = z.object({
  title: z.string(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** A "no" of the service (RFC 9457), or whatever else stands where one is expected. */
export interface ReadProblem {
  readonly code?: string;
  /** All that it says, on one line, the status first. */
  readonly words: string;
}

export function readProblem({ status, text }: Reply): ReadProblem {
  const problem = findProblem(text);
  if (!problem) return { words: `${status}` };
  const { code, title, detail, errors = [] } = problem;
  // Without particulars the detail is the title once more.
  const words = [status, code, title, detail === title ? undefined : detail, ...errors.map(({ field, message }) => `${field}: ${message}`)];
  return { ...(code === undefined ? {} : { code }), words: words.filter((word) => word !== undefined).join(' · ') };
}

function findProblem(text: string): z.output<typeof Problem> | undefined {
  try {
    return Problem.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
