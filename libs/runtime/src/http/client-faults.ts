import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What can be wrong with bytes that never become a request; each is a problem's code. */
export type ClientFault = 'upload-too-slow' | 'headers-too-large' | 'request-malformed';

/** Answers with a problem (status line, headers and body, as text) where Node alone would answer in plain text, and closes the connection. */
export function answerClientFaults(server: Server, rawProblem: (code: ClientFault) => string): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (fault: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    // A problem in the middle of another answer would be read as a part of it.
    const isUnderWay = answer !== undefined && answer.headersSent && !answer.writableFinished;
    if (fault.code === 'ECONNRESET' || !socket.writable || isUnderWay) socket.destroy();
    else socket.end(rawProblem(codeOf(fault)));
  });
}

function codeOf({ code }: NodeJS.ErrnoException): ClientFault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'upload-too-slow';
  return code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'request-malformed';
}
