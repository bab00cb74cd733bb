import { connect, createServer, type Socket } from 'node:net';
import { reservePort } from '@xietong/engines';

/** Stands between clients and an engine, and can keep the engine's answers to itself: what was asked is done, and nobody hears of it. */
export interface AnswerCutter {
  readonly port: number;
  /** From now on requests pass, and who would get an answer is hung up on instead. */
  cut(): void;
  /** Lets answers pass again. */
  mend(): void;
  /** Connections that lost an answer so far. */
  readonly bereft: number;
  close(): Promise<void>;
}

/** Starts a proxy before the port of an engine on this machine. `rewrite` makes the change that its answers need on one connection. */
export async function startAnswerCutter(
  enginePort: number,
  rewriteFor: (ownPort: number) => () => (chunk: Buffer) => Buffer = () => () => (chunk) => chunk,
): Promise<AnswerCutter> {
  const { port, release } = await reservePort([]);
  const rewriterOf = rewriteFor(port);
  const open = new Set<Socket>();
  let isCut = false;
  let bereft = 0;

  const server = createServer((client) => {
    const engine = connect({ port: enginePort, host: '127.0.0.1' });
    const rewrite = rewriterOf();
    for (const socket of [client, engine]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    // One end that breaks takes the other with it; why it broke is the business of those who talk.
    client.on('error', () => engine.destroy()).on('close', () => engine.destroy());
    engine.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('data', (chunk) => engine.write(chunk));
    engine.on('data', (chunk) => {
      const answers = rewrite(chunk);
      if (!isCut) {
        client.write(answers);
      } else if (!client.destroyed) {
        bereft += 1;
        client.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
    },
    get bereft() {
      return bereft;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      release();
    },
  };
}
