import { Button, Select, Tag } from 'antd';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { type FigureFilters, parseFigureFilters, withFigureFilters, type YearRange } from '../url/figure-filters.ts';
import { RegionSelect } from './region-select.tsx';
import { useKnownValues } from './use-known-values.ts';
import './filter-bar.css';

// An open end is the first or the last year that there is.
const rangeWith = (years: readonly number[], from: number | undefined, to: number | undefined): YearRange | undefined => {
  const [first, last] = [years[0], years.at(-1)];
  if ((from === undefined && to === undefined) || first === undefined || last === undefined) return undefined;
  const [begin, end] = [from ?? Math.min(first, to ?? first), to ?? Math.max(last, from ?? last)];
  return begin <= end ? { from: begin, to: end } : { from: end, to: begin };
};

/** Region and years of signing; the address of the page holds what is chosen. */
export const FigureFilterBar = () => {
  const { text } = useLanguage();
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
  const isNarrowed = filters.region !== undefined || filters.years !== undefined || filters.currency !== undefined;

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
          onChange={(from?: number) => change({ years: rangeWith(years, from, filters.years?.to) })}
          options={yearOptions}
        />
        <span aria-hidden="true">{text.filters.to}</span>
        <Select
          aria-label={text.filters.yearTo}
          placeholder={text.filters.yearTo}
          allowClear
          notFoundContent={whyNone}
          value={filters.years?.to}
          onChange={(to?: number) => change({ years: rangeWith(years, filters.years?.from, to) })}
          options={yearOptions}
        />
      </div>
      {filters.currency !== undefined && (
        <Tag closable onClose={() => change({ currency: undefined })}>
          {text.filters.currency} {filters.currency}
        </Tag>
      )}
      {isNarrowed && (
        <Button type="text" onClick={() => change({ region: undefined, years: undefined, currency: undefined })}>
          {text.filters.clear}
        </Button>
      )}
    </div>
  );
};
