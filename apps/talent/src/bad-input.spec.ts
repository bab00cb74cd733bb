import { describeBadInput } from '@xietong/runtime/bad-input';
import { profile } from './expert/example.fixture.ts';
import { talent } from './talent.ts';

// The trial's strangers are of other agencies than the one that the example registers with.
describeBadInput(talent, { inputs: { register: { agency: 'NO-03/rcn', ...profile } } });
