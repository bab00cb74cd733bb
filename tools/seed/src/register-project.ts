import { setTimeout as wait } from 'node:timers/promises';
import type { RegisterProject } from '@xietong/contracts-projects';
import { z } from 'zod';
import type { TokenSource } from './token-source.ts';

/** The projects service as the importer sees it. */
export interface Door {
  /** Without the path: `http://127.0.0.1:4101`. */
  readonly projectsUrl: string;
  readonly token: TokenSource;
  /** How long one request is tried again while the service is away, counted from its first failure. */
  readonly patienceMs?: number;
  readonly firstDelayMs?: number;
}

/** The service's answer to one project: it is there now (`replayed`: it was there before, by this importer), or it is refused. */
export type Answer = { readonly kind: 'created' | 'replayed' } | { readonly kind: 'refused'; readonly reason: string };

/** The import cannot go on: the service is away or does not let this user in. What is registered stays registered. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

const retryDelayMsMax = 5_000;
const requestTimeoutMs = 30_000;

/** The key that makes it safe to send a project again: the same for every run, so that the service answers instead of acting twice. */
export const idempotencyKeyOf = ({ number }: RegisterProject): string => `eu-grants-norway-${number}`;

/** Registers one project. While the service is away the same request is sent again, with growing pauses. Throws `ImportStopped`. */
export async function registerProject(input: RegisterProject, door: Door): Promise<Answer> {
  const { patienceMs = 60_000, firstDelayMs = 100 } = door;
  const giveUpAtMs = Date.now() + patienceMs;
  for (let delayMs = firstDelayMs; ; delayMs = Math.min(delayMs * 2, retryDelayMsMax)) {
    const outcome = await trySending(input, door);
    if ('kind' in outcome) return outcome;
    if (Date.now() + delayMs > giveUpAtMs)
      throw new ImportStopped(`the projects service is away (${outcome.away}); run the import again to go on`);
    // Half of the pause is by chance, so that 32 requests that failed together do not come back together.
    await wait(delayMs * (0.5 + Math.random() / 2));
  }
}

async function trySending(input: RegisterProject, door: Door): Promise<Answer | Away> {
  const token = await door.token();
  const answered = await post(input, door, token);
  if ('away' in answered || answered.status !== 401) return toAnswer(answered);
  return toAnswer(await post(input, door, await door.token(token)));
}

/** The service did not answer, or not with an answer that lasts. */
interface Away {
  readonly away: string;
}

interface Answered {
  readonly status: number;
  readonly replayed: boolean;
  readonly text: string;
}

async function post(input: RegisterProject, { projectsUrl }: Door, token: string): Promise<Answered | Away> {
  try {
    const response = await fetch(`${projectsUrl}/v1/projects`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': 'en',
        'idempotency-key': idempotencyKeyOf(input),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    return { status: response.status, replayed: response.headers.get('idempotency-replayed') === 'true', text: await response.text() };
  } catch (fault) {
    return { away: wordsOf(fault) };
  }
}

// fetch says only 'fetch failed'; its cause says why, ECONNREFUSED for example.
const Fault = z.object({ message: z.string(), cause: z.object({ code: z.string() }).optional() });
const wordsOf = (fault: unknown): string => {
  const { message, cause } = Fault.catch({ message: String(fault) }).parse(fault);
  return cause?.code ?? message;
};

const Problem = z.object({
  title: z.string(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

function toAnswer(answered: Answered | Away): Answer | Away {
  if ('away' in answered) return answered;
  const { status, replayed, text } = answered;
  if (status === 201) return { kind: replayed ? 'replayed' : 'created' };
  const problem = findProblem(text);
  const words = problem
    ? [problem.code, problem.title, problem.detail, ...(problem.errors ?? []).map(({ field, message }) => `${field}: ${message}`)]
    : [];
  const reason = [status, ...words.filter((word) => word !== undefined)].join(' · ');
  if (status === 401 || status === 403)
    throw new ImportStopped(`the projects service does not let this user register projects (${reason})`);
  return passes(status, problem?.code) ? { away: reason } : { kind: 'refused', reason };
}

// What time alone can mend: a fault of the service, its limits, and this very request being under way after its connection broke.
const passes = (status: number, code?: string): boolean => status >= 500 || status === 429 || status === 408 || code === 'in-flight';

function findProblem(text: string): z.output<typeof Problem> | undefined {
  try {
    return Problem.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
