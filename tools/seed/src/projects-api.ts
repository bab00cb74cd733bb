import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, request as sendRequest } from 'undici';
import { z } from 'zod';
import type { TokenSource } from './token-source.ts';

/** The projects service as the importer sees it. */
export interface Door {
  /** Without the path: `http://127.0.0.1:4101`. */
  readonly projectsUrl: string;
  readonly token: TokenSource;
  /** How long one project is sent again while the service is away. */
  readonly patienceMs?: number;
  readonly firstDelayMs?: number;
}

/** What the service says to one request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** The service did not answer, or not with an answer that lasts: the same request may be sent again. */
export interface Away {
  readonly away: string;
}

const requestTimeoutMs = 30_000;
const firstContactMs = 5_000;
const retryDelayMs = 500;

/** Makes sure that something answers there, before anything is read or sent. Throws with a sentence after some seconds. */
export async function checkAnswers(projectsUrl: string, patienceMs = firstContactMs): Promise<void> {
  const giveUpAtMs = Date.now() + patienceMs;
  for (;;) {
    const reply = await ask(`${projectsUrl}/livez`, { headersTimeout: firstContactMs, bodyTimeout: firstContactMs });
    if (!('away' in reply)) return;
    if (Date.now() + retryDelayMs > giveUpAtMs)
      throw new Error(`nothing answers at ${projectsUrl} (${reply.away}): is the projects service there?`);
    await wait(retryDelayMs);
  }
}

/** What a request says beside its address. */
type Request = { readonly method?: Dispatcher.HttpMethod; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** Sends one request; where the token is no longer taken, once more with a new one. */
export async function request(door: Door, path: string, { headers, ...rest }: Request = {}): Promise<Reply | Away> {
  const token = await door.token();
  const send = (bearer: string) =>
    ask(`${door.projectsUrl}${path}`, {
      ...rest,
      headers: { ...headers, authorization: `Bearer ${bearer}`, 'accept-language': 'en' },
      headersTimeout: requestTimeoutMs,
      bodyTimeout: requestTimeoutMs,
    });
  const reply = await send(token);
  return 'status' in reply && reply.status === 401 ? send(await door.token(token)) : reply;
}

// The client that Node's `fetch` is made of, at a third of its CPU: an import shares its machine with all that it imports into.
async function ask(url: string, options: Omit<Dispatcher.RequestOptions, 'path' | 'origin' | 'method'> & Request): Promise<Reply | Away> {
  try {
    const { statusCode, headers, body } = await sendRequest(url, options);
    return { status: statusCode, headers, text: await body.text() };
  } catch (fault) {
    return { away: wordsOf(fault) };
  }
}

// A code says more than its message: ECONNREFUSED for example.
const Fault = z.object({ message: z.string(), code: z.string().optional() });
const wordsOf = (fault: unknown): string => {
  const { message, code } = Fault.catch({ message: String(fault) }).parse(fault);
  return code ?? message;
};
