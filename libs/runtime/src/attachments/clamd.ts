import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Scan, ScannerUnavailable } from './scanner.ts';

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/** How long it may be silent, in milliseconds: while connecting, between two parts, and before its verdict. */
const silentMsMax = 30_000;
/** Its answer is a line; what is longer is none. */
const answerCharsMax = 4_096;

/**
 * Asks clamd by its INSTREAM command (clamd(8)): each part with its length before it in four bytes, big-endian, then a length of nothing. `StreamMaxLength`
 * of clamd must be no less than an attachment may have; where it is, clamd says so, and nothing passes.
 */
export const clamdScan =
  ({ host, port }: ClamdAddress, silentMs = silentMsMax): Scan =>
  async (content) => {
    const socket = connect({ host, port });
    socket.setTimeout(silentMs, () => socket.destroy(new Error(`nothing for ${silentMs} ms`)));
    try {
      const sending = send(socket, content).catch((fault: unknown) => {
        socket.destroy();
        throw fault;
      });
      // An answer that comes before all is sent says why no more is taken.
      const [answered, sent] = await Promise.allSettled([answerOf(socket), sending]);
      if (sent.status === 'rejected' && sent.reason === content.errored) throw sent.reason;
      if (answered.status === 'rejected') throw new ScannerUnavailable('does not answer', { cause: answered.reason });
      const verdict = verdictOf(answered.value);
      if (sent.status === 'rejected') throw new ScannerUnavailable('did not take all of it', { cause: sent.reason });
      return verdict;
    } finally {
      content.destroy();
      socket.destroy();
    }
  };

async function send(socket: Socket, content: Readable): Promise<void> {
  const closed = once(socket, 'close').then(() => Promise.reject(new Error('the connection was closed')));
  closed.catch(() => undefined);
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (socket.destroyed) return closed;
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), closed]);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const part of content as AsyncIterable<Uint8Array>) {
    await write(lengthOf(part.length));
    await write(part);
  }
  await write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const part of socket as AsyncIterable<Buffer>) {
    answer += part.toString('utf8');
    if (answer.endsWith('\0') || answer.length > answerCharsMax) break;
  }
  return answer;
}

// The name of what was found is clamd's own matter; who sent it up learns that it is infected.
function verdictOf(answer: string): 'clean' | 'infected' {
  if (answer === 'stream: OK\0') return 'clean';
  if (/^stream: .* FOUND\0$/s.test(answer)) return 'infected';
  throw new ScannerUnavailable(answer === '' ? 'ended without a verdict' : `answered '${answer.slice(0, 200).trim()}'`);
}
