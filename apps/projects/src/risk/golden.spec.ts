import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Risk } from './risk.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/risk.raised.v1.json'));

goldenEventsFold(Risk, golden, {
  closed: {
    events: ['raised.v1', 'assessed.v1', 'answer-time-moved.v1', 'answer-overdue.v1', 'answered.v1', 'closed.v1'],
    ends: { status: 'closed', kind: 'technical' },
  },
});
