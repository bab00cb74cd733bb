import { terms } from '../call/example.fixture.ts';
import { axisMeans, type Judged } from './axis-means.ts';

const { scoring } = terms;
const scored = (advancement: number, pull: number, feasibility: number): Judged => ({
  application: 'a',
  status: 'scored',
  assessment: {
    total: 0,
    scores: [
      { axis: 'feasibility', points: feasibility },
      { axis: 'advancement', points: advancement },
      { axis: 'pull', points: pull },
    ],
  },
});

test('the points on each axis are averaged in the order of the call, whatever the order in which they were given', () => {
  expect(axisMeans([scored(80, 70, 60), scored(81, 70, 61), scored(81, 71, 60)], scoring)).toEqual([
    { axis: 'advancement', mean: 80_67 },
    { axis: 'pull', mean: 70_33 },
    { axis: 'feasibility', mean: 60_33 },
  ]);
});

test('a review that does not count adds nothing, and without one that counts there is no mean', () => {
  const { assessment } = scored(0, 0, 0);
  const recused: Judged = { application: 'a', status: 'recused', ...(assessment ? { assessment } : {}) };
  expect(axisMeans([scored(80, 70, 60), recused, { application: 'a', status: 'accepted' }], scoring)[0]).toEqual({
    axis: 'advancement',
    mean: 80_00,
  });
  expect(axisMeans([recused], scoring)).toEqual([]);
});
