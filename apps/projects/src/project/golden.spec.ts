import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Project } from './project.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/project.registered.v1.json'));
const planned = ['registered.v1', 'participants-amended.v1', 'plan-set.v1'];
const warned = [...planned, 'progress-reported.v1', 'warned.v1', 'warning-escalated.v1', 'warning-answered.v1'];
const helped = [...warned, 'assisted.v1', 'assistance-ended.v1'];
const evaluated = [...helped, 'evaluated-midway.v1', 'correction-escalated.v1', 'correction-reported.v1'];
const judged = [...evaluated, 'acceptor-appointed.v1', 'acceptance-requested.v1', 'rejected.v1', 'acceptance-requested.v1', 'accepted.v1'];

goldenEventsFold(Project, golden, {
  completed: {
    events: [...warned, 'adjusted.v1', 'suspended.v1', 'resumed.v1', 'completed.v1'],
    ends: { status: 'completed', number: '951956' },
  },
  accepted: {
    events: [...judged, 'followed-up.v1', 'follow-up-reminded.v1'],
    ends: { status: 'completed', number: '951956' },
  },
  exited: { events: [...planned, 'suspended.v1', 'exited.v1'], ends: { status: 'exited', number: '951956' } },
});
