import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCloudEvent } from '@xietong/kernel';
import { enginesUnderTest, type Random, randomOf } from '@xietong/testing';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { KafkaBus } from '../bus/kafka-bus.ts';
import { provisionTopics } from '../bus/kafka-provision.ts';
import { Tallies } from '../commit/testing/tally.ts';
import { mongoStore } from '../store/mongo-store.ts';
import { type Blow, type Order, Report, type Victim } from './protocol.ts';

// `npm run faults` asks for more.
const killsAtEachPoint = Number(process.env['XIETONG_TEST_KILLS'] ?? 20);
// The topic keeps what earlier runs wrote, so each run counts on tallies of its own.
const runId = randomUUID().slice(0, 8);
const tallyNames = ['a', 'b', 'c', 'd', 'e'].map((name) => `${runId}-${name}`);
const topic = 'NO-03.rcn.tallies';
/** How soon a client that was told to come again does so. */
const comeAgainMs = 100;

// One number decides every blow, so that a failure can be had again.
const seed = Number(process.env['XIETONG_TEST_SEED'] ?? Date.now() % 1_000_000);

class Driver {
  readonly acknowledged = new Set<number>();
  readonly unanswered = new Map<number, Order>();
  /** What no command should have been answered. */
  readonly unexpected: string[] = [];
  duplicates = 0;
  kills = 0;
  #next = 0;
  readonly #victim: Omit<Victim, 'blow'>;
  constructor(victim: Omit<Victim, 'blow'>) {
    this.#victim = victim;
  }

  order(command: string, input: object, id?: string): Order {
    this.#next += 1;
    const order = { n: this.#next, command, key: `key-${this.#next}`, input, ...(id === undefined ? {} : { id }) };
    this.unanswered.set(order.n, order);
    return order;
  }

  /** Starts a victim, sends it everything unanswered and some new commands, and resolves when it is dead or has answered all. */
  async round(blow: Blow, fresh: number, random: Random): Promise<void> {
    const child = this.#spawn(blow);
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    const send = (order: Order): void => void child.stdin.write(`${JSON.stringify(order)}\n`);
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report = Report.parse(JSON.parse(line));
      if ('ready' in report) {
        for (let i = 0; i < fresh; i += 1) this.order('add', { amounts: [1] }, random.pick(tallyNames));
        for (const order of this.unanswered.values()) send(order);
      } else if (report.kind === 'done') {
        this.acknowledged.add(report.n);
        this.unanswered.delete(report.n);
      } else if (report.kind === 'overloaded') {
        // Killed again and again before it could mark, a process leaves more waiting than it takes; the next one's sweep sends it.
        const refused = this.unanswered.get(report.n);
        if (refused) setTimeout(send, comeAgainMs, refused);
        return;
      } else {
        this.unexpected.push(report.kind);
        child.kill('SIGTERM');
      }
      this.#endWhenAnswered(child, blow);
    });
    if ((await ended) === 'SIGKILL') this.kills += 1;
  }

  /** Lets a process live, without a command, until nothing waits: what earlier ones left is found by its sweep. */
  async settle(pendingCount: () => Promise<number>): Promise<void> {
    const child = this.#spawn({ point: 'none', side: 'before', onCall: 1 });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdout.resume();
    while ((await pendingCount()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.stdin.end();
    await ended;
  }

  #spawn(blow: Blow) {
    const victim: Victim = { ...this.#victim, blow };
    return spawn(process.execPath, [join(__dirname, 'victim.ts'), JSON.stringify(victim)], { stdio: ['pipe', 'pipe', 'inherit'] });
  }

  // A victim with a blow to come keeps getting work until it falls; one without ends when it has answered everything.
  #endWhenAnswered(child: ChildProcess, blow: Blow): void {
    if (this.unanswered.size > 0) return;
    if (blow.point === 'none') child.stdin?.end();
    else child.stdin?.write(`${JSON.stringify(this.order('add', { amounts: [1] }, tallyNames[0]))}\n`);
  }
}

describe('a process killed in the middle of the write path', () => {
  const { mongo, kafka } = enginesUnderTest();
  const [mongoUrl, { brokers, admin }] = [mongo.url, kafka];
  const database = `test-${randomUUID()}`;
  const log = pino({ level: 'silent' });
  const driver = new Driver({ mongoUrl, database, brokers, ...admin });

  beforeAll(async () => {
    await provisionTopics({ brokers, ...admin }, { agencies: ['NO-03/rcn'], contexts: ['tallies'], partitions: 3, readers: [] }, log);
    for (const name of tallyNames) driver.order('begin', { name });
    await driver.round({ point: 'none', side: 'before', onCall: 1 }, 0, randomOf(seed));
  });

  afterAll(async () => {
    const connection = await mongoose.createConnection(mongoUrl).asPromise();
    await connection.useDb(database).dropDatabase();
    await connection.close();
  });

  it.each(['write', 'publish', 'mark'] as const)(
    `at its %s, ${killsAtEachPoint} times, leaves every acknowledged command to the next one`,
    async (point) => {
      const random = randomOf(seed).fork(point);
      const before = driver.kills;
      while (driver.kills < before + killsAtEachPoint && driver.unexpected.length === 0) {
        const side = random.pick(['before', 'after'] as const);
        await driver.round({ point, side, onCall: 1 + random.whole(3) }, 10, random);
      }
      await driver.round({ point: 'none', side: 'before', onCall: 1 }, 0, random);
      expect({ seed, unexpected: driver.unexpected, unanswered: driver.unanswered.size }).toEqual({ seed, unexpected: [], unanswered: 0 });
    },
    killsAtEachPoint * 15_000,
  );

  it('has lost nothing and done nothing twice: acknowledged = documents = journal = topic, without a gap', async () => {
    const store = await mongoStore(mongoUrl, database);
    const tallies = await store.collection(Tallies.collection, { keys: ['sum'], tags: [] });
    await driver.settle(tallies.pendingCount);
    const documents = await tallies.load(tallyNames);
    const journalled = (await Promise.all(tallyNames.map((name) => store.journal.read(`tally/${name}`, 0, 100_000)))).flat();
    await store.close();
    const { ids, duplicates, gaps } = await readTopic(new Set(journalled.map(({ id }) => id)));

    // Each command leaves one receipt, so a key that stands in the journal twice was carried out twice.
    const keys = journalled.map(({ receipt }) => receipt?.key);
    expect({ seed, doubled: keys.filter((key, i) => keys.indexOf(key) !== i).length }).toEqual({ seed, doubled: 0 });
    const additions = documents.reduce((sum, document) => sum + (document?.state as { sum: number }).sum, 0);
    expect({ seed, effects: additions + tallyNames.length }).toEqual({ seed, effects: driver.acknowledged.size });
    expect(documents.reduce((sum, document) => sum + (document?.version ?? 0), 0)).toBe(driver.acknowledged.size);
    expect(journalled).toHaveLength(driver.acknowledged.size);
    expect([...ids].sort()).toEqual(journalled.map(({ id }) => id).sort());
    expect(gaps).toEqual([]);
    // Kills between publish and mark make the next process send again: had that not been seen, the blows would have missed.
    expect(duplicates).toBeGreaterThan(0);
  }, 60_000);

  async function readTopic(expected: ReadonlySet<string>) {
    const bus = new KafkaBus({ credentials: { brokers, ...admin }, agencies: [], log });
    const ids = new Set<string>();
    const applied = new Map<string, number>();
    const gaps: string[] = [];
    let duplicates = 0;
    let complete: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (complete = resolve));
    const consumption = await bus.consume({
      group: `test-${randomUUID()}`,
      topics: new RegExp(`^${topic.replaceAll('.', '\\.')}$`),
      positions: async () => [],
      async handle({ topic: from, messages }) {
        for (const message of messages) {
          const incoming = readCloudEvent(`/${from.replaceAll('.', '/')}`, message.key, message.value);
          if ('unreadable' in incoming) throw new Error(`${incoming.unreadable}: ${incoming.detail}`);
          const { event, version } = incoming;
          if (!expected.has(event.id)) continue;
          const last = applied.get(event.subject) ?? 0;
          if (ids.has(event.id)) duplicates += 1;
          if (version > last + 1) gaps.push(event.id);
          ids.add(event.id);
          applied.set(event.subject, Math.max(last, version));
        }
        if (ids.size === expected.size) complete();
      },
    });
    await all;
    await consumption.stop();
    await bus.close();
    return { ids, duplicates, gaps };
  }
});
