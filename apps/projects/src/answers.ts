import type { Instant } from '@xietong/domain';
import type { Lookup } from '@xietong/kernel';
import { answerAreas } from './panel/panel-areas.ts';
import { answerRanking } from './panel/panel-ranking.ts';
import { answerCandidates } from './review/candidates.ts';

/** What the service's queries are answered with, by their names. */
export const answersFrom = (look: Lookup, now: () => Instant) => ({
  'panel-ranking': answerRanking(look),
  'panel-areas': answerAreas(look),
  candidates: answerCandidates(look, now),
});
