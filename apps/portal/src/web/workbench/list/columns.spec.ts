import { collectionNamed } from '../testing/golden-collections.ts';
import { columnsOf, titleOf } from './columns.ts';

const namesOf = (collection: string) => columnsOf(collectionNamed('projects', collection)).map(({ name, writing }) => `${name} ${writing}`);

describe('the columns of a list', () => {
  test('are the state, the keys that stand in the documents, and when they changed', () => {
    expect(namesOf('projects')).toEqual([
      'status word',
      'number text',
      'signedOn date',
      'field text',
      'programme text',
      'updatedAt moment',
    ]);
  });

  test('are found within the parts of a document', () => {
    expect(namesOf('risks')).toEqual(['status word', 'project id', 'kind word', 'level word', 'owner text', 'updatedAt moment']);
  });
});

test('a document is called by its title, wherever in it that stands, and by its id where it has none', () => {
  const applications = collectionNamed('projects', 'applications');
  expect(titleOf(applications, { id: 'a1', ...{ content: { title: '数字孪生' } } })).toBe('数字孪生');
  expect(titleOf(applications, { id: 'a1', ...{ content: {} } })).toBe('a1');
  expect(titleOf(collectionNamed('projects', 'exemption-votes'), { id: 'v1' })).toBe('v1');
});
