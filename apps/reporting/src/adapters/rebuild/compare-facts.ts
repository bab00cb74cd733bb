import type { DuckDBConnection } from '@duckdb/node-api';
import type { AgencyRef } from '@xietong/kernel';
import { catalogue } from '../../metrics/catalogue.ts';
import { collaborationMetrics } from '../../metrics/collaboration-metrics.ts';
import type { CountedRow } from '../../metrics/figure.ts';
import type { Sight } from '../../metrics/side-source.ts';
import { parseTopic } from '../../watermark/topic.ts';
import { fromWatermark } from '../../watermark/watermark.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { readRows } from '../facts-file/database.ts';
import { readFigure } from '../figures/read-figure.ts';
import { readFingerprint } from './fingerprint.ts';

/** What two files say at one watermark. `tables` counts what was compared, one table a metric and agency. */
export interface Comparison {
  readonly watermark: string;
  readonly events: number;
  readonly facts: number;
  readonly tables: number;
  /** Each in a sentence; empty when the files say the same. */
  readonly differences: readonly string[];
}

interface Seen {
  readonly id: number;
  readonly agency: AgencyRef;
  readonly next: bigint;
}

/**
 * Compares two files at a watermark: the events and facts up to it, and every metric in all its dimensions, agency by agency. And compares each
 * file with itself: what stands in it now with what its history says. Rejects when one of them has not read so far.
 */
export function compareFacts(running: FactsFile, rebuilt: FactsFile, watermark: string): Promise<Comparison> {
  return running.read((old) => rebuilt.read((fresh) => compare(old, fresh, watermark)));
}

async function compare(old: DuckDBConnection, fresh: DuckDBConnection, watermark: string): Promise<Comparison> {
  const [before, after] = [await partitionsAt(old, watermark), await partitionsAt(fresh, watermark)];
  const [oldPrint, print] = [await readFingerprint(old, sightOf(before)), await readFingerprint(fresh, sightOf(after))];
  const differences = oldPrint.text === print.text ? [] : [`the running file holds ${oldPrint.text}, the rebuilt one ${print.text}`];

  const [decisions, decided] = [await countDecisions(old), await countDecisions(fresh)];
  if (decisions !== decided)
    differences.push(`the running file holds ${decisions} decisions about parked messages, the rebuilt one ${decided}`);

  const agencies = [...new Set(before.map(({ agency }) => agency))].sort();
  for (const agency of agencies) {
    for (const metric of catalogue) {
      const question = { metric, by: metric.dimensions, filters: {} };
      const told = await readFigure(old, question, sightOf(before, agency), 'history');
      const tells = await readFigure(fresh, question, sightOf(after, agency), 'history');
      differences.push(
        ...differencesBetween(told, tells, 'in the running file', 'in the rebuilt one').map(
          (difference) => `${metric.id} of ${agency}: ${difference}`,
        ),
      );
    }
  }
  differences.push(...(await differencesWithin(old, 'running')), ...(await differencesWithin(fresh, 'rebuilt')));
  return { watermark, events: print.events, facts: print.facts, tables: agencies.length * catalogue.length, differences };
}

/** Where what stands now, in a file as far as it has been read, is not the newest of its history. */
async function differencesWithin(connection: DuckDBConnection, name: string): Promise<string[]> {
  const partitions = await readRows<Seen>(connection, 'SELECT id, agency, next + replays AS next FROM partitions');
  const differences: string[] = [];
  for (const agency of new Set(partitions.map((partition) => partition.agency))) {
    const sight = sightOf(partitions, agency);
    // Of measurements there is the history alone.
    for (const metric of collaborationMetrics) {
      const question = { metric, by: metric.dimensions, filters: {} };
      const stands = await readFigure(connection, question, sight, 'standing');
      const newest = await readFigure(connection, question, sight, 'history');
      differences.push(
        ...differencesBetween(stands, newest, 'among what stands', 'in the history').map(
          (difference) => `${metric.id} of ${agency} within the ${name} file: ${difference}`,
        ),
      );
    }
  }
  return differences;
}

async function countDecisions(connection: DuckDBConnection): Promise<number> {
  const [counted] = await readRows<{ decisions: bigint }>(connection, 'SELECT count(*) AS decisions FROM decisions');
  return Number(counted?.decisions);
}

/** The partitions of a watermark by their numbers in one file. */
async function partitionsAt(connection: DuckDBConnection, watermark: string): Promise<Seen[]> {
  const read = await readRows<{ id: number; topic: string; number: number; next: bigint }>(
    connection,
    'SELECT id, topic, number, next + replays AS next FROM partitions',
  );
  return fromWatermark(watermark)
    .filter(({ offset }) => offset > 0n)
    .map(({ topic, partition, offset }) => {
      const found = read.find((one) => one.topic === topic && one.number === partition);
      if (!found || found.next < offset)
        throw new Error(
          `partition ${partition} of ${topic} was read to ${found?.next ?? 0n} only, not to ${offset}: nothing can be compared at ${watermark}`,
        );
      return { id: found.id, agency: parseTopic(topic).agency, next: offset };
    });
}

const sightOf = (partitions: readonly Seen[], agency?: AgencyRef): Sight => ({
  partitions: partitions.filter((partition) => agency === undefined || partition.agency === agency),
});

const toText = ({ dimensions, currency, value }: CountedRow): string =>
  `${[...Object.values(dimensions), ...(currency ? [currency] : [])].join(' ')} = ${value}`;

function differencesBetween(told: readonly CountedRow[], tells: readonly CountedRow[], here: string, there: string): string[] {
  const [before, after] = [new Set(told.map(toText)), new Set(tells.map(toText))];
  const gone = [...before].filter((row) => !after.has(row));
  const come = [...after].filter((row) => !before.has(row));
  if (gone.length === 0 && come.length === 0) return [];
  const examples = [gone[0], come[0]].filter((row) => row !== undefined);
  return [`${gone.length} rows only ${here}, ${come.length} only ${there}, such as ${examples.join(' and ')}`];
}
