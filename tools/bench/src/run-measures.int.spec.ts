import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requiredVariable } from '@xietong/testing';
import { runMeasures } from './run-measures.ts';

test('a measure runs on real engines and answers a line with its figure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-'));
  const engines = {
    mongo: { url: requiredVariable('XIETONG_TEST_MONGO_URL') },
    kafka: {
      brokers: requiredVariable('XIETONG_TEST_KAFKA_BROKERS').split(','),
      admin: {
        username: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_USERNAME'),
        password: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_PASSWORD'),
      },
    },
  };
  const lines = await runMeasures(['authentication'], { engines, folder, rounds: 1, report: () => undefined });
  rmSync(folder, { recursive: true });
  expect(lines).toMatchObject([{ id: '6', unit: 'ratio', goal: { atLeast: 0.9 } }]);
  expect(lines[0]?.figure.median).toBeGreaterThan(0);
}, 120_000);
