import { run } from '@xietong/runtime';
import { projects } from './projects.ts';

await run(projects);
