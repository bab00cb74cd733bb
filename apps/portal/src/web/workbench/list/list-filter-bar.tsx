import { Button, Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import '../../filters/filter-bar.css';
import { useLanguage } from '../../text/language.tsx';
import { isNarrowed, type ListView, toListParameters, withFilter } from '../../url/list-view.ts';
import type { Collection } from '../description/description.ts';
import { findPath, schemaAt, wordsOf } from '../description/schema.ts';
import { findWord } from '../words.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';

/** What a key can be, where the documents' own schema says so, or their words do. */
const choicesOf = (
  { aggregate, document }: Collection,
  name: string,
): { words: readonly string[]; within: string | undefined } | undefined => {
  const path = findPath(document, name);
  const schema = path && schemaAt(document, path);
  const words = schema && wordsOf(schema);
  if (words) return { words, within: path.at(-2) };
  const named = path === undefined ? findWord.values(aggregate, name) : [];
  return named.length > 0 ? { words: named, within: undefined } : undefined;
};

interface FilterProps {
  readonly collection: Collection;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Filter = ({ collection, name, value, onChange }: FilterProps) => {
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const label = vocabulary.field(name);
  const choices = choicesOf(collection, name);
  if (choices === undefined)
    return (
      <Input.Search
        key={value}
        className="list-filter"
        aria-label={words.filterBy(label)}
        placeholder={label}
        defaultValue={value}
        allowClear
        onSearch={onChange}
      />
    );
  return (
    <Select
      className="list-filter"
      aria-label={words.filterBy(label)}
      mode="multiple"
      maxTagCount="responsive"
      placeholder={words.anyOf(label)}
      value={value === '' ? [] : value.split(',')}
      onChange={(chosen) => onChange(chosen.join(','))}
      options={choices.words.map((word) => ({ value: word, label: vocabulary.value(name, word, choices.within) }))}
    />
  );
};

/** All that a list can be found by, and its order; the address of the page holds what is chosen. */
export const ListFilterBar = ({ collection, view }: { collection: Collection; view: ListView }) => {
  const { text } = useLanguage();
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const [, setParameters] = useSearchParams();
  const change = (next: ListView) => setParameters(toListParameters(next));
  return (
    <div className="filter-bar list-filters" role="search" aria-label={text.filters.label}>
      {collection.filters.map((name) => (
        <Filter
          key={name}
          collection={collection}
          name={name}
          value={view.filters[name] ?? ''}
          onChange={(value) => change(withFilter(view, name, value))}
        />
      ))}
      {isNarrowed(view) && (
        <Button type="text" onClick={() => change({ ...view, filters: {} })}>
          {words.clear}
        </Button>
      )}
      <Select
        className="list-sort"
        aria-label={words.sort}
        value={view.sort}
        onChange={(sort) => change({ ...view, sort })}
        options={collection.sorts.flatMap((name) => [
          { value: name, label: words.rising(vocabulary.field(name)) },
          { value: `-${name}`, label: words.falling(vocabulary.field(name)) },
        ])}
      />
    </div>
  );
};
