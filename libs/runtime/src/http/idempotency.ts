import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { canonicalJson } from './canonical-json.ts';
import { platformProblem } from './problem.ts';

/** What an Idempotency-Key may be: visible ASCII. */
export const keyShape = /^[\x21-\x7e]{1,200}$/;

/** The key of the act. Throws 400 when it is missing or not 1 to 200 visible ASCII characters. */
export function requireIdempotencyKey(headers: IncomingHttpHeaders): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw platformProblem('idempotency-key-missing');
  if (typeof key !== 'string' || !keyShape.test(key)) throw platformProblem('idempotency-key-invalid');
  return key;
}

/** SHA-256, hex, of the payload in canonical form: white space and the order of fields do not make it another payload. */
export function payloadHashOf(payload: unknown): string {
  return hash('sha256', canonicalJson(payload), 'hex');
}
