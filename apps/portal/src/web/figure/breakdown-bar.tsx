import { Checkbox, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { RegionLevel } from '@xietong/domain';
import type { Metric } from '../api/figures.ts';
import { useLanguage } from '../text/language.tsx';
import { parseFigureFilters, withFigureFilters } from '../url/figure-filters.ts';
import { type Axis, axesOf, parseBreakdown, withBreakdown } from './breakdown.ts';

/** Chooses what the figure is broken down by, and at which level regions are compared. */
export const BreakdownBar = ({ metric }: { metric: Metric }) => {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const filters = parseFigureFilters(parameters);
  const hasLevels = metric.dimensions.includes('level');
  return (
    <div className="breakdown" role="group" aria-label={text.figure.groupBy}>
      <span className="breakdown-label" aria-hidden="true">
        {text.figure.groupBy}
      </span>
      <Checkbox.Group
        value={parseBreakdown(parameters, metric)}
        onChange={(chosen) => setParameters((current) => withBreakdown(current, chosen as Axis[]))}
        options={axesOf(metric).map((axis) => ({ value: axis, label: text.figure.axes[axis] }))}
      />
      {hasLevels && (
        <Select
          className="breakdown-level"
          aria-label={text.figure.level}
          value={filters.level ?? 'county'}
          onChange={(level) => setParameters((current) => withFigureFilters(current, { ...filters, level }))}
          options={RegionLevel.options.map((level) => ({ value: level, label: text.figure.levels[level] }))}
        />
      )}
    </div>
  );
};
