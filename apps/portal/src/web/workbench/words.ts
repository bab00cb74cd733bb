import type { Lang, LocalText } from '@xietong/domain';
import type { AggregateWords, Words } from '../text/aggregates/aggregate-words.ts';
import { sharedFields, sharedValues } from '../text/aggregates/shared.ts';
import { aggregateWords } from '../text/aggregates/words.ts';

const own = (aggregate: string): AggregateWords | undefined => aggregateWords[aggregate];

const findField = (words: Words | undefined, name: string, within: string | undefined): LocalText | undefined =>
  (within === undefined ? undefined : words?.[`${within}.${name}`]) ?? words?.[name];

/** What the workbench calls things, each undefined where no word is there; `words.spec.ts` says that none is missing. */
export const findWord = {
  name: (aggregate: string): LocalText | undefined => own(aggregate)?.name,
  names: (aggregate: string): LocalText | undefined => own(aggregate)?.names,
  command: (aggregate: string, command: string): LocalText | undefined => own(aggregate)?.commands?.[command],
  event: (event: string): LocalText | undefined => {
    const dot = event.indexOf('.');
    return own(event.slice(0, dot))?.events?.[event.slice(dot + 1)];
  },
  /** `within` is the field that it stands in: `verdict.by` can be called otherwise than any other `by`. */
  field: (aggregate: string, name: string, within?: string): LocalText | undefined =>
    findField(own(aggregate)?.fields, name, within) ?? findField(sharedFields, name, within),
  /** What a value of a field is called: `high` of `level`. */
  value: (aggregate: string, field: string, value: string, within?: string): LocalText | undefined => {
    const tables = [own(aggregate)?.values, sharedValues];
    const names = within === undefined ? [field] : [`${within}.${field}`, field];
    return tables.flatMap((table) => names.map((name) => table?.[name]?.[value])).find((word) => word !== undefined);
  },
  /** The values of a field that have words of the aggregate's own. */
  values: (aggregate: string, field: string): readonly string[] => Object.keys(own(aggregate)?.values?.[field] ?? {}),
};

/** The words of an aggregate in a language. What has no word is called by its technical name, which tells more than nothing. */
export const wordsFor = (aggregate: string, lang: Lang) => ({
  name: findWord.name(aggregate)?.[lang] ?? aggregate,
  names: findWord.names(aggregate)?.[lang] ?? aggregate,
  command: (command: string) => findWord.command(aggregate, command)?.[lang] ?? command,
  event: (event: string) => findWord.event(event)?.[lang],
  field: (name: string, within?: string) => findWord.field(aggregate, name, within)?.[lang] ?? name,
  value: (field: string, value: string, within?: string) => findWord.value(aggregate, field, value, within)?.[lang] ?? value,
});
export type AggregateVocabulary = ReturnType<typeof wordsFor>;
