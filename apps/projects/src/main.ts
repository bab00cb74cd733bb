import { run } from '@xietong/runtime';
import { answerRanking } from './panel/panel-ranking.ts';
import { projects } from './projects.ts';

await run(projects, async ({ look }) => {
  if (!look) throw new Error('projects keeps documents, so it has something to look into');
  return { answers: { 'panel-ranking': answerRanking(look) } };
});
