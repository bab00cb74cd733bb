import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Target } from './target.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-reporting/golden/target.set.v1.json'));

goldenEventsFold(Target, golden, {
  'behind for a second quarter': { events: ['set.v1', 'revised.v1', 'assessed.v1', 'fell-behind.v1'], ends: { status: 'running' } },
});
