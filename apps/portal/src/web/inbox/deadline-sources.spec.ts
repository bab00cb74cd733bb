import { findWord } from '../workbench/words.ts';
import { collectionNamed, goldenContexts, goldenDeadlines } from '../workbench/testing/golden-collections.ts';
import { deadlineSources } from './deadline-sources.ts';
import { nameOf } from './deadline-name.ts';

const told = goldenContexts().flatMap((context) => {
  const deadlines = goldenDeadlines(context);
  return deadlines ? [{ context, ...deadlines }] : [];
});

test('the inbox reads every service that tells deadlines, and says what for where they concern persons', () => {
  const sources = told.map(({ context, isPersonal }) => ({ context, isPersonal }));
  expect([...deadlineSources].sort((one, other) => one.context.localeCompare(other.context))).toEqual(sources);
});

test('every deadline that a service tells has a word in both languages', () => {
  const lacking = told.flatMap(({ context, names }) =>
    names.flatMap(({ collection, name }) => {
      const { field, within } = nameOf(name);
      const { aggregate } = collectionNamed(context, collection);
      return findWord.field(aggregate, field, within) ? [] : [`${context} ${aggregate}: ${name}`];
    }),
  );
  expect(told.flatMap(({ names }) => names).length).toBeGreaterThan(5);
  expect(lacking).toEqual([]);
});
