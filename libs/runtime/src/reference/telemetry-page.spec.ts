import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { telemetryPage } from './telemetry-page.ts';

test('the telemetry page lists what the definitions have; after a change that is meant: npx nx golden @xietong/runtime', async () => {
  const committed = readFileSync(join(__dirname, '../../../../docs/telemetry.md'), 'utf8');
  expect(await telemetryPage()).toBe(committed);
});

test('it lists spans with their attributes, metrics with their labels, and those of the process', async () => {
  const page = await telemetryPage();
  expect(page).toContain('| `publish` | producer | `{context} publish` |');
  expect(page).toContain('| `xietong_parked_messages` | gauge | service, consumer, agency, reason |');
  expect(page).toContain('| `xietong_faults_total` | counter | service, what |');
  expect(page).toContain('| `process_resident_memory_bytes` | gauge | service |');
});
