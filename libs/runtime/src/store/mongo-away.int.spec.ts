import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { requiredVariable } from '@xietong/testing';
import mongoose from 'mongoose';
import { mongoStore } from './mongo-store.ts';
import { type Store, StoreUnavailable, type Write } from './store.ts';

/** A line to the database that can be cut: what is on it breaks, and nobody gets through any more. */
class Line {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(host: string, port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => {
      const far = connect(port, host);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        line.#sockets.add(one);
        one.on('error', () => undefined).on('close', () => other.destroy());
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

const url = new URL(requiredVariable('XIETONG_TEST_MONGO_URL'));
const database = `test-${randomUUID()}`;
let line: Line;
let store: Store;

beforeEach(async () => {
  line = await Line.to(url.hostname, Number(url.port));
  // To this address and no other: a replica set would name its own.
  store = await mongoStore(`mongodb://${line.address}/?directConnection=true`, database);
});

afterEach(async () => {
  line.cut();
  await store.close();
});

afterAll(async () => {
  const connection = await mongoose.createConnection(url.href).asPromise();
  await connection.useDb(database).dropDatabase();
  await connection.close();
});

const writeOf = (id: string, expected: number): Write => ({
  id,
  expected,
  version: expected + 1,
  agency: 'NO-03/rcn',
  state: {},
  audience: ['agency:NO-03/rcn'],
  keys: {},
  tags: {},
  head: '',
  events: [{ version: expected + 1, topic: 'topic', body: '{}' }],
  receipts: [{ key: randomUUID(), payload: '', version: expected + 1 }],
  now: '2026-01-01T00:00:00.000Z',
});

describe('while the database cannot be reached', () => {
  it.each([
    ['a first write', 0],
    ['a later write', 1],
  ])('%s is refused, and never taken for written', async (_, expected) => {
    const records = await store.collection('records', { keys: [], tags: [] });
    const id = randomUUID();
    if (expected > 0) await records.write([writeOf(id, 0)]);
    line.cut();
    await expect(records.write([writeOf(id, expected)])).rejects.toThrow(StoreUnavailable);
  });

  it('sent events are not taken for archived, nor for marked', async () => {
    const records = await store.collection('records', { keys: [], tags: [] });
    line.cut();
    const entry = { id: 'record/one/1', subject: 'record/one', version: 1, body: '{}' };
    await Promise.all([
      expect(store.journal.append([entry])).rejects.toThrow(StoreUnavailable),
      expect(records.markSent([{ id: 'one', version: 1 }])).rejects.toThrow(StoreUnavailable),
    ]);
  });
});
