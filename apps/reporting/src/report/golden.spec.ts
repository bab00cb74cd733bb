import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Report } from './report.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-reporting/golden/report.drafted.v1.json'));

goldenEventsFold(Report, golden, {
  published: { events: ['drafted.v1', 'submitted.v1', 'approved.v1', 'published.v1'], ends: { status: 'published' } },
  returned: { events: ['drafted.v1', 'submitted.v1', 'returned.v1'], ends: { status: 'draft' } },
});
