import { Button, Input, Select } from 'antd';
import { LocalDate } from '@xietong/domain';
import { useSearchParams } from 'react-router';
import type { ShownCurrency } from '../api/currencies.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { type FigureFilters, isNarrowed, parseFigureFilters, withFigureFilters } from '../url/figure-filters.ts';
import { yearRange } from '../url/year-range.ts';
import { RegionSelect } from './region-select.tsx';
import { useKnownValues } from './use-known-values.ts';
import './filter-bar.css';

interface FigureFilterBarProps {
  readonly shown?: ShownCurrency | undefined;
  /** The filters of the metric; of those that only some have, it decides which are shown. */
  readonly offers?: readonly string[];
}

/** Region and years, and what else the metric can be narrowed to; the address of the page holds what is chosen. */
export const FigureFilterBar = ({ shown, offers = [] }: FigureFilterBarProps) => {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const filters = parseFigureFilters(parameters);
  const choices = useKnownValues();
  const { years, whyNone } = choices;

  const change = (next: FigureFilters) =>
    setParameters((current) => {
      const changed = withFigureFilters(current, { ...filters, ...next });
      changed.delete('events');
      return changed;
    });
  const yearOptions = years.map((year) => ({ value: year, label: year }));

  return (
    <div className="filter-bar" role="group" aria-label={text.filters.label}>
      <RegionSelect choices={choices} value={filters.region} onChange={(region) => change({ region })} />
      <div className="filter-years" role="group" aria-label={text.filters.years}>
        <Select
          aria-label={text.filters.yearFrom}
          placeholder={text.filters.yearFrom}
          allowClear
          notFoundContent={whyNone}
          value={filters.years?.from}
          onChange={(from?: number) => change({ years: yearRange(years, from, filters.years?.to) })}
          options={yearOptions}
        />
        <span aria-hidden="true">{text.filters.to}</span>
        <Select
          aria-label={text.filters.yearTo}
          placeholder={text.filters.yearTo}
          allowClear
          notFoundContent={whyNone}
          value={filters.years?.to}
          onChange={(to?: number) => change({ years: yearRange(years, filters.years?.from, to) })}
          options={yearOptions}
        />
      </div>
      {shown && shown.currencies.length > 1 && (
        <Select
          className="filter-currency"
          aria-label={text.filters.currency}
          value={shown.currency}
          onChange={(currency) => change({ currency })}
          options={shown.currencies.map((currency) => ({ value: currency, label: format.currency(currency) }))}
        />
      )}
      {offers.includes('asOf') && (
        <Input
          className="filter-day"
          type="date"
          aria-label={text.filters.asOf}
          title={text.filters.asOf}
          value={filters.asOf ?? ''}
          onChange={({ target }) => change({ asOf: LocalDate.safeParse(target.value).data })}
        />
      )}
      {offers.includes('within') && (
        <Select
          className="filter-within"
          mode="tags"
          aria-label={text.filters.within}
          placeholder={text.filters.within}
          notFoundContent={choices.whyNone}
          value={[...(filters.within ?? [])]}
          onChange={(within: string[]) => change({ within })}
          options={choices.regions.map((region) => ({ value: region, label: format.region(region) }))}
        />
      )}
      {isNarrowed(filters) && (
        <Button type="text" onClick={() => change({ region: undefined, years: undefined })}>
          {text.filters.clear}
        </Button>
      )}
    </div>
  );
};
