import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import perfHooks from 'node:perf_hooks';
import { until } from '@xietong/testing';
import { type Metrics, metricsOf } from './metrics.ts';

test('the metrics are refreshed before each reading', async () => {
  let depth = 0;
  const metrics = metricsOf('harbour', async ({ outboxDepth }) => outboxDepth.set({ collection: 'berths' }, (depth += 1)), fail);
  await metrics.text();
  expect(await metrics.text()).toContain('xietong_outbox_documents{collection="berths",service="harbour"} 2');
});

test('metrics that cannot be refreshed are read as they were, and the fault is reported', async () => {
  const faults: unknown[] = [];
  const away = new Error('the database does not answer');
  const metrics = metricsOf(
    'harbour',
    () => Promise.reject(away),
    (...fault) => faults.push(fault),
  );
  metrics.faults.inc({ what: 'the database does not answer yet' });
  expect(await metrics.text()).toContain('xietong_faults_total{what="the database does not answer yet",service="harbour"} 1');
  expect(faults).toEqual([['the metrics are not refreshed', away]]);
});

test('a scrape is answered although the engines are not, and they are asked no second time meanwhile', async () => {
  const faults: string[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let asked = 0;
  const refresh = ({ outboxDepth }: Metrics) => {
    asked += 1;
    return promise.then(() => outboxDepth.set({ collection: 'berths' }, 5));
  };
  const metrics = metricsOf('harbour', refresh, (what) => faults.push(what), 1);
  expect(await metrics.text()).not.toContain('collection="berths"');
  expect(await metrics.text()).not.toContain('collection="berths"');
  expect([asked, faults]).toEqual([1, ['the metrics are not refreshed in time', 'the metrics are not refreshed in time']]);
  resolve(undefined);
  await until('they are refreshed', async () => (await metrics.text()).includes('collection="berths",service="harbour"} 5'));
});

test('the memory that the process may take is more than it holds', async () => {
  const text = await metricsOf('harbour', async () => undefined, fail).text();
  const [limit, held] = ['xietong_memory_limit_bytes', 'process_resident_memory_bytes'].map((name) =>
    Number(new RegExp(`^${name}\\{.*\\} (.*)$`, 'm').exec(text)?.[1]),
  );
  expect(held).toBeGreaterThan(0);
  expect(limit).toBeGreaterThan(held as number);
});

function fail(what: string): never {
  throw new Error(what);
}

test('the lag of the event loop is looked for ten times a second, and the dashboard takes that period off', () => {
  const looks = jest.spyOn(perfHooks, 'monitorEventLoopDelay');
  metricsOf('harbour', () => Promise.resolve(), fail);
  expect(looks).toHaveBeenCalledWith({ resolution: 100 });
  looks.mockRestore();
  const dashboard = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'ops', 'dashboard.json'), 'utf8');
  expect(dashboard).toContain(String.raw`"nodejs_eventloop_lag_p99_seconds{service=~\"$service\"} - 0.1"`);
});
