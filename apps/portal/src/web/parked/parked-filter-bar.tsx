import { Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { parkingServices } from '../../service-names.ts';
import { type ParkedReason, parkedReasons, parkedStatuses } from '../api/parked.ts';
import '../filters/filter-bar.css';
import { useLanguage } from '../text/language.tsx';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import { type ParkedFilters, parseParkedFilters, toParkedParameters } from '../url/parked-filters.ts';

/** Service, key, reason and status of the messages; the address of the page holds what is chosen. */
export const ParkedFilterBar = () => {
  const { text } = useLanguage();
  const { services } = useWorkbenchText();
  const [parameters, setParameters] = useSearchParams();
  const filters = parseParkedFilters(parameters);
  const change = (next: Partial<ParkedFilters>) => setParameters(toParkedParameters({ ...filters, ...next }));

  return (
    <div className="filter-bar parked-filters" role="search" aria-label={text.filters.label}>
      <Select
        className="filter-parked-status"
        aria-label={text.parked.service}
        value={filters.service}
        onChange={(service) => change({ service })}
        options={parkingServices.map((service) => ({ value: service, label: services[service] }))}
      />
      <Input.Search
        key={filters.key}
        className="filter-key"
        aria-label={text.parked.key}
        placeholder={text.parked.keyPlaceholder}
        defaultValue={filters.key}
        allowClear
        enterButton={text.projects.search}
        onSearch={(key) => change({ key: key.trim() })}
      />
      <Select<ParkedReason>
        className="filter-reason"
        aria-label={text.parked.reason}
        placeholder={text.parked.allReasons}
        allowClear
        value={filters.reason}
        onChange={(reason?: ParkedReason) => change({ reason })}
        options={parkedReasons.map((reason) => ({ value: reason, label: text.parked.reasons[reason] }))}
      />
      <Select
        className="filter-parked-status"
        aria-label={text.parked.status}
        value={filters.status}
        onChange={(status) => change({ status })}
        options={parkedStatuses.map((status) => ({ value: status, label: text.parked.statuses[status] }))}
      />
    </div>
  );
};
