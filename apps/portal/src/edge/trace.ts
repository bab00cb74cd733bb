import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

// W3C Trace Context: version, trace id, parent id, flags; an id of zeros only is no id.
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export const newTraceId = (): string => randomBytes(16).toString('hex');

/** Gives every request a trace, so that a refusal here and the log lines behind it carry one id. */
export const traced: RequestHandler = (request, _response, next) => {
  if (!traceparent.test(request.header('traceparent') ?? '')) {
    request.headers['traceparent'] = `00-${newTraceId()}-${randomBytes(8).toString('hex')}-01`;
  }
  next();
};

/** The trace id of a request that has passed `traced`. */
export const traceIdOf = (request: Request): string => traceparent.exec(request.header('traceparent') ?? '')?.[1] ?? '';
