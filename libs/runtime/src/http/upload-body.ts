import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { attachmentBytesMax } from '@xietong/kernel';
import type { Request } from 'express';
import { platformProblem } from './problem.ts';

/** The bytes of a file on their way, and, once they have ended, how many there were and their SHA-256. */
export interface UploadBody {
  readonly content: Transform;
  sum(): { readonly bytes: number; readonly sha256: string };
}

/**
 * The raw body of a request, cut off at the limit whatever `Content-Length` says. The stream fails with 413 there, and with 400 where the sender breaks off.
 */
export function uploadBody(request: Request): UploadBody {
  const hash = createHash('sha256');
  let bytes = 0;
  const content = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > attachmentBytesMax) return done(tooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const brokenOff = () => void (request.complete || content.destroy(platformProblem('request-malformed')));
  request.once('close', brokenOff).once('error', brokenOff);
  // What is left of a body that is not wanted any more is read and dropped, or the answer would not reach a sender who is still busy sending.
  content.once('close', () => request.unpipe(content).resume());
  request.pipe(content);
  return { content, sum: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** Throws 413 where the request says itself that it is too large. */
export function requireSizeAllowed({ headers }: Request): void {
  if (Number(headers['content-length'] ?? 0) > attachmentBytesMax) throw tooLarge();
}

const tooLarge = () => platformProblem('attachment-too-large', { details: { bytesMax: attachmentBytesMax } });
