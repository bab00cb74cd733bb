import type { Adapters, Engines } from '@xietong/runtime';
import { answersFrom } from '../answers.ts';

/** What the declaration cannot say: the answers of its queries, which look into its documents. */
export async function adapt({ look, now }: Engines): Promise<Adapters> {
  if (!look) throw new Error('projects keeps documents, so it has something to look into');
  return { answers: answersFrom(look, now) };
}
