import type { Currency } from '@xietong/domain';
import { findCurrency } from '../format/format.ts';
import type { FigureFilters } from '../url/figure-filters.ts';
import { figureAddress } from './addresses.ts';
import type { Api } from './api.ts';
import { toProblem } from './api-problem.ts';
import type { Figure } from './figures.ts';

/** Amounts of several currencies have no sum: the one that is shown, and all that there are to choose from. */
export interface ShownCurrency {
  /** Absent where there is no amount at all. */
  readonly currency?: Currency;
  readonly currencies: readonly Currency[];
}

// Reporting answers where all amounts are in one currency, and else refuses with their list.
const currenciesAt = async (api: Api, address: string, signal: AbortSignal): Promise<readonly Currency[]> => {
  try {
    const { unit } = await api.read<Figure>(address, signal);
    return [findCurrency(unit) ?? []].flat();
  } catch (thrown) {
    const { currencies } = toProblem(thrown);
    if (currencies === undefined) throw thrown;
    return currencies;
  }
};

/**
 * Finds the currency in which to show a metric: the one asked for where there are amounts in it, else the first by its code. Where no
 * amount passes the filters it is one of the whole agency.
 */
export const readShownCurrency = async (
  api: Api,
  { metric, filters: { currency: asked, ...filters }, at }: { metric: string; filters: FigureFilters; at?: string },
  signal: AbortSignal,
): Promise<ShownCurrency> => {
  const passing = await currenciesAt(api, figureAddress(metric, [], filters, at), signal);
  const currencies = passing.length > 0 ? passing : await currenciesAt(api, figureAddress('granted-amount', [], {}, at), signal);
  const currency = currencies.find((one) => one === asked) ?? currencies[0];
  return { currencies, ...(currency === undefined ? {} : { currency }) };
};
