import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { ClockSetting } from './clock-setting.ts';
import type { ClockDoor } from './clock-files.ts';

/** Sets the clock, lets it look at once, and resolves with how many commands of its deadlines were given. */
export type SetClock = (setting: ClockSetting) => Promise<number>;

/** Opens the door at which the clock of this process is set: on 127.0.0.1, for who has the secret. */
export async function openClockDoor(set: SetClock): Promise<{ door: ClockDoor; close(): Promise<void> }> {
  const secret = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, secret, set).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (fault: unknown) => response.writeHead(400).end(JSON.stringify({ fault: fault instanceof Error ? fault.message : String(fault) })),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { door: { url: `http://127.0.0.1:${port}`, secret }, close: () => closed(server) };
}

async function answer(request: IncomingMessage, secret: string, set: SetClock): Promise<{ status: number; body: object }> {
  if (!isHolder(request, secret)) return { status: 401, body: { fault: 'the clock is moved by who has its secret' } };
  if (request.method !== 'PUT') return { status: 405, body: { fault: 'PUT a setting' } };
  return { status: 200, body: { struck: await set(ClockSetting.parse(await json(request))) } };
}

function isHolder({ headers }: IncomingMessage, secret: string): boolean {
  const [said, right] = [headers.authorization ?? '', `Bearer ${secret}`].map((words) => Buffer.from(words)) as [Buffer, Buffer];
  return said.length === right.length && timingSafeEqual(said, right);
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
