import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enginesUnderTest } from '@xietong/testing';
import { runMeasures } from './run-measures.ts';

test('a measure runs on real engines and answers a line with its figure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-'));
  const lines = await runMeasures(['authentication'], { engines: enginesUnderTest(), folder, rounds: 1, report: () => undefined });
  rmSync(folder, { recursive: true });
  expect(lines).toMatchObject([{ id: '6', unit: 'ratio', goal: { atLeast: 0.9 } }]);
  expect(lines[0]?.figure.median).toBeGreaterThan(0);
}, 120_000);
