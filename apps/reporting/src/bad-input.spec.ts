import { describeBadInput } from '@xietong/runtime/bad-input';
import { reporting } from './reporting.ts';

describeBadInput(reporting);
