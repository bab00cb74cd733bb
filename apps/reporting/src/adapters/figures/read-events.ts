import type { DuckDBConnection } from '@duckdb/node-api';
import { type EventPlace, eventsSql } from '../../metrics/figure-sql.ts';
import type { Question } from '../../metrics/question.ts';
import type { Sight } from '../../metrics/side-source.ts';
import { readRows } from '../facts-file/database.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { sourceFor } from './sight.ts';

/** A page of the events behind a value, each as it was published and where. `next` begins the page after it. */
export interface EventPage {
  readonly items: readonly {
    readonly event: Readonly<Record<string, unknown>>;
    readonly position: { readonly topic: string; readonly partition: number; readonly offset: number };
  }[];
  readonly next?: string;
}

/** The events that a value counts: the newest statement of each counted project, in the order of their places in the topics. */
export async function readEvents(
  file: FactsFile,
  connection: DuckDBConnection,
  question: Question,
  sight: Sight,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<EventPage> {
  const after = page.after === undefined ? undefined : fromCursor(page.after);
  const { text, values } = eventsSql(question, sight, await sourceFor(connection, sight), after, page.limit + 1);
  const places = await readRows<EventPlace>(connection, text, values);
  const shown = places.slice(0, page.limit);
  const found = await file.bodiesAt(connection, shown);
  if (found.length !== shown.length)
    throw new Error(`${shown.length - found.length} of ${shown.length} events behind a figure have lost their texts: rebuild`);

  const items = found.map(({ place: { topic, partition, offset }, body }) => ({
    event: JSON.parse(body) as Record<string, unknown>,
    position: { topic, partition, offset: Number(offset) },
  }));
  const last = shown.at(-1);
  return places.length > shown.length && last ? { items, next: toCursor(last) } : { items };
}

const toCursor = ({ topic, partition, offset }: EventPlace): string => `${topic}:${partition}:${offset}`;

function fromCursor(text: string): EventPlace {
  const [topic = '', partition, offset = '0'] = text.split(':');
  return { topic, partition: Number(partition), offset: BigInt(offset) };
}
