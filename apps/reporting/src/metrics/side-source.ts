import { RegionLevel } from '@xietong/domain';

/** The partitions that an asker may see, by their numbers in this file, each with the step before which it counts. */
export interface Sight {
  readonly partitions: readonly { readonly id: number; readonly next: bigint }[];
}

/**
 * Where a question finds the newest statement of each project in sight. `standing` holds those of now, and so answers only a sight that
 * reaches as far as every partition in it has been read. `history` finds them among all that were ever made, for any sight.
 */
export type Source = 'standing' | 'history';

/** The kind of collaboration that figures count. */
export const countedKind = 'project';

/** The relation `side`: the sides of the newest visible statements. Regions are numbers, 0 where there is none. */
export const sidesFrom = (source: Source, sight: Sight): string => (source === 'standing' ? standingSides(sight) : sidesOfHistory(sight));

// Numbers in the text, not a join: that alone would be a third of the time of a figure.
const standingSides = ({ partitions }: Sight): string =>
  `side AS (FROM standing WHERE ${partitions.length > 0 ? `partition IN (${partitions.map(({ id }) => id).join(', ')})` : 'false'})`;

const sidesOfHistory = (sight: Sight): string => `${sightSql(sight)},
latest AS (SELECT aggregate, max(version) AS version FROM statements JOIN sight USING (partition) WHERE since < next GROUP BY aggregate),
newest AS (SELECT aggregate, version, partition, kind, year(date)::SMALLINT AS year FROM latest JOIN statements USING (aggregate, version)),
side AS (
  SELECT partition, year, aggregate, version, no, party, role = 'lead' AS leads, amount, currency,
    ${['country', ...RegionLevel.options].map((column) => `coalesce(${column}, 0) AS ${column}`).join(', ')}
  FROM newest JOIN sides USING (aggregate, version) WHERE kind = '${countedKind}'
)`;

/** The column of `standing` that marks the first of the sides of a collaboration in its region at a level: it tells the regions without DISTINCT. */
export const firstIn = (level: RegionLevel): string => `"firstIn${level[0]?.toUpperCase()}${level.slice(1)}"`;

/** What an asker may see, as the relation `sight`. */
export function sightSql({ partitions }: Sight): string {
  const rows = partitions.map(({ id, next }) => `(${id}::SMALLINT, ${next}::BIGINT)`);
  return `sight(partition, next) AS (${rows.length > 0 ? `VALUES ${rows.join(', ')}` : 'SELECT 0::SMALLINT, 0::BIGINT WHERE false'})`;
}
