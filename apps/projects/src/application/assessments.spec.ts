import { reviewScored } from '@xietong/contracts-projects';
import { lookupOver, stateAfter } from '@xietong/testing';
import { registered, registration as ofProject } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { accepted, applicationId, assessment, conflictFound, invited, scored } from '../review/example.fixture.ts';
import { Review } from '../review/review.ts';
import { aroundApproval } from './decide/approve.ts';
import { drafted, registration } from './example.fixture.ts';
import { Application } from './application.ts';

const scoredWith = (total: number, comment: string) =>
  stateAfter(Review, [invited, accepted, reviewScored({ ...assessment, total, comment })]);
const application = stateAfter(Application, [drafted]);
const approval = { granted: { amount: 1, currency: 'CNY' as const }, number: registration.number };

test('a decision tells what every review came to that counts, in the order of the totals', async () => {
  const look = lookupOver({
    documents: [
      [
        Review,
        {
          r1: scoredWith(60_00, 'b'),
          r2: scoredWith(90_00, 'c'),
          r3: scoredWith(60_00, 'a'),
          awaited: stateAfter(Review, [invited, accepted]),
          voided: stateAfter(Review, [invited, accepted, scored, conflictFound]),
          another: { ...scoredWith(99_00, 'z'), application: 'another' },
        },
      ],
    ],
  });
  const { assessments } = await aroundApproval(look, approval, application, applicationId);
  expect(assessments.map(({ total, comment }) => [total, comment])).toEqual([
    [90_00, 'c'],
    [60_00, 'a'],
    [60_00, 'b'],
  ]);
});

test("a number is taken where a project of the application's own agency has it", async () => {
  const look = lookupOver({
    documents: [
      [Project, { [`CN-331082.kjj.${registration.number}`]: stateAfter(Project, [registered]) }],
      [Review, {}],
    ],
  });
  expect(await aroundApproval(look, approval, application, 'a')).toMatchObject({ isNumberTaken: true });
  expect(await aroundApproval(look, { ...approval, number: ofProject.number }, application, 'a')).toMatchObject({ isNumberTaken: false });
  expect(await aroundApproval(look, approval, { ...application, agency: 'NO-03/rcn' }, 'a')).toMatchObject({ isNumberTaken: false });
});
