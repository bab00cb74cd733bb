import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type AnswerCutter, startAnswerCutter } from './answer-cutter.ts';

/** An engine that answers whatever it is asked with `done:` before it. */
describe('a proxy that cuts off answers', () => {
  const asked: string[] = [];
  let engine: Server;
  let cutter: AnswerCutter;
  const clients: Socket[] = [];

  beforeEach(async () => {
    asked.length = 0;
    engine = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .on('data', (chunk) => {
          asked.push(chunk.toString());
          socket.write(`done:${chunk.toString()}`);
        }),
    );
    engine.listen(0, '127.0.0.1');
    await once(engine, 'listening');
    cutter = await startAnswerCutter((engine.address() as AddressInfo).port);
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await cutter.close();
    engine.close();
  });

  async function connected(): Promise<Socket> {
    const client = connect({ port: cutter.port, host: '127.0.0.1' });
    clients.push(client);
    await once(client, 'connect');
    return client;
  }

  it('passes requests and answers as long as it is not told to cut', async () => {
    const client = await connected();
    client.write('a');
    expect(String((await once(client, 'data'))[0])).toBe('done:a');
    expect(cutter.bereft).toBe(0);
  });

  it('lets a request through, keeps its answer and hangs up', async () => {
    const client = await connected();
    cutter.cut();
    client.write('b');
    expect(await text(client)).toBe('');
    expect(asked).toEqual(['b']);
    expect(cutter.bereft).toBe(1);
  });

  it('leaves alone who was not answered meanwhile, and serves everybody afterwards', async () => {
    const client = await connected();
    cutter.cut();
    cutter.mend();
    client.write('c');
    expect(String((await once(client, 'data'))[0])).toBe('done:c');
  });
});
