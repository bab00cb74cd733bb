import { applicationObjected } from '@xietong/contracts-projects';
import { person, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, inPublicity, now, objected, onTheList, publicised } from '../example.fixture.ts';

const { grounds } = objected.data;
const bySomebody = { actor: person('applicant', { org: 'NO-ORGNR:971035854' }), now } as const;

test('anyone who has logged in objects while the publicity lasts', () => {
  application(...inPublicity)
    .when('object', { grounds }, bySomebody)
    .then([objected]);
  application(...inPublicity)
    .when('object', { grounds }, { ...bySomebody, now: '2026-03-17T15:59:59.999Z' })
    .then([objected]);
  expect(stateAfter(Application, [...inPublicity, objected])).toMatchObject({
    publicity: { objections: [{ no: 1, status: 'open', grounds }] },
  });
});

test('when the publicity is over no objection is taken, and before it neither', () => {
  application(...inPublicity)
    .when('object', { grounds }, { ...bySomebody, now: publicised.data.endsAt })
    .then(refusal('publicity-over', { details: { endsAt: publicised.data.endsAt } }));
  application(...onTheList)
    .when('object', { grounds }, bySomebody)
    .then(refusal('not-publicised'));
});

test('each objection has a number of its own, up to a hundred', () => {
  const objections = Array.from({ length: 100 }, (_, i) => applicationObjected({ no: i + 1, grounds }));
  application(...inPublicity, ...objections.slice(0, 99))
    .when('object', { grounds }, bySomebody)
    .then([applicationObjected({ no: 100, grounds })]);
  application(...inPublicity, ...objections)
    .when('object', { grounds }, bySomebody)
    .then(refusal('objections-full'));
});
