import { refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byOfficer, dismissed, inPublicity, objected, onTheList, upheld } from '../example.fixture.ts';

test('the officer resolves an objection, with what was found', () => {
  application(...inPublicity, objected)
    .when('resolveObjection', dismissed.data, byOfficer)
    .then([dismissed]);
  expect(stateAfter(Application, [...inPublicity, objected, upheld])).toMatchObject({
    publicity: { objections: [{ no: 1, status: 'resolved', upheld: true, finding: upheld.data.finding }] },
  });
});

test('an objection is resolved once, and one that nobody made not at all', () => {
  application(...inPublicity, objected, dismissed)
    .when('resolveObjection', upheld.data, byOfficer)
    .then(refusal('objection-resolved', { field: 'no' }));
  application(...inPublicity)
    .when('resolveObjection', dismissed.data, byOfficer)
    .then(refusal('objection-unknown', { field: 'no' }));
  application(...onTheList)
    .when('resolveObjection', dismissed.data, byOfficer)
    .then(refusal('not-publicised'));
});
