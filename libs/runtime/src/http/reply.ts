import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { requestMsMax } from './limits.ts';

/** A body that is not held in memory: opened once the answer begins, and exactly so many bytes long. */
export interface StreamedBody {
  readonly bytes: number;
  readonly open: () => Promise<Readable>;
}

/** What a route answers, before it is written to the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | StreamedBody;
}

export const jsonType = 'application/json; charset=utf-8';

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': jsonType, ...headers }, body: JSON.stringify(value) };
}

/**
 * Writes a reply. Data is never kept by caches unless the reply says otherwise. Resolves once the answer is on its way; of a streamed body, at its end. Where
 * that fails, the connection is cut before `Content-Length` is reached, so that nobody takes a part for the whole.
 */
export async function send(response: Response, { status, headers, body }: Reply): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // Said by hand, so that an answer to HEAD says it too.
  if (body !== undefined) response.setHeader('Content-Length', isStreamed(body) ? body.bytes : Buffer.byteLength(body));
  if (!isStreamed(body)) response.end(body);
  else if (response.req.method === 'HEAD') response.end();
  else await sendStreamed(response, body);
}

/** Whether a body is read while it is sent. */
export const isStreamed = (body: Reply['body']): body is StreamedBody => typeof body === 'object' && 'open' in body;

async function sendStreamed(response: Response, { open }: StreamedBody): Promise<void> {
  // Whoever takes nothing for so long is gone.
  response.setTimeout(requestMsMax, () => response.destroy());
  const content = await open();
  try {
    await pipeline(content, response);
  } catch (fault) {
    // A reader who goes away ends it as he likes.
    if (content.errored && !isGone(content.errored)) throw fault;
  }
}

const isGone = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE';
