import { describeBadInput } from '@xietong/runtime/bad-input';
import { firm, foundation, pudong } from './alliance/example.fixture.ts';
import { publication } from './call/example.fixture.ts';
import { registration } from './project/example.fixture.ts';
import { projects } from './projects.ts';

// The trial's day is 2026-06-01; a call is for everyone to read.
const publish = { ...publication, opensAt: '2026-05-01T08:00:00.000Z', closesAt: '2026-07-01T08:00:00.000Z' };
const draft = { call: 'NO-03.rcn.2026-01', content: {} };
// The trial's stranger is of an agency that the example has for a member.
const found = { ...foundation, members: [pudong, firm] };
describeBadInput(projects, { inputs: { found, publish, draft, register: registration }, openToAll: ['calls'] });
