import { regionAt, type RegionLevel } from '@xietong/domain';
import type { Measurement } from '@xietong/kernel';
import type { MeasureRow } from './flush.ts';
import type { Ledger } from './ledger.ts';

/** The event that tells, as the file numbers it, and since which step of its partition. */
export interface Teller {
  readonly aggregate: number;
  readonly version: number;
  readonly partition: number;
  readonly since: bigint;
}

/** One row a measurement, with its region as told and at every level by the divisions of its date. */
export function measureRows({ dictionaries: { regions, words } }: Ledger, teller: Teller, told: readonly Measurement[]): MeasureRow[] {
  const { aggregate, version, partition, since } = teller;
  const wordOf = (name: string | undefined) => (name === undefined ? 0 : words.idOf(name));
  return told.map(({ measure, part, date, region, field, state, quantity, currency }) => {
    const at = (level: RegionLevel) => numberOf(region && regionAt(region, level, date));
    const numberOf = (code: string | undefined) => (code === undefined ? 0 : regions.idOf(code));
    return [
      aggregate,
      version,
      partition,
      since,
      wordOf(measure),
      wordOf(part),
      date,
      wordOf(state),
      wordOf(field),
      quantity === undefined ? null : BigInt(quantity),
      wordOf(currency),
      numberOf(region),
      at('county'),
      at('prefecture'),
      at('province'),
    ];
  });
}
