import { applicationRefused } from '@xietong/contracts-projects';
import { denied, refusal } from '@xietong/testing';
import {
  application,
  approved,
  byDirector,
  byOfficer,
  drafted,
  eligible,
  inPublicity,
  objected,
  onTheList,
  refused,
  submitted,
  time,
  upheld,
} from '../example.fixture.ts';

const { reason } = refused.data;

test.each([
  ['after review', [drafted, submitted, eligible]],
  ['on the list', onTheList],
  ['in publicity, with an objection open', [...inPublicity, objected]],
  ['after an objection was upheld', [...inPublicity, objected, upheld]],
])('a director refuses %s, with the reason', (_, history) => {
  application(...history)
    .when('refuse', { reason }, byDirector)
    .then([refused]);
});

test('a refusal after its time is marked late, and says how many working days it took', () => {
  application(...onTheList)
    .when('refuse', { reason }, { ...byDirector, now: time.decideBy })
    .then([applicationRefused({ ...refused.data, late: true, usedWorkingDays: 31 })]);
});

test('what waits to be examined, or was decided, is not refused', () => {
  application(drafted, submitted)
    .when('refuse', { reason }, byDirector)
    .then(refusal('not-eligible', { details: { status: 'submitted' } }));
  application(...inPublicity, approved)
    .when('refuse', { reason }, byDirector)
    .then(refusal('not-eligible'));
  application(...onTheList)
    .when('refuse', { reason }, byOfficer)
    .then(denied);
});
