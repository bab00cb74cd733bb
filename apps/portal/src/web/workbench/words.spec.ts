import { en } from '../text/en.ts';
import { aggregateWords } from '../text/aggregates/words.ts';
import type { Collection, Command, Schema } from './description/description.ts';
import { parkingServices, serviceNames } from '../../service-names.ts';
import { branchesOf } from './description/schema.ts';
import { goldenCollections, goldenContexts, goldenEvents, goldenParks } from './testing/golden-collections.ts';
import { findWord } from './words.ts';

// Walks what the services say of themselves: a new aggregate, command, field, state or event is named here until it has its words.

const missing = (word: object | undefined, what: string): string[] => (word === undefined ? [what] : []);
const amounts = (schema: Schema) => schema.properties?.['currency']?.enum !== undefined;

const missingIn = (aggregate: string, schema: Schema, name: string, within: string | undefined): string[] =>
  branchesOf(schema).flatMap((branch) => [
    ...(amounts(branch) ? [] : (branch.enum ?? (typeof branch.const === 'string' ? [branch.const] : []))).flatMap((value) =>
      missing(findWord.value(aggregate, name, String(value), within), `value '${value}' of '${within ?? aggregate}.${name}'`),
    ),
    // A file is shown by its own name.
    ...Object.entries((branch['x-attachment'] ? undefined : branch.properties) ?? {}).flatMap(([field, inner]) =>
      amounts(branch) && field === 'currency'
        ? []
        : [
            ...missing(findWord.field(aggregate, field, name || undefined), `field '${field}' in '${name || aggregate}'`),
            ...missingIn(aggregate, inner, field, name || undefined),
          ],
    ),
    ...(branch.items ? missingIn(aggregate, branch.items, name, within) : []),
  ]);

const missingOfCommand = (aggregate: string, { name, input }: Command): string[] => [
  ...missing(findWord.command(aggregate, name), `command '${name}'`),
  ...missingIn(aggregate, input, name, undefined),
];

const missingOf = ({ aggregate, document, filters, create, commands }: Collection): string[] => [
  ...missing(findWord.name(aggregate), 'its name'),
  ...missing(findWord.names(aggregate), 'the name of its list'),
  ...filters.flatMap((name) => missing(findWord.field(aggregate, name), `field '${name}'`)),
  ...missingIn(aggregate, document, '', undefined),
  ...[create ?? [], commands].flat().flatMap((command) => missingOfCommand(aggregate, command)),
];

test.each(goldenContexts())('everything of the service %s that the workbench shows has a word in both languages', (context) => {
  const lacking = goldenCollections(context).flatMap((collection) =>
    missingOf(collection).map((what) => `${context} ${collection.aggregate}: ${what}`),
  );
  const events = goldenEvents(context)
    .filter((event) => en.eventNames[event] === undefined)
    .flatMap((event) => missing(findWord.event(event), `${context}: event '${event}'`));
  expect([...new Set([...lacking, ...events])]).toEqual([]);
});

test('the workbench leads to every service that has a description', () => {
  expect([...serviceNames].sort()).toEqual([...goldenContexts()].sort());
});

test('the page of parked messages leads to every service that parks', () => {
  const parking = goldenContexts().filter(goldenParks);
  expect([...parkingServices].sort()).toEqual(parking.sort());
});

test('the words are Chinese in the one language and not in the other', () => {
  const hanzi = /\p{Script=Han}/u;
  const textsIn = (branch: object): { zh: string; en: string }[] =>
    'zh' in branch && 'en' in branch
      ? [{ zh: String(branch.zh), en: String(branch.en) }]
      : Object.values(branch).flatMap((each) => textsIn(each as object));
  const wrong = textsIn(aggregateWords).filter((word) => !hanzi.test(word.zh) || hanzi.test(word.en) || word.en.trim() === '');
  expect(wrong).toEqual([]);
});
