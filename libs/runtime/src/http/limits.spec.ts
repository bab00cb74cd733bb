import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { httpServer, serverLimits } from './limits.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const reading: RequestListener = (request, response) => void request.on('end', () => response.end('read')).resume();
const impatient = { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 };
const upload = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{';

async function exchange(sent: string, limits = {}, listener = reading): Promise<string> {
  server = httpServer(listener, limits).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(sent);
  let received = '';
  socket.on('data', (part: Buffer) => (received += part.toString()));
  await once(socket, 'close');
  return received;
}
const problemIn = (received: string) => JSON.parse(received.slice(received.indexOf('\r\n\r\n')));

test('an upload that does not end in time is told 408 as a problem', async () => {
  const received = await exchange(upload, impatient);
  expect(received).toMatch(/^HTTP\/1.1 408 Request Timeout\r\nContent-Type: application\/problem\+json/);
  expect(problemIn(received)).toMatchObject({ code: 'upload-too-slow', status: 408, title: '上传超时' });
});

test('an answer that has begun is broken off, and no problem is written into it', async () => {
  const received = await exchange(upload, impatient, (_request, response) => void response.write('begun'));
  expect(received).toContain('begun');
  expect(received).not.toContain('408');
});

test('headers that are too large are told 431', async () => {
  const received = await exchange(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(serverLimits.maxHeaderSize)}\r\n\r\n`);
  expect(problemIn(received)).toMatchObject({ code: 'headers-too-large', status: 431 });
});

test('what is no HTTP is told 400', async () => {
  expect(problemIn(await exchange('hello\r\n\r\n'))).toMatchObject({ code: 'request-malformed', status: 400 });
});

test('a caller has two minutes to send a file, the longest of all; each route cuts shorter what may not take so long', () => {
  expect(serverLimits).toMatchObject({ requestTimeout: 120_000, headersTimeout: 10_000 });
});
