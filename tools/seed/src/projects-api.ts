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

/** Sends one request; where the token is no longer taken, once more with a new one. */
export async function request(
  door: Door,
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Reply | Away> {
  const token = await door.token();
  const reply = await fetchReply(`${door.projectsUrl}${path}`, init, token);
  if (!('status' in reply) || reply.status !== 401) return reply;
  return fetchReply(`${door.projectsUrl}${path}`, init, await door.token(token));
}

async function fetchReply(url: string, init: RequestInit, token: string): Promise<Reply | Away> {
  const headers = { ...init.headers, authorization: `Bearer ${token}`, 'accept-language': 'en' };
  try {
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(requestTimeoutMs) });
    return { status: response.status, headers: response.headers, text: await response.text() };
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
