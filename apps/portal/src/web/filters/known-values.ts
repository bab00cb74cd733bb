import { figureAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import { dimensionOf, type Figure } from '../api/figures.ts';
import { unknownRegion } from '../url/figure-filters.ts';

/** The regions and years that the data holds: what there is to choose from. */
export interface KnownValues {
  readonly regions: readonly string[];
  readonly years: readonly number[];
}

export const readKnownValues = async (api: Api, signal: AbortSignal): Promise<KnownValues> => {
  const [byRegion, byYear] = await Promise.all([
    api.read<Figure>(figureAddress('projects', ['region'], {}), signal),
    api.read<Figure>(figureAddress('projects', ['year'], {}), signal),
  ]);
  return {
    regions: byRegion.rows.map((row) => dimensionOf(row, 'region')).filter((region) => region !== unknownRegion),
    years: byYear.rows.map((row) => Number(dimensionOf(row, 'year'))).sort((one, other) => one - other),
  };
};
