import { run } from '@xietong/runtime';
import { adapt } from './adapters/adapt.ts';
import { projects } from './projects.ts';

await run(projects, adapt);
