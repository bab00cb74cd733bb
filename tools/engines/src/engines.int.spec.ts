import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import type { EngineAddresses } from './addresses.ts';
import type { EngineStatus } from './status.ts';
import { until } from './until.ts';

const cli = join(import.meta.dirname, 'cli.ts');
const stateDir = mkdtempSync(join(tmpdir(), 'engines-int-'));
const environment = { ...process.env, XIETONG_ENGINES: 'native' };

/** The functions, as other tools use them; in a process of its own, since Jest cannot load the Kafka client's ES modules. */
const inProcess = (script: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { createScramUsers, downEngines, findEngines, upEngines } = await import('${join(import.meta.dirname, 'index.ts')}');
       const stateDir = '${stateDir}';
       ${script}`,
    ],
    { encoding: 'utf8', env: environment },
  );

/** The command line, as a person uses it. */
function engines(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words, '--state', stateDir], {
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`engines ${words.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}
const up = () => JSON.parse(engines('up', '--json')) as EngineAddresses;
const status = () =>
  (JSON.parse(engines('status', '--json')) as { engines: EngineStatus[] }).engines.filter(({ engine }) => engine !== 'zipkin');
const pids = () => Object.fromEntries(status().map(({ engine, pid }) => [engine, pid]));

async function inMongo<T>({ mongo }: EngineAddresses, work: (notes: mongoose.mongo.Collection<{ _id: string }>) => Promise<T>): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(mongo.url, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client.db('int').collection<{ _id: string }>('notes'));
  } finally {
    await client.close();
  }
}

const kafkaAs = ({ kafka }: EngineAddresses, { username, password } = kafka.admin) =>
  new Kafka({
    brokers: kafka.brokers,
    sasl: { mechanism: 'scram-sha-256', username, password },
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });

async function inKafka<T>(addresses: EngineAddresses, work: (kafka: Kafka, admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
  const kafka = kafkaAs(addresses);
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(kafka, admin);
  } finally {
    await admin.disconnect();
  }
}

async function asKeycloakAdmin({ keycloak }: EngineAddresses, path: string, body?: object): Promise<Response> {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...keycloak.admin });
  const login = await fetch(`${keycloak.url}/realms/master/protocol/openid-connect/token`, { method: 'POST', body: form });
  const { access_token } = (await login.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  return fetch(`${keycloak.url}/admin/realms/xietong${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
}

const holdPort = (port: number) =>
  new Promise<() => void>((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(() => void server.close()));
  });

const commandLines = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => spawnSync('cat', [`/proc/${pid}/cmdline`], { encoding: 'utf8' }).stdout);

describe('a set of engines', () => {
  let addresses: EngineAddresses;
  beforeAll(async () => {
    addresses = up();
    await inMongo(addresses, (notes) => notes.insertOne({ _id: 'before' }, { writeConcern: { w: 'majority', journal: true } }));
    await inKafka(addresses, async (kafka, admin) => {
      await admin.createTopics({ topics: [{ topic: 'notes', numPartitions: 1 }], waitForLeaders: true });
      const producer = kafka.producer();
      await producer.connect();
      await producer.send({ topic: 'notes', acks: -1, messages: [{ value: 'before' }] });
      await producer.disconnect();
    });
    expect((await asKeycloakAdmin(addresses, '/users', { username: 'before', enabled: true })).status).toBe(201);
    // From an empty cache it downloads and builds first.
  }, 600_000);
  afterAll(() => {
    engines('reset');
    rmSync(stateDir, { recursive: true, force: true });
  });

  const expectData = async () => {
    expect(await inMongo(addresses, (notes) => notes.countDocuments())).toBe(1);
    expect(await inKafka(addresses, (_, admin) => admin.fetchTopicOffsets('notes'))).toMatchObject([{ partition: 0, offset: '1' }]);
    expect(await (await asKeycloakAdmin(addresses, '/users?username=before')).json()).toHaveLength(1);
  };

  test('up again changes nothing: the same processes at the same addresses', () => {
    const before = pids();
    expect(up()).toEqual(addresses);
    expect(pids()).toEqual(before);
  });

  test('two that start at once get one set', async () => {
    const before = pids();
    const starts = [0, 1].map(() => spawn(process.execPath, [cli, 'up', '--state', stateDir], { env: environment, stdio: 'ignore' }));
    expect(await Promise.all(starts.map((start) => new Promise((resolve) => start.once('close', resolve))))).toEqual([0, 0]);
    expect(pids()).toEqual(before);
  });

  test.each(['mongo', 'kafka', 'keycloak'])(
    '%s killed with -9 is started again with its data, at the same address, and the others run on',
    async (victim) => {
      const before = pids();
      process.kill(before[victim] as number, 'SIGKILL');
      await until(
        async () => status().some(({ engine, state }) => engine === victim && state === 'died'),
        10_000,
        () => `${victim} still runs`,
      );
      expect(up()).toEqual(addresses);
      const after = pids();
      expect(after[victim]).not.toBe(before[victim]);
      expect({ ...after, [victim]: 0 }).toEqual({ ...before, [victim]: 0 });
      await expectData();
    },
  );

  test('all killed with -9, and the one who starts them again too: the next start brings up one set with its data', async () => {
    for (const pid of Object.values(pids())) process.kill(pid as number, 'SIGKILL');
    const starter = spawn(process.execPath, [cli, 'up', '--state', stateDir], { env: environment, stdio: 'ignore' });
    await until(
      async () => status().some(({ state }) => state === 'starting' || state === 'serves'),
      30_000,
      () => 'nothing was started',
    );
    starter.kill('SIGKILL');
    expect(up()).toEqual(addresses);
    await expectData();
    const mongods = commandLines().filter((line) => line.includes(`${stateDir}/mongo/data`));
    expect(mongods).toHaveLength(1);
  });

  test('where ports were taken by others meanwhile, the engines move to free ones with their data', async () => {
    engines('down');
    const held = [addresses.mongo.url, `kafka://${addresses.kafka.brokers[0]}`, addresses.keycloak.url].map((address) =>
      Number(new URL(address).port),
    );
    const releases = await Promise.all(held.map(holdPort));
    const moved = up();
    for (const port of held) expect(JSON.stringify(moved)).not.toContain(`127.0.0.1:${port}`);
    addresses = moved;
    await expectData();
    for (const release of releases) release();
  });

  test('Kafka users are made in one request, and log in with their password only', async () => {
    const users = ['CN-331082.kjj', 'NO-03.rcn', 'projects', 'reporting', 'it'].map((username) => ({
      username,
      password: `pässwörd of ${username}`,
    }));
    const made = inProcess(`await createScramUsers(await findEngines({ stateDir }), ${JSON.stringify(users)});`);
    expect(made.stderr).toBe('');
    const logIn = async (user: { username: string; password: string }) => {
      const admin = kafkaAs(addresses, user).admin();
      await admin.connect();
      await admin.disconnect();
    };
    for (const user of users) await logIn(user);
    await expect(logIn({ username: 'projects', password: 'guessed' })).rejects.toThrow(/authentication/i);
  });

  test('a start that is under way ends at once when the same process stops the engines', () => {
    engines('down');
    const { stdout } = inProcess(`
      const { existsSync } = await import('node:fs');
      const up = upEngines({ stateDir, report: () => {} }).then(() => 'up', (fault) => fault.message);
      while (!existsSync(stateDir + '/keycloak.pid')) await new Promise((resolve) => setTimeout(resolve, 20));
      await downEngines({ stateDir });
      console.log(await up);`);
    expect(stdout).toContain('was stopped while it started');
    expect(status().map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  test('down leaves no process, and reset no data', () => {
    engines('down');
    expect(commandLines().filter((line) => line.includes(stateDir) && /java|mongod/.test(line))).toEqual([]);
    expect(status().map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped']);
    expect(engines('reset')).toContain(join(stateDir, 'mongo'));
    expect(existsSync(stateDir)).toBe(false);
  });
});
