import { applicationApproved, applicationSubmitted } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import {
  afterPublicity,
  application,
  approved,
  byDirector,
  byOfficer,
  content,
  dismissed,
  drafted,
  eligible,
  inPublicity,
  objected,
  onTheList,
  publicised,
  returned,
  shortlisted,
  submitted,
  time,
  upheld,
} from '../example.fixture.ts';

const { granted } = approved.data;
const later = { ...byDirector, now: afterPublicity };

test('a director approves when the publicity is over', () => {
  application(...inPublicity)
    .when('approve', { granted }, later)
    .then([approved]);
  application(...inPublicity)
    .when('approve', { granted }, { ...later, now: '2026-03-17T15:59:59.999Z' })
    .then(refusal('publicity-running', { details: { endsAt: afterPublicity } }));
  const state = stateAfter(Application, [...inPublicity, approved]);
  expect(state).toMatchObject({ status: 'approved', decision: { granted } });
  expect(Application.due?.(state)).toBeUndefined();
});

test('nothing is approved while an objection is open, nor when one was upheld', () => {
  application(...inPublicity, objected)
    .when('approve', { granted }, later)
    .then(refusal('objection-open', { details: { objections: [1] } }));
  application(...inPublicity, objected, upheld)
    .when('approve', { granted }, later)
    .then(refusal('objection-upheld', { details: { objections: [1] } }));
  application(...inPublicity, objected, dismissed)
    .when('approve', { granted }, later)
    .then([approved]);
});

test('no more is granted than was asked for, in its currency', () => {
  application(...inPublicity)
    .when('approve', { granted: content.budget }, later)
    .then([applicationApproved({ granted: content.budget, late: false, usedWorkingDays: 6 })]);
  application(...inPublicity)
    .when('approve', { granted: { ...content.budget, amount: content.budget.amount + 1 } }, later)
    .then(refusal('grant-exceeds-budget', { field: 'granted.amount' }));
  application(...inPublicity)
    .when('approve', { granted: { amount: 1, currency: 'EUR' } }, later)
    .then(refusal('currencies-mixed', { field: 'granted.currency' }));
});

test('a decision after its time is marked late, and says how many working days it took', () => {
  application(...inPublicity)
    .when('approve', { granted }, { ...later, now: time.decideBy })
    .then([applicationApproved({ granted, late: true, usedWorkingDays: 31 })]);
});

test('the working days of before a return count, those while it was returned do not', () => {
  const again = applicationSubmitted({ content, countedFrom: '2026-03-12', usedWorkingDays: 3, ...time });
  application(drafted, submitted, returned, again, eligible, shortlisted, publicised)
    .when('approve', { granted }, later)
    .then([applicationApproved({ granted, late: false, usedWorkingDays: 7 })]);
});

test('what was not publicised is not approved, and an officer does not approve', () => {
  application(...onTheList)
    .when('approve', { granted }, later)
    .then(refusal('not-publicised', { details: { status: 'shortlisted' } }));
  application(...inPublicity)
    .when('approve', { granted }, { ...byOfficer, now: afterPublicity })
    .then(denied);
});
