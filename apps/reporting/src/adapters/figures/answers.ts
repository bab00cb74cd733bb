import type { DuckDBConnection } from '@duckdb/node-api';
import { type Actor, isRefusal, type Refusal } from '@xietong/kernel';
import type { z } from 'zod';
import { catalogue } from '../../metrics/catalogue.ts';
import { type Figure, toFigure } from '../../metrics/figure.ts';
import { filtersOf } from '../../metrics/metric.ts';
import { type Asked, type Question, toQuestion } from '../../metrics/question.ts';
import type { figureEvents, figures, metrics } from '../../queries.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { type EventPage, readEvents } from './read-events.ts';
import { readFigure } from './read-figure.ts';
import { type ActorSight, sightOf } from './sight.ts';

type Input<Query extends { readonly input: z.ZodType }> = z.output<Query['input']>;
type Output<Query extends { readonly output: z.ZodType }> = z.output<Query['output']>;

/** Reads the facts file that is current, whichever that is while a rebuilt one takes its place. */
export type ReadFacts = <Result>(work: (file: FactsFile) => Promise<Result>) => Promise<Result>;

/** The answers to reporting's queries, by the queries' names. */
export function answersFrom(readFacts: ReadFacts) {
  return {
    metrics: (): Promise<Output<typeof metrics>> =>
      Promise.resolve({
        items: catalogue.map((metric) => {
          const { id, name, unit, definition, formula, dimensions, sources, since } = metric;
          return {
            ...{ id, name, unit, definition, formula, since },
            dimensions: [...dimensions],
            sources: [...sources],
            filters: [...filtersOf(metric)],
          };
        }),
      }),

    figures: ({ at, ...asked }: Input<typeof figures>, actor: Actor): Promise<Figure | Refusal> =>
      readFacts((file) =>
        inSight(file, asked, actor, at, async (connection, question, sight) =>
          toFigure(question, sight.watermark, await readFigure(connection, question, sight)),
        ),
      ),

    figureEvents: ({ at, limit, after, ...asked }: Input<typeof figureEvents>, actor: Actor): Promise<EventPage | Refusal> =>
      readFacts((file) =>
        inSight(file, asked, actor, at, (connection, question, sight) => readEvents(file, connection, question, sight, { after, limit })),
      ),
  };
}

/** Every answer from facts is made in here: for a question that its metric can answer, within what the actor may see. */
function inSight<Answer>(
  file: FactsFile,
  asked: Asked,
  actor: Actor,
  at: string | undefined,
  answer: (connection: DuckDBConnection, question: Question, sight: ActorSight) => Promise<Answer>,
): Promise<Answer | Refusal> {
  return file.read(async (connection) => {
    const sight = await sightOf(connection, actor, at);
    if (isRefusal(sight)) return sight;
    const question = toQuestion(asked);
    return isRefusal(question) ? question : answer(connection, question, sight);
  });
}
