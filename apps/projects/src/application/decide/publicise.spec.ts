import { applicationPublicised } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import {
  application,
  approved,
  byOfficer,
  drafted,
  eligible,
  inPublicity,
  onTheList,
  publicised,
  submitted,
  toCallWith,
  toNoCall,
  withdrawn,
} from '../example.fixture.ts';

test('a list is publicised for as many working days as the call says', () => {
  application(...onTheList)
    .when('publicise', {}, byOfficer)
    .then([publicised]);
  application(...onTheList)
    .when('publicise', {}, { ...byOfficer, ...toCallWith({ publicityWorkingDays: 20 }) })
    .then([applicationPublicised({ endsAt: '2026-04-08T16:00:00.000Z', provisional: false })]);
});

test('everyone reads who wants to do what together, but no amount, no plan and no objection', () => {
  const { excerpt } = Application;
  const state = stateAfter(Application, inPublicity);
  expect(excerpt?.audience(state)).toEqual(['public']);
  expect(excerpt?.of(state)).toEqual({
    status: 'publicised',
    call: 'CN-331082.kjj.2026-01',
    agency: 'CN-331082/kjj',
    title: '数字孪生示范产线 Digital twin line',
    area: 'smart-manufacturing',
    parties: [
      { role: 'lead', name: '临海市示范制造有限公司', region: 'CN-331082' },
      { role: 'partner', name: 'SINTEF AS', region: 'NO-50' },
    ],
    endsAt: publicised.data.endsAt,
  });
});

test('it stays public once approved, and not when it was taken back', () => {
  const readers = (...more: (typeof approved | typeof withdrawn)[]) =>
    Application.excerpt?.audience(stateAfter(Application, [...inPublicity, ...more]));
  expect([readers(approved), readers(withdrawn)]).toEqual([['public'], []]);
  expect(Application.excerpt?.audience(stateAfter(Application, onTheList))).toEqual([]);
});

test('only what is on the list is publicised', () => {
  application(drafted, submitted, eligible)
    .when('publicise', {}, byOfficer)
    .then(refusal('not-shortlisted', { details: { status: 'eligible' } }));
  application(...onTheList)
    .when('publicise', {}, { ...byOfficer, ...toNoCall })
    .then(refusal('call-unknown'));
});
