import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ProblemCode, rawProblem } from './problem.ts';

/** Answers with a problem what never becomes a request, where Node alone would answer in plain text, and closes the connection. */
export const answerClientFaults = (server: Server): void => {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (fault: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    // A problem in the middle of another answer would be read as a part of it.
    const isUnderWay = answer !== undefined && answer.headersSent && !answer.writableFinished;
    if (fault.code === 'ECONNRESET' || !socket.writable || isUnderWay) socket.destroy();
    else socket.end(rawProblem(codeOf(fault)));
  });
};

const codeOf = ({ code }: NodeJS.ErrnoException): ProblemCode => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'upload-too-slow';
  return code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'request-malformed';
};
