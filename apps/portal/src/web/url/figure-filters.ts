import { Currency, LocalDate, RegionCode, RegionLevel } from '@xietong/domain';

export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** What narrows a figure. The page's address holds it, so that a reader can share what he sees. */
export interface FigureFilters {
  readonly region?: string;
  readonly years?: YearRange;
  readonly level?: RegionLevel;
  /** Amounts of several currencies have no sum: which of them is shown. */
  readonly currency?: Currency | undefined;
  /** The day on which things are looked at; now unless it is given. */
  readonly asOf?: LocalDate | undefined;
  /** The regions of which a share is asked. */
  readonly within?: readonly string[] | undefined;
}

// The region of participations without one; reporting names it so.
export const unknownRegion = 'unknown';

const parseYears = (text: string | null): YearRange | undefined => {
  const [, from, to] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text ?? '') ?? [];
  if (from === undefined) return undefined;
  const [first, last] = [Number(from), Number(to ?? from)];
  return first <= last ? { from: first, to: last } : { from: last, to: first };
};

const isRegion = (text: string | null): text is string => text === unknownRegion || RegionCode.safeParse(text).success;

/** The same filters for a figure that counts no money; reporting refuses a currency there. */
export const withoutCurrency = (filters: FigureFilters): FigureFilters => ({ ...filters, currency: undefined });

/** Whether a region or years are chosen. A currency narrows nothing: it is how amounts are shown. */
export const isNarrowed = ({ region, years }: FigureFilters): boolean => region !== undefined || years !== undefined;

/** Reads the filters of an address; what makes no sense is as if it were not there. */
export const parseFigureFilters = (parameters: URLSearchParams): FigureFilters => {
  const region = parameters.get('region');
  const years = parseYears(parameters.get('year'));
  const level = RegionLevel.safeParse(parameters.get('level')).data;
  const currency = Currency.safeParse(parameters.get('currency')).data;
  const asOf = LocalDate.safeParse(parameters.get('asOf')).data;
  const within = (parameters.get('within') ?? '').split(',').filter((code) => RegionCode.safeParse(code).success);
  return {
    ...(isRegion(region) ? { region } : {}),
    ...(years ? { years } : {}),
    ...(level ? { level } : {}),
    ...(currency ? { currency } : {}),
    ...(asOf ? { asOf } : {}),
    ...(within.length > 0 ? { within } : {}),
  };
};

/** The address's parameters with other filters; all else that they hold stays. */
export const withFigureFilters = (parameters: URLSearchParams, filters: FigureFilters): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  const { region, years, level, currency, asOf, within } = filters;
  const values = { region, year: years && `${years.from}..${years.to}`, level, currency, asOf, within: within?.join(',') };
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
};
