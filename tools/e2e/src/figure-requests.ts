import { z } from 'zod';
import type { Question } from './figures-by-hand.ts';
import { reportingUrl, type Username } from './platform-access.ts';
import { askAs, read } from './requests.ts';

/** A figure as reporting answers it; beside its dimensions, each row has its value and the link to the events behind it. */
export const Figure = z.strictObject({
  metric: z.string(),
  unit: z.string(),
  watermark: z.string(),
  rows: z.array(z.object({ value: z.int(), events: z.string() }).catchall(z.union([z.string(), z.int()]))),
});
export type Figure = z.output<typeof Figure>;

export interface FigureQuestion extends Question {
  /** The watermark of an earlier answer. */
  readonly at?: string;
  /** Which amounts are meant, where there may be several currencies. */
  readonly currency?: string;
}

export function figureUrl({ metric, by, ...narrowed }: FigureQuestion): string {
  return `${reportingUrl}/v1/figures/${metric}?${new URLSearchParams({ by: by.join(','), ...narrowed })}`;
}

export const askFigure = async (username: Username, question: FigureQuestion): Promise<Figure> =>
  read(Figure, await askAs(username, figureUrl(question)));

const EventPage = z.strictObject({
  items: z.array(
    z.strictObject({
      event: z.looseObject({ id: z.string(), type: z.string(), subject: z.string() }),
      position: z.strictObject({ topic: z.string(), partition: z.int(), offset: z.int() }),
    }),
  ),
  next: z.string().optional(),
});
export type FigureEvent = z.output<typeof EventPage>['items'][number];

/** All events behind a row of a figure: its link followed from page to page. */
export async function followEvents(username: Username, link: string, limit = 50): Promise<FigureEvent[]> {
  const found: FigureEvent[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = `${reportingUrl}${link}&${new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) })}`;
    const { items, next } = read(EventPage, await askAs(username, page));
    if (items.length > limit || (next !== undefined && items.length < limit))
      throw new Error(`a page of ${limit} has ${items.length} events and ${next === undefined ? 'no' : 'a'} next page`);
    found.push(...items);
    after = next;
  }
  return found;
}
