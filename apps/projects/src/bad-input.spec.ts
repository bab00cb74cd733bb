import { describeBadInput } from '@xietong/runtime/bad-input';
import { publication } from './call/example.fixture.ts';
import { done, milestones, registration } from './project/example.fixture.ts';
import { projects } from './projects.ts';
import { content } from './showcase/example.fixture.ts';

// The trial's day is 2026-06-01; a call is for everyone to read.
const publish = { ...publication, opensAt: '2026-05-01T08:00:00.000Z', closesAt: '2026-07-01T08:00:00.000Z' };
const draft = { call: 'NO-03.rcn.2026-01', content: {} };
const project = 'NO-03.rcn.951956';
const raise = { project, kind: 'technical', description: '供货中断' };
const nominate = { project, ...content };
describeBadInput(projects, {
  inputs: { publish, draft, register: registration, raise, nominate },
  before: {
    nominate: [
      ['projects', 'setPlan', { milestones }],
      ['projects', 'reportProgress', { on: '2026-05-31', milestones: done(100, 100, 100) }],
      ['projects', 'complete', {}],
    ],
  },
  openToAll: ['calls'],
});
