import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { enginesUnderTest, until } from '@xietong/testing';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { provisionTopics } from '../bus/kafka-provision.ts';
import { serviceEnvironment } from '../config/testing/service-environment.ts';
import { TokenIssuer } from '../http/testing/token-issuer.ts';
import { mongoStore } from '../store/mongo-store.ts';

interface Answer {
  readonly status: number;
  readonly id?: string;
}

describe('a service that is told to stop while it works', () => {
  const engines = enginesUnderTest();
  const { mongo, kafka } = engines;
  const folder = mkdtempSync(join(tmpdir(), 'xietong-stop-'));
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const runId = randomUUID().slice(0, 8);
  let issuer: TokenIssuer;
  let token: string;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    token = await issuer.sign({
      aud: ['xietong-tallies'],
      roles: ['officer'],
      realm_access: { roles: ['officer'] },
      region: 'NO-03',
      agency: 'rcn',
    });
    const provision = { agencies: ['NO-03/rcn'], contexts: ['tallies'], partitions: 3, readers: [] } as const;
    await provisionTopics({ brokers: kafka.brokers, ...kafka.admin }, provision, pino({ level: 'silent' }));
    child = spawn(process.execPath, [join(__dirname, 'served-tallies.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: '0',
        ...serviceEnvironment(engines, { folder, issuer: issuer.url, agencies: ['NO-03/rcn'] }),
      },
    });
    url = `http://127.0.0.1:${await portOf(child)}`;
  });

  afterAll(async () => {
    child.kill('SIGKILL');
    await issuer.stop();
    rmSync(folder, { recursive: true });
    const connection = await mongoose.createConnection(mongo.url).asPromise();
    await connection.useDb('xietong-tallies').dropDatabase();
    await connection.close();
  });

  it('turns unready first, finishes what it has begun, answers nobody with a fault, and leaves nothing unsent', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const answers: Answer[] = [];
    let refused = 0;
    let running = true;
    const worker = async (n: number): Promise<void> => {
      for (let i = 0; running; i += 1) {
        const answer = await post(agent, `${runId}-${n}-${i}`).catch(() => undefined);
        if (answer) answers.push(answer);
        else {
          // The door is closed: a load balancer would have gone elsewhere since the service turned unready.
          refused += 1;
          return;
        }
      }
    };
    const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    const workers = Array.from({ length: 16 }, (_, n) => worker(n));
    await until('two hundred are served', () => answers.length > 200);
    child.kill('SIGTERM');
    const servedBefore = answers.length;
    await until('it is unready', async () => (await statusOf('/readyz')) === 503);
    await until('it still serves', () => answers.length > servedBefore);
    expect(await exit).toBe(0);
    running = false;
    await Promise.all(workers);
    agent.destroy();

    expect(refused).toBeGreaterThan(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const store = await mongoStore(mongo.url, 'xietong-tallies');
    const tallies = await store.collection('tallies', { keys: ['sum'], tags: [] });
    const documents = await tallies.load(answers.map(({ id }) => id as string));
    const journalled = await Promise.all(answers.map(({ id }) => store.journal.read(`tally/${id}`, 0, 10)));
    expect(await tallies.pendingCount()).toBe(0);
    await store.close();
    expect(documents.filter((document) => document === undefined)).toEqual([]);
    expect(journalled.filter((entries) => entries.length !== 1)).toEqual([]);
    // The request's trace goes on in the event, so that a consumer can tell which request it came from.
    for (const [entry] of journalled) expect((JSON.parse(entry?.body ?? '{}') as { traceparent: string }).traceparent).toContain(traceId);
  }, 60_000);

  function post(agent: Agent, name: string): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': name,
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(`${url}/v1/tallies`, { agent, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { id } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { id?: string };
          resolve({ status: response.statusCode ?? 0, ...(id === undefined ? {} : { id }) });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify({ name }));
    });
  }

  async function statusOf(path: string): Promise<number> {
    return (await fetch(`${url}${path}`)).status;
  }
});

async function portOf(child: ChildProcess): Promise<number> {
  let port: number | undefined;
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    const { msg, port: listening } = JSON.parse(line) as { msg: string; port?: number };
    port ??= listening;
    if (msg === 'started') break;
  }
  child.stdout?.resume();
  if (port === undefined) throw new Error('the service ended before it listened');
  return port;
}
