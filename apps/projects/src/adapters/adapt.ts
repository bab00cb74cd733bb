import type { Adapters, Engines } from '@xietong/runtime';
import { answerRanking } from '../panel/panel-ranking.ts';

/** What the declaration cannot say: the answers of its queries, which look into its documents. */
export async function adapt({ look }: Engines): Promise<Adapters> {
  if (!look) throw new Error('projects keeps documents, so it has something to look into');
  return { answers: { 'panel-ranking': answerRanking(look) } };
}
