import { Select } from 'antd';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import type { Choices } from './use-known-values.ts';

interface RegionSelectProps {
  readonly choices: Choices;
  readonly value: string | undefined;
  readonly onChange: (region: string | undefined) => void;
}

/** One of the regions that the data holds; also the one of the address, should the data not hold it. */
export const RegionSelect = ({ choices: { regions, whyNone }, value, onChange }: RegionSelectProps) => {
  const { text } = useLanguage();
  const format = useFormat();
  const offered = new Set(value === undefined ? regions : [...regions, value]);
  return (
    <Select
      className="filter-region"
      aria-label={text.filters.region}
      placeholder={text.filters.allRegions}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={whyNone}
      value={value}
      onChange={onChange}
      options={[...offered].map((region) => ({ value: region, label: format.region(region) }))}
    />
  );
};
