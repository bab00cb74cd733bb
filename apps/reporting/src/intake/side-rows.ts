import { countryOf, regionAt, type RegionLevel } from '@xietong/domain';
import type { Collaboration } from '@xietong/kernel';
import type { SideRow } from './flush.ts';
import type { Ledger } from './ledger.ts';

/** One row a side, with its region as given, its country, and the region at every level by the divisions of the collaboration's date. */
export function sideRows(
  { dictionaries: { parties, regions } }: Ledger,
  aggregate: number,
  version: number,
  stated: Collaboration,
): SideRow[] {
  const idOf = (region: string | undefined) => (region === undefined ? null : regions.idOf(region));
  return stated.sides.map(({ party, region, role, amount }, place) => {
    const at = (level: RegionLevel) => idOf(region && regionAt(region, level, stated.date));
    return [
      aggregate,
      version,
      place + 1,
      parties.idOf(party),
      idOf(region),
      idOf(region && countryOf(region)),
      at('county'),
      at('prefecture'),
      at('province'),
      role,
      amount ? BigInt(amount.amount) : null,
      amount?.currency ?? null,
    ];
  });
}
