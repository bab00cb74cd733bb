import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { projectStatuses } from '../api/project.ts';
import { RegionSelect } from '../filters/region-select.tsx';
import { useKnownValues } from '../filters/use-known-values.ts';
import { mayReadFigures } from '../layout/places.ts';
import { useRoles } from '../session/session-context.tsx';
import { useLanguage } from '../text/language.tsx';
import { parseProjectFilters, type ProjectFilters, projectSorts, toProjectParameters } from '../url/project-filters.ts';
import '../filters/filter-bar.css';

interface YearAndRegionProps {
  readonly filters: ProjectFilters;
  readonly change: (next: Partial<ProjectFilters>) => void;
}

// What there is to choose from is known from the figures.
const YearAndRegion = ({ filters, change }: YearAndRegionProps) => {
  const { text } = useLanguage();
  const choices = useKnownValues();
  const { years, whyNone } = choices;
  return (
    <>
      <Select
        className="filter-year"
        aria-label={text.projects.year}
        placeholder={text.projects.allYears}
        allowClear
        notFoundContent={whyNone}
        value={filters.year}
        onChange={(year?: string) => change({ year })}
        options={years.toReversed().map((year) => ({ value: String(year), label: year }))}
      />
      <RegionSelect choices={choices} value={filters.region} onChange={(region) => change({ region })} />
    </>
  );
};

/** Status, year, region and number of the projects, and their order; the address of the page holds what is chosen. */
export const ProjectFilterBar = () => {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const filters = parseProjectFilters(parameters);
  const roles = useRoles();
  const change = (next: Partial<ProjectFilters>) => setParameters(toProjectParameters({ ...filters, ...next }));

  return (
    <div className="filter-bar project-filters" role="search" aria-label={text.filters.label}>
      <Input.Search
        key={filters.number}
        className="filter-number"
        aria-label={text.projects.number}
        placeholder={text.projects.numberPlaceholder}
        defaultValue={filters.number}
        allowClear
        enterButton={text.projects.search}
        onSearch={(number) => change({ number: number.trim() })}
      />
      <Select
        className="filter-status"
        aria-label={text.projects.status}
        mode="multiple"
        maxTagCount="responsive"
        placeholder={text.projects.allStatuses}
        value={[...filters.status]}
        onChange={(status) => change({ status })}
        options={projectStatuses.map((status) => ({ value: status, label: text.statuses[status] }))}
      />
      {mayReadFigures(roles) && <YearAndRegion filters={filters} change={change} />}
      <Select
        className="filter-sort"
        aria-label={text.projects.sort}
        value={filters.sort}
        onChange={(sort) => change({ sort })}
        options={projectSorts.map((sort) => ({ value: sort, label: text.projects.sorts[sort] }))}
      />
    </div>
  );
};
