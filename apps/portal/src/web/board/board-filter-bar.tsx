import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import '../filters/filter-bar.css';
import { useKnownValues } from '../filters/use-known-values.ts';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { boardSorts, type BoardView, parseBoardView, toBoardParameters } from '../url/board-view.ts';
import { LightFilter } from './light-filter.tsx';
import { useKnownFields } from './use-known-fields.ts';

interface ChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly whyNone: string | undefined;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

const Choice = ({ label, placeholder, whyNone, value, choices, onChange }: ChoiceProps) => (
  <Select
    className="board-choice"
    aria-label={label}
    placeholder={placeholder}
    allowClear
    showSearch={{ optionFilterProp: 'label' }}
    notFoundContent={whyNone}
    value={value}
    onChange={(chosen?: string) => onChange(chosen)}
    options={[...choices]}
  />
);

// What the data does not hold can still stand in the address: it is offered too, or it could not be taken away.
const including = (values: readonly string[], chosen: string | undefined) => [
  ...new Set(chosen === undefined ? values : [...values, chosen]),
];

/** Light, field, region of the lead, order and drawing; the address of the page holds what is chosen. */
export const BoardFilterBar = () => {
  const { text, lang } = useLanguage();
  const words = board[lang];
  const format = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const view = parseBoardView(parameters);
  const { regions, whyNone: whyNoRegion } = useKnownValues();
  const { fields, whyNone: whyNoField } = useKnownFields();
  const change = (next: { readonly [Key in keyof BoardView]?: BoardView[Key] | undefined }) =>
    setParameters(toBoardParameters({ ...view, ...next } as BoardView));

  return (
    <div className="filter-bar board-filters" role="search" aria-label={text.filters.label}>
      <LightFilter view={view} onChange={(light) => change({ light })} />
      <Choice
        label={words.field}
        placeholder={words.fields}
        whyNone={whyNoField}
        value={view.field}
        choices={including(fields, view.field).map((field) => ({ value: field, label: field }))}
        onChange={(field) => change({ field })}
      />
      <Choice
        label={words.leadRegion}
        placeholder={words.leadRegions}
        whyNone={whyNoRegion}
        value={view.leadRegion}
        choices={including(regions, view.leadRegion).map((region) => ({ value: region, label: format.region(region) }))}
        onChange={(leadRegion) => change({ leadRegion })}
      />
      <Select
        className="board-choice board-sort"
        aria-label={words.sort}
        value={view.sort}
        onChange={(sort) => change({ sort })}
        options={boardSorts.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
      />
      <Segmented
        aria-label={words.views.label}
        value={view.isTimeline ? 'timeline' : 'list'}
        onChange={(chosen) => change({ isTimeline: chosen === 'timeline' })}
        options={(['list', 'timeline'] as const).map((value) => ({ value, label: words.views[value] }))}
      />
    </div>
  );
};
