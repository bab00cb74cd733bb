import { setTimeout as wait } from 'node:timers/promises';
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
  readonly headers: Headers;
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
    const reply = await fetchReply(`${projectsUrl}/livez`, { signal: AbortSignal.timeout(firstContactMs) });
    if (!('away' in reply)) return;
    if (Date.now() + retryDelayMs > giveUpAtMs)
      throw new Error(`nothing answers at ${projectsUrl} (${reply.away}): is the projects service there?`);
    await wait(retryDelayMs);
  }
}

/** Sends one request; where the token is no longer taken, once more with a new one. */
export async function request(
  door: Door,
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Reply | Away> {
  const token = await door.token();
  const send = (bearer: string) =>
    fetchReply(`${door.projectsUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${bearer}`, 'accept-language': 'en' },
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  const reply = await send(token);
  return 'status' in reply && reply.status === 401 ? send(await door.token(token)) : reply;
}

async function fetchReply(url: string, init: RequestInit): Promise<Reply | Away> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (fault) {
    return { away: wordsOf(fault) };
  }
}

// fetch says only 'fetch failed'; its cause says why, ECONNREFUSED for example.
const Fault = z.object({ message: z.string(), cause: z.object({ code: z.string().optional(), message: z.string() }).optional() });
const wordsOf = (fault: unknown): string => {
  const { message, cause } = Fault.catch({ message: String(fault) }).parse(fault);
  return cause?.code ?? cause?.message ?? message;
};
