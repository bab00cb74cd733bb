// A process that is there to be killed: the write path of the tally service on real engines, whose ports end it by SIGKILL at
// one point of the protocol. It reads commands as lines of JSON and answers each with its outcome.
import { createHash, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Instant } from '@xietong/domain';
import { officer } from '@xietong/testing';
import { pino } from 'pino';
import type { OutgoingMessage } from '../bus/bus.ts';
import { KafkaBus } from '../bus/kafka-bus.ts';
import { Tallies, tallies } from '../commit/testing/tally.ts';
import { mongoStore } from '../store/mongo-store.ts';
import type { Collection, Store } from '../store/store.ts';
import { metricsOf } from '../telemetry/metrics.ts';
import { noTracing } from '../telemetry/tracing.ts';
import { startWritePath } from '../write-path.ts';
import { type Blow, Order, Victim } from './protocol.ts';

const { mongoUrl, database, brokers, username, password, blow } = Victim.parse(JSON.parse(process.argv[2] ?? ''));

let calls = 0;
/** Ends the process when the point of the blow is reached for the given time. */
function strike(point: Blow['point'], side: Blow['side']): void {
  if (blow.point !== point || blow.side !== side) return;
  calls += 1;
  if (calls === blow.onCall) process.kill(process.pid, 'SIGKILL');
}

const deadly =
  <Args extends unknown[], Result>(point: Blow['point'], work: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    strike(point, 'before');
    const result = await work(...args);
    strike(point, 'after');
    return result;
  };

const deadlyCollection = (collection: Collection): Collection => ({
  ...collection,
  write: deadly('write', collection.write),
  markSent: deadly('mark', collection.markSent),
});

async function connect(): Promise<Store> {
  const store = await mongoStore(mongoUrl, database);
  return { ...store, collection: async (name, found) => deadlyCollection(await store.collection(name, found)) };
}

const log = pino({ level: 'silent' });
const bus = new KafkaBus({
  credentials: { brokers, username, password },
  agencies: [{ ref: 'NO-03/rcn', kafka: { username, password } }],
  log,
});
const path = await startWritePath({
  service: tallies,
  agencies: [],
  connect,
  bus: {
    publish: deadly('publish', (batch: readonly OutgoingMessage[]) => bus.publish(batch)),
    consume: (request) => bus.consume(request),
    ping: () => bus.ping(),
    close: () => bus.close(),
  },
  tracing: noTracing,
  metrics: metricsOf(
    'victim',
    async () => undefined,
    () => undefined,
  ),
  fault: (what, fault) => process.stderr.write(`${what}: ${String(fault)}\n`),
  now: () => new Date().toISOString() as Instant,
  newId: randomUUID,
});

process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const { n, command, id, key, input } = Order.parse(JSON.parse(line));
  const payloadHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  void path.commands
    .run({
      aggregate: Tallies,
      command,
      ...(id === undefined ? {} : { id }),
      input,
      actor: officer('NO-03/rcn'),
      idempotencyKey: key,
      payloadHash,
      ifMatch: '*',
    })
    .then((outcome) => process.stdout.write(`${JSON.stringify({ n, kind: outcome.kind })}\n`));
}
await path.stop(30_000);
await bus.close();
await path.store.close();
