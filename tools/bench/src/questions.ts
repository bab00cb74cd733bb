import type { Asked } from '@xietong/reporting/parts';

/** The ten commonest questions: those of the overview, of a figure's page and of a region's. */
export const askedQuestions: readonly Asked[] = [
  { metric: 'projects' },
  { metric: 'granted-amount' },
  { metric: 'projects', by: 'year' },
  { metric: 'granted-amount', by: 'year' },
  { metric: 'participations', by: 'region' },
  { metric: 'granted-amount', by: 'region' },
  { metric: 'cross-region-projects' },
  { metric: 'pair-projects', by: 'a,b' },
  { metric: 'lead-to-partner-amount', by: 'from,to' },
  { metric: 'granted-amount', by: 'year', region: 'NO-03' },
];

const newest = [
  { $group: { _id: '$aggregate', newest: { $top: { sortBy: { version: -1 }, output: { year: '$year', sides: '$sides' } } } } },
  { $replaceWith: { $mergeObjects: ['$newest', { aggregate: '$_id' }] } },
];
const regions = { $setUnion: ['$sides.region'] };
const oneEach = (of: string) => ({ $group: { _id: of, value: { $sum: 1 } } });
const sumOf = (of: string | null) => [{ $unwind: '$sides' }, { $group: { _id: of, value: { $sum: '$sides.amount' } } }];
const pairs = [
  { $set: { regions } },
  { $set: { a: '$regions', b: '$regions' } },
  { $unwind: '$a' },
  { $unwind: '$b' },
  { $match: { $expr: { $lt: ['$a', '$b'] } } },
];
const flows = [
  { $set: { from: { $first: { $filter: { input: '$sides', cond: { $eq: ['$$this.role', 'lead'] } } } } } },
  { $unwind: '$sides' },
  { $match: { $expr: { $and: [{ $ne: ['$sides.role', 'lead'] }, { $ne: ['$sides.region', '$from.region'] }] } } },
];

/** The same ten in MongoDB's language, over statements `{ aggregate, version, year, sides: [{ region, role, amount }] }`, in the same order. */
export const pipelines: readonly object[][] = [
  [...newest, { $count: 'value' }],
  [...newest, ...sumOf(null)],
  [...newest, oneEach('$year')],
  [...newest, ...sumOf('$year')],
  [...newest, { $unwind: '$sides' }, oneEach('$sides.region')],
  [...newest, ...sumOf('$sides.region')],
  [...newest, { $match: { $expr: { $gt: [{ $size: regions }, 1] } } }, { $count: 'value' }],
  [...newest, ...pairs, { $group: { _id: { a: '$a', b: '$b' }, value: { $sum: 1 } } }],
  [...newest, ...flows, { $group: { _id: { from: '$from.region', to: '$sides.region' }, value: { $sum: '$sides.amount' } } }],
  [
    ...newest,
    { $unwind: '$sides' },
    { $match: { 'sides.region': 'NO-03' } },
    { $group: { _id: '$year', value: { $sum: '$sides.amount' } } },
  ],
];
