import { describeBadInput } from '@xietong/runtime/bad-input';
import { registration } from './project/example.fixture.ts';
import { projects } from './projects.ts';

describeBadInput(projects, { inputs: { register: registration } });
