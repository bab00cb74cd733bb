import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Application } from './application.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/application.drafted.v1.json'));
const submitted = ['drafted.v1', 'edited.v1', 'submitted.v1'];
const publicised = [...submitted, 'declared-eligible.v1', 'shortlisted.v1', 'publicised.v1'];

goldenEventsFold(Application, golden, {
  approved: {
    events: [
      ...publicised,
      'objected.v1',
      'objection-resolved.v1',
      'decision-time-moved.v1',
      'decision-reminded.v1',
      'decision-escalated.v1',
      'approved.v1',
    ],
    ends: { status: 'approved', call: 'CN-331082.kjj.2026-01' },
  },
  refused: { events: [...publicised, 'refused.v1'], ends: { status: 'refused' } },
  ineligible: { events: [...submitted, 'declared-ineligible.v1'], ends: { status: 'ineligible' } },
  lapsed: { events: [...submitted, 'returned.v1', 'lapsed.v1'], ends: { status: 'lapsed' } },
  withdrawn: { events: ['drafted.v1', 'withdrawn.v1'], ends: { status: 'withdrawn' } },
});
