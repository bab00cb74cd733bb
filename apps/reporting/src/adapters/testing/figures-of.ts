import { catalogue } from '../../metrics/catalogue.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { readFigure } from '../figures/read-figure.ts';

/** All that was read of these partitions, by their numbers in the file. */
export const sightOf = (partitions: readonly number[]) => ({ partitions: partitions.map((id) => ({ id, next: 1_000_000n })) });

/** Every metric in all its dimensions, over these partitions. */
export const figuresOf = (file: FactsFile, partitions: readonly number[]): Promise<unknown[]> =>
  file.read(async (connection) => {
    const tables: unknown[] = [];
    for (const metric of catalogue)
      tables.push(await readFigure(connection, { metric, by: metric.dimensions, filters: {} }, sightOf(partitions)));
    return tables;
  });
