import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Call } from './call.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/call.published.v1.json'));

goldenEventsFold(Call, golden, {
  closed: { events: ['published.v1', 'amended.v1', 'closed.v1'], ends: { status: 'closed', number: '2026-01' } },
});
