import { run } from '@xietong/runtime';
import { adapt } from './adapters/adapt.ts';
import { reporting } from './reporting.ts';

await run(reporting, adapt);
