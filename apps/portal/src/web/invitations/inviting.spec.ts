import { ApiProblem } from '../api/api-problem.ts';
import { inviteAll, type Outcome, tallyOf } from './inviting.ts';

const refusal = { status: 409, code: 'expert-in-conflict', title: '该专家须回避' };

test('several experts are invited one by one, and a refusal stands beside its expert while the rest go on', async () => {
  const asked: string[] = [];
  let under = 0;
  const outcomes = new Map<string, Outcome>();
  await inviteAll(
    [{ expert: 'a' }, { expert: 'b' }, { expert: 'c' }],
    async ({ expert }) => {
      under += 1;
      expect([under, outcomes.get(expert)]).toEqual([1, { status: 'sending' }]);
      asked.push(expert);
      await Promise.resolve();
      under -= 1;
      if (expert === 'b') throw new ApiProblem(refusal);
    },
    (expert, outcome) => outcomes.set(expert, outcome),
  );
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(Object.fromEntries(outcomes)).toEqual({
    a: { status: 'invited' },
    b: { status: 'refused', problem: refusal },
    c: { status: 'invited' },
  });
  expect(tallyOf(outcomes)).toEqual({ invited: 2, refused: 1 });
});

test('all who were chosen wait from the start', async () => {
  const reports: string[] = [];
  await inviteAll(
    [{ expert: 'a' }, { expert: 'b' }],
    async () => undefined,
    (expert, { status }) => reports.push(`${expert} ${status}`),
  );
  expect(reports).toEqual(['a waiting', 'b waiting', 'a sending', 'a invited', 'b sending', 'b invited']);
});
