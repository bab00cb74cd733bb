import { countedKind } from '../metrics/side-source.ts';
import type { Flush, SideRow, StandingRow, StatementRow } from './flush.ts';

/** What a flush changes of what stands now. */
export interface StandingChange {
  /** Aggregates that the flush states and that may have stood before it: their rows go out. */
  readonly restated: readonly number[];
  /** The sides of the newest statement that the flush makes of each project; a statement without sides has none. */
  readonly rows: readonly StandingRow[];
}

/** Finds what a flush changes of what stands now. An aggregate that began in the flush has nothing that could go out. */
export function standingRows({ aggregates, statements, sides }: Pick<Flush, 'aggregates' | 'statements' | 'sides'>): StandingChange {
  // Statements of one aggregate are applied in the order of their versions, so the last one wins.
  const newest = new Map(statements.map((statement) => [statement[0], statement]));
  const begun = new Set(aggregates.map(([id]) => id));
  const rows: StandingRow[] = [];
  sides.forEach((side, place) => {
    const [aggregate, version, no] = side;
    const statement = newest.get(aggregate);
    // The sides of a statement follow each other, counted from 1.
    if (statement?.[1] === version && statement[4] === countedKind)
      rows.push(standingRow(statement, side, sides.slice(place - no + 1, place)));
  });
  return { restated: [...newest.keys()].filter((aggregate) => !begun.has(aggregate)), rows };
}

function standingRow([, , partition, , , date]: StatementRow, side: SideRow, before: readonly SideRow[]): StandingRow {
  const [aggregate, version, no, party, , country, county, prefecture, province, role, amount, currency] = side;
  return [
    partition,
    Number(date.slice(0, 4)),
    aggregate,
    version,
    no,
    party,
    role === 'lead',
    amount,
    currency,
    country ?? 0,
    county ?? 0,
    prefecture ?? 0,
    province ?? 0,
    before.every((other) => other[6] !== county),
    before.every((other) => other[7] !== prefecture),
    before.every((other) => other[8] !== province),
  ];
}
