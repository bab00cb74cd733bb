import { projects } from '@xietong/projects';
import { adapt } from '@xietong/projects/parts';
import { serveUnderClock } from '../clock/serve-under-clock.ts';

await serveUnderClock(projects, adapt);
