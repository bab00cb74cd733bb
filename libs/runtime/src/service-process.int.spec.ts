import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event, projection, service } from '@xietong/kernel';
import { enginesUnderTest, until } from '@xietong/testing';
import mongoose from 'mongoose';
import { z } from 'zod';
import { serviceEnvironment } from './config/testing/service-environment.ts';
import { startService } from './service-process.ts';

test('a service that keeps nothing but a projection starts its consumer, which stands for all that it follows, and its store', async () => {
  const rainBegun = event('rain.begun', 1, z.strictObject({}));
  const context = `forecasts-${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`;
  const rain = projection('rain', { context: 'weather', from: [rainBegun], apply: () => ({}) });
  const folder = mkdtempSync(join(tmpdir(), 'xietong-projection-'));
  const engines = enginesUnderTest();
  const started = await startService(service(context, { projections: [rain], problems: {} }), {
    environment: {
      ...serviceEnvironment(engines, { folder, issuer: 'http://127.0.0.1:1/realms/none', agencies: ['NO-03/rcn'] }),
      LOG_LEVEL: 'error',
    },
  });
  const readiness = async () => (await (await fetch(`http://127.0.0.1:${started.port}/readyz`)).json()) as object;
  await until('it is ready', async () => JSON.stringify(await readiness()).includes('"consumer events":"up"'), 30_000);
  expect(await readiness()).toMatchObject({ checks: { mongo: 'up', kafka: 'up' } });
  await started.stop('the test is over');
  rmSync(folder, { recursive: true });
  const connection = await mongoose.createConnection(engines.mongo.url).asPromise();
  await connection.useDb(`xietong-${context}`).dropDatabase();
  await connection.close();
});
