import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { uploadMsMax } from '../attachments/attachment-store.ts';
import { answerClientFaults, type ClientFault } from './client-faults.ts';
import { platformProblem, toReply } from './problem.ts';
import { traceOf } from './trace-context.ts';

export const bodyBytesMax = 1_048_576;
export const pageMax = 200;
export const pageDefault = 50;
export const queryCharsMax = 4_096;
export const requestMsMax = 30_000;

/** How long a caller may take to send, and how large headers may be. A route whose body may not take so long says so itself. */
export const serverLimits = {
  requestTimeout: uploadMsMax,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** A server for the app, not yet listening: a slow upload gets 408, oversized headers 431, garbage 400, each as a problem. */
export function httpServer(app: RequestListener, limits: Partial<typeof serverLimits> = {}): Server {
  const server = createServer({ ...serverLimits, ...limits }, app);
  answerClientFaults(server, rawProblem);
  return server;
}

// There is no request here whose language could be read, so the platform's first language is used.
function rawProblem(code: ClientFault): string {
  const { status, headers, body } = toReply(platformProblem(code), 'zh', traceOf(undefined).traceId);
  const lines = Object.entries({ ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
