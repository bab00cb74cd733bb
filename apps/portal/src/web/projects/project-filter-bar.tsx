import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { projectStatuses } from '../api/project.ts';
import { readKnownValues } from '../filters/known-values.ts';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { parseProjectFilters, type ProjectFilters, projectSorts, toProjectParameters } from '../url/project-filters.ts';
import '../filters/filter-bar.css';

/** Status, year, region and number of the projects, and their order; the address of the page holds what is chosen. */
export const ProjectFilterBar = () => {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const filters = parseProjectFilters(parameters);
  const known = useAnswer('known values', readKnownValues);
  const { regions, years } = known.status === 'loaded' ? known.value : { regions: [], years: [] };
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
      <Select
        className="filter-year"
        aria-label={text.projects.year}
        placeholder={text.projects.allYears}
        allowClear
        value={filters.year}
        onChange={(year?: string) => change({ year })}
        options={years.toReversed().map((year) => ({ value: String(year), label: year }))}
      />
      <Select
        className="filter-region"
        aria-label={text.filters.region}
        placeholder={text.filters.allRegions}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.region}
        onChange={(region?: string) => change({ region })}
        options={regions.map((region) => ({ value: region, label: format.region(region) }))}
      />
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
