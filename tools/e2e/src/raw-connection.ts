import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What came back over a connection until the other side ended it, and after how long. */
export interface RawAnswer {
  readonly text: string;
  readonly tookMs: number;
}

/** Sends the bytes one by one, a second apart, as a caller does who means to keep a connection busy; until it is ended. */
export async function trickle(url: string, head: string, rest: string, giveUpAfterMs: number): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const begunAt = performance.now();
  let text = '';
  let ended = false;
  socket.on('data', (chunk) => (text += String(chunk)));
  // Writing to a connection that the other side has reset is a fault here and what is hoped for there.
  socket.on('error', () => (ended = true));
  socket.on('close', () => (ended = true));
  socket.write(head);
  for (const byte of rest) {
    if (ended || performance.now() - begunAt > giveUpAfterMs) break;
    socket.write(byte);
    await pause(1_000);
  }
  socket.destroy();
  return { text, tookMs: performance.now() - begunAt };
}
