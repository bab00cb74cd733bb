import { randomUUID } from 'node:crypto';

/** The W3C trace that a request belongs to. */
export interface Trace {
  readonly traceId: string;
  readonly traceparent: string;
}

const form = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Reads a `traceparent` header; a missing or malformed one begins a new trace, as the W3C recommendation asks. */
export function traceOf(traceparent: unknown): Trace {
  const traceId = typeof traceparent === 'string' ? form.exec(traceparent)?.[1] : undefined;
  if (traceId !== undefined) return { traceId, traceparent: traceparent as string };
  const fresh = randomUUID().replaceAll('-', '');
  // The request is the first span of its trace, and it is sampled, or nothing after it would be.
  return { traceId: fresh, traceparent: `00-${fresh}-${fresh.slice(16)}-01` };
}
