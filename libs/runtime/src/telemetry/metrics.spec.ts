import { metricsOf } from './metrics.ts';

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

function fail(what: string): never {
  throw new Error(what);
}
