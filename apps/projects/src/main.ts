import type { Instant } from '@xietong/domain';
import { run } from '@xietong/runtime';
import { answersFrom } from './answers.ts';
import { projects } from './projects.ts';

await run(projects, async ({ look }) => {
  if (!look) throw new Error('projects keeps documents, so it has something to look into');
  return { answers: answersFrom(look, () => new Date().toISOString() as Instant) };
});
