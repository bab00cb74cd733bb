import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event, projection, service } from '@xietong/kernel';
import { requiredVariable, until } from '@xietong/testing';
import mongoose from 'mongoose';
import { z } from 'zod';
import { startService } from './service-process.ts';

test('a service that keeps nothing but a projection starts its consumer and its store', async () => {
  const rainBegun = event('rain.begun', 1, z.strictObject({}));
  const context = `forecasts-${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`;
  const rain = projection('rain', { context: 'weather', from: [rainBegun], apply: () => ({}) });
  const folder = mkdtempSync(join(tmpdir(), 'xietong-projection-'));
  const mongoUrl = requiredVariable('XIETONG_TEST_MONGO_URL');
  const [username, password] = ['ADMIN_USERNAME', 'ADMIN_PASSWORD'].map((name) => requiredVariable(`XIETONG_TEST_KAFKA_${name}`));
  const agency = { ref: 'NO-03/rcn', name: { zh: '气象', en: 'Weather' }, kafka: { username, password } };
  writeFileSync(join(folder, 'agencies.json'), JSON.stringify({ agencies: [agency] }));
  const started = await startService(service(context, { projections: [rain], problems: {} }), {
    environment: {
      XIETONG_MONGO_URL: mongoUrl,
      XIETONG_KAFKA_BROKERS: requiredVariable('XIETONG_TEST_KAFKA_BROKERS'),
      XIETONG_KAFKA_USERNAME: username,
      XIETONG_KAFKA_PASSWORD: password,
      XIETONG_AGENCIES_FILE: join(folder, 'agencies.json'),
      XIETONG_OIDC_ISSUER: 'http://127.0.0.1:1/realms/none',
      XIETONG_PSEUDONYM_KEY: 'a key for tests, known to all of us',
      LOG_LEVEL: 'error',
    },
  });
  const readiness = async () => (await (await fetch(`http://127.0.0.1:${started.port}/readyz`)).json()) as object;
  await until('it is ready', async () => JSON.stringify(await readiness()).includes('"consumer rain":"up"'), 30_000);
  expect(await readiness()).toMatchObject({ checks: { mongo: 'up', kafka: 'up' } });
  await started.stop('the test is over');
  rmSync(folder, { recursive: true });
  const connection = await mongoose.createConnection(mongoUrl).asPromise();
  await connection.useDb(`xietong-${context}`).dropDatabase();
  await connection.close();
});
