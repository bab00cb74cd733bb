import { describeBadInput } from '@xietong/runtime/bad-input';
import { reporting } from './reporting.ts';
import { input } from './target/example.fixture.ts';

describeBadInput(reporting, { inputs: { set: { ...input, lastYear: 2100 } } });
