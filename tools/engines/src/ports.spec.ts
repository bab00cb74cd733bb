import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { isListening, reservePort } from './ports.ts';

const listenAnywhere = () =>
  new Promise<{ port: number; server: Server }>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: address !== null && typeof address === 'object' ? address.port : 0, server });
    });
  });

describe('ports', () => {
  test('a wished port that is free is given', async () => {
    const { port, server } = await listenAnywhere();
    await new Promise((resolve) => server.close(resolve));
    const reserved = await reservePort([port]);
    expect(reserved.port).toBe(port);
    reserved.release();
  });

  test('where somebody listens on the wished port, another free one is given', async () => {
    const { port, server } = await listenAnywhere();
    const reserved = await reservePort([port]);
    expect(reserved.port).not.toBe(port);
    expect(await isListening(port)).toBe(true);
    expect(await isListening(reserved.port)).toBe(false);
    reserved.release();
    server.close();
  });

  test('a port that nobody wished for is none that a client could be given for its own end', async () => {
    const [first = 0] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split('\t').map(Number);
    const reserved = await Promise.all(Array.from({ length: 20 }, () => reservePort([])));
    expect(new Set(reserved.map(({ port }) => port)).size).toBe(20);
    for (const { port } of reserved) expect(port).toBeLessThan(first);
    for (const { release } of reserved) release();
  });

  test('a port that is reserved is not given to a second asker until it is released', async () => {
    const first = await reservePort([]);
    const second = await reservePort([first.port]);
    expect(second.port).not.toBe(first.port);
    first.release();
    second.release();
  });
});
