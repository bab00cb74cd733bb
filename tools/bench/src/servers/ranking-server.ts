// The projects service as agencies run it, with the answers of its queries.
import type { Instant } from '@xietong/domain';
import { projects } from '@xietong/projects';
import { answersFrom } from '@xietong/projects/answers';
import { startService } from '@xietong/runtime';
import { answerDriver } from './measured-process.ts';

const service = await startService(projects, {
  environment: process.env,
  adapt: async ({ look }) => {
    if (!look) throw new Error('projects keeps documents, so it has something to look into');
    return { answers: answersFrom(look, () => new Date().toISOString() as Instant) };
  },
});
answerDriver(service.port, () => service.stop('the measurement is over'));
