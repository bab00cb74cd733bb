import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Project } from './project.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/project.registered.v1.json'));
const planned = ['registered.v1', 'participants-amended.v1', 'plan-set.v1'];
const warned = [...planned, 'progress-reported.v1', 'warned.v1', 'warning-escalated.v1', 'warning-answered.v1'];

goldenEventsFold(Project, golden, {
  completed: {
    events: [...warned, 'adjusted.v1', 'suspended.v1', 'resumed.v1', 'completed.v1'],
    ends: { status: 'completed', number: '951956' },
  },
  exited: { events: [...planned, 'suspended.v1', 'exited.v1'], ends: { status: 'exited', number: '951956' } },
});
