import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { serve, serverLimits } from './serve.ts';

const reading: RequestListener = (request, response) => void request.on('end', () => response.end('read')).resume();
const impatient = { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 };

/** All that comes back for these bytes until the connection is closed. */
async function exchange(sent: string, listener = reading, limits = {}): Promise<string> {
  const { port, stop } = await serve(() => listener, { port: 0, host: '127.0.0.1', limits, unreadyFirst: () => Promise.resolve() });
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (part: Buffer) => (received += part.toString()));
  socket.write(sent);
  await once(socket, 'close');
  await stop();
  return received;
}

const upload = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{';

test.each([
  ['an upload that does not end', 408, 'upload-too-slow', upload],
  ['headers that do not end', 408, 'upload-too-slow', 'GET / HTTP/1.1\r\nHost: a\r\n'],
  [
    'headers that are too large',
    431,
    'headers-too-large',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(serverLimits.maxHeaderSize)}\r\n\r\n`,
  ],
  ['what is no HTTP', 400, 'request-malformed', 'hello\r\n\r\n'],
])("for %s the edge answers %i in its own form, '%s'", async (_, status, code, sent) => {
  const [head = '', body = ''] = (await exchange(sent, reading, impatient)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
  expect(head).toContain('\r\nContent-Type: application/problem+json; charset=utf-8\r\n');
  expect(head).toContain(`\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`);
  expect(JSON.parse(body)).toEqual({
    type: `urn:xietong:problem:${code}`,
    title: expect.stringMatching(/\p{Script=Han}/u),
    status,
    code,
    remedy: expect.stringMatching(/\p{Script=Han}/u),
    traceid: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('an answer that has begun is broken off, and no problem is written into it', async () => {
  const begins: RequestListener = (_request, response) => void response.write('begun');
  const received = await exchange(upload, begins, impatient);
  expect(received).toContain('begun');
  expect(received).not.toContain('408');
});
