import { branchesOf, propertyOf } from '../description/schema.ts';
import { collectionNamed } from '../testing/golden-collections.ts';
import { columnsOfItems } from './item-columns.ts';

const { document } = collectionNamed('projects', 'projects');
const participants = propertyOf(document, 'participants')?.items ?? {};
const amount = { amount: 1, currency: 'CNY' };

test('objects are a table with a column for each value that one of them has, those of objects within them too', () => {
  const items = [
    { no: 1, organisation: { name: 'A' }, role: 'lead', amount },
    { no: 2, organisation: { id: 'NO-ORGNR:1', name: 'B', region: 'NO-03' }, role: 'partner', amount },
  ];
  expect(columnsOfItems(participants, items)?.map((path) => path.join('.'))).toEqual([
    'no',
    'organisation.id',
    'organisation.name',
    'organisation.region',
    'role',
    'amount',
  ]);
});

test('objects that hold lists are no table', () => {
  const progress = branchesOf(propertyOf(document, 'progress') ?? {})[0]?.items ?? {};
  const report = { on: '2026-03-31', plannedBasisPoints: 1, actualBasisPoints: 1, milestones: [] };
  expect(columnsOfItems(progress, [report])).toBeUndefined();
});
