// The writing side of ratio 10: the projects service as agencies run it.
import { projects } from '@xietong/projects';
import { startService } from '@xietong/runtime';
import { answerDriver } from './measured-process.ts';

const service = await startService(projects, { environment: process.env });
answerDriver(service.port, () => service.stop('the measurement is over'));
