import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { provisionTopics } from '@xietong/runtime';
import { until } from '@xietong/testing';
import { pino } from 'pino';
import { agency, broker, mongoUrl } from './sealed-service.fixture.ts';

/** The projects service as a process of its own, with everything that it says of itself. */
export interface ObservedService {
  readonly url: string;
  /** Standard output and error, at the most talkative level. */
  logs(): string;
  /** What it sends to a trace viewer. */
  spans(): string;
  /** Ends it in order, so that its last spans are out. */
  stop(): Promise<void>;
}

/** Starts it on real engines, for the agency of this run. */
export async function startObservedService(issuerUrl: string): Promise<ObservedService> {
  const { username, password } = broker;
  await provisionTopics(broker, { agencies: [agency], contexts: ['projects'], partitions: 3, readers: [] }, pino({ level: 'silent' }));
  const folder = mkdtempSync(join(tmpdir(), 'xietong-observed-'));
  const agenciesFile = join(folder, 'agencies.json');
  writeFileSync(
    agenciesFile,
    JSON.stringify({ agencies: [{ ref: agency, name: { zh: '试', en: 'Test' }, kafka: { username, password } }] }),
  );
  const sink = await startSpanSink();
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'apps', 'projects', 'src', 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'debug',
      XIETONG_MONGO_URL: mongoUrl,
      XIETONG_KAFKA_BROKERS: broker.brokers.join(','),
      XIETONG_KAFKA_USERNAME: username,
      XIETONG_KAFKA_PASSWORD: password,
      XIETONG_AGENCIES_FILE: agenciesFile,
      XIETONG_OIDC_ISSUER: issuerUrl,
      XIETONG_PSEUDONYM_KEY: 'a key for this test and nothing else',
      OTEL_TRACES_EXPORTER: 'zipkin',
      OTEL_EXPORTER_ZIPKIN_ENDPOINT: sink.url,
    },
  });
  const logs = said(child);
  const ended = once(child, 'exit');
  await until('the service has started', () => logs().includes('"msg":"started"') || child.exitCode !== null);
  const port = /"port":(\d+)/.exec(logs())?.[1];
  if (port === undefined) throw new Error(`the service did not listen: ${logs()}`);
  return {
    url: `http://127.0.0.1:${port}`,
    logs,
    spans: sink.received,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      sink.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function said({ stdout, stderr }: ChildProcess): () => string {
  let all = '';
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', (some: string) => (all += some));
  return () => all;
}

async function startSpanSink() {
  let all = '';
  const server = createServer((request, response) => {
    void text(request).then((some) => {
      all += some;
      response.writeHead(202).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/spans`,
    received: () => all,
    close: () => void server.close(),
  };
}
