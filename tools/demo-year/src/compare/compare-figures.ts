import { setTimeout as pause } from 'node:timers/promises';
import { LocalText } from '@xietong/domain';
import { z } from 'zod';
import type { Requests } from '../play/requests.ts';
import { analyst } from '../play/stage.ts';
import { type ExpectedFigure, pairOf } from './expected-figures.ts';

const Catalogue = z.object({ items: z.array(z.object({ id: z.string(), name: LocalText, unit: z.string() })) });
const Answer = z.object({
  rows: z.array(z.object({ a: z.string().optional(), b: z.string().optional(), value: z.union([z.int(), z.string()]) })),
});

/** One row of what the script counted and what reporting says. */
export interface ComparedRow {
  readonly metric: string;
  readonly name: LocalText;
  readonly unit: string;
  /** A pair of regions, where the figure is broken down by pairs; else empty. */
  readonly of: string;
  readonly counted: number;
  readonly figure: number | undefined;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** Metrics that this reporting service does not have. */
  readonly absent: readonly string[];
}

export const differs = ({ counted, figure }: ComparedRow): boolean => counted !== figure;

const patienceMs = 30_000;
const lookEveryMs = 100;

/**
 * Asks reporting for every figure that the script has counted itself. Events are on their way for a moment, so it is asked again while
 * something differs, but not for ever. A metric that the catalogue does not have is not compared, and named.
 */
export async function compareFigures(expected: readonly ExpectedFigure[], { read }: Pick<Requests, 'read'>): Promise<Comparison> {
  const { items } = Catalogue.parse(await read({ service: 'reporting', as: analyst, path: '/v1/metrics' }));
  const known = new Map(items.map((item) => [item.id, item]));
  const compared = async (figure: ExpectedFigure): Promise<ComparedRow[]> => {
    const metric = known.get(figure.metric);
    if (!metric) return [];
    const answered = await answerTo(figure, read);
    return [...new Set([...figure.values.keys(), ...answered.keys()])].toSorted().map((of) => ({
      metric: figure.metric,
      name: metric.name,
      unit: metric.unit,
      of,
      counted: figure.values.get(of) ?? 0,
      figure: answered.get(of),
    }));
  };
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const rows = (await Promise.all(expected.map(compared))).flat();
    if (!rows.some(differs) || performance.now() > giveUpAt)
      return { rows, absent: expected.map(({ metric }) => metric).filter((metric) => !known.has(metric)) };
    await pause(lookEveryMs);
  }
}

async function answerTo({ metric, question }: ExpectedFigure, read: Requests['read']): Promise<Map<string, number>> {
  const path = `/v1/figures/${metric}?${new URLSearchParams(question)}`;
  const { rows } = Answer.parse(await read({ service: 'reporting', as: analyst, path }));
  return new Map(rows.map(({ a, b, value }) => [a === undefined || b === undefined ? '' : pairOf(a, b), Number(value)]));
}
