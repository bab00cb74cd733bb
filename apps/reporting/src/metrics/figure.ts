import { type Currency, minorUnitName } from '@xietong/domain';
import { refuse, type Refusal } from '@xietong/kernel';
import { type Dimension, isAdditive } from './metric.ts';
import type { Question } from './question.ts';

/** One row as the facts gave it: dimensions by name, the exact value, and the currency of an amount. */
export interface CountedRow {
  readonly dimensions: Readonly<Partial<Record<Dimension, string | number>>>;
  readonly currency?: Currency;
  readonly value: bigint;
}

/** One row of a figure: its dimensions in the order asked for, the value, and the link to the events behind it. */
export type FigureRow = Readonly<Partial<Record<Dimension, string | number>>> & {
  readonly value: number | string;
  readonly events: string;
};

export interface Figure {
  readonly metric: string;
  readonly unit: string;
  readonly watermark: string;
  readonly rows: readonly FigureRow[];
}

/** The answer to a question, or why there is none: amounts of several currencies have no sum. */
export function toFigure(question: Question, watermark: string, counted: readonly CountedRow[]): Figure | Refusal<'currency-needed'> {
  const currencies = [...new Set(counted.flatMap(({ currency }) => currency ?? []))].sort();
  if (currencies.length > 1) return refuse('currency-needed', { currencies }, 'currency');

  const rows = counted.map(({ dimensions, value }) => ({
    ...dimensions,
    value: exact(value),
    events: eventsLink(question, watermark, dimensions),
  }));
  const nothing =
    question.by.length === 0 && rows.length === 0 && isAdditive(question.metric)
      ? [{ value: 0, events: eventsLink(question, watermark, {}) }]
      : [];
  return { metric: question.metric.id, unit: unitOf(question, currencies[0]), watermark, rows: [...rows, ...nothing] };
}

/** A JSON number holds whole numbers exactly up to 2^53 - 1; beyond that the value is its decimal digits as text. */
const exact = (value: bigint): number | string =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : String(value);

function unitOf({ metric, filters }: Question, found: Currency | undefined): string {
  if (metric.unit !== 'money') return metric.unit;
  const currency = found ?? (filters.currency as Currency | undefined);
  return currency ? minorUnitName(currency) : 'minor unit';
}

// The row's own dimensions narrow what the question asked for, and the watermark holds the answer still.
function eventsLink({ metric, filters }: Question, watermark: string, dimensions: CountedRow['dimensions']): string {
  const narrowed = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(dimensions)) narrowed.set(name, String(value));
  narrowed.set('at', watermark);
  return `/v1/figures/${metric.id}/events?${narrowed}`;
}
