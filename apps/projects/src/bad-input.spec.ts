import { describeBadInput } from '@xietong/runtime/bad-input';
import { publication } from './call/example.fixture.ts';
import { registration } from './project/example.fixture.ts';
import { projects } from './projects.ts';

// The trial's day is 2026-06-01; a call is for everyone to read.
const publish = { ...publication, opensAt: '2026-05-01T08:00:00.000Z', closesAt: '2026-07-01T08:00:00.000Z' };
const draft = { call: 'NO-03.rcn.2026-01', content: {} };
const raise = { project: 'NO-03.rcn.951956', kind: 'technical', description: '供货中断' };
describeBadInput(projects, { inputs: { publish, draft, register: registration, raise }, openToAll: ['calls'] });
