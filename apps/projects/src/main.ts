import type { Instant } from '@xietong/domain';
import { run } from '@xietong/runtime';
import { answerAreas } from './panel/panel-areas.ts';
import { answerRanking } from './panel/panel-ranking.ts';
import { projects } from './projects.ts';
import { answerCandidates } from './review/candidates.ts';

await run(projects, async ({ look }) => {
  if (!look) throw new Error('projects keeps documents, so it has something to look into');
  return {
    answers: {
      'panel-ranking': answerRanking(look),
      'panel-areas': answerAreas(look),
      candidates: answerCandidates(look, () => new Date().toISOString() as Instant),
    },
  };
});
