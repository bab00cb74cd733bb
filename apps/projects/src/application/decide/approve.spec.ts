import { applicationApproved, applicationSubmitted } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import {
  afterPublicity,
  application,
  approved,
  assessment,
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
  registration,
  returned,
  shortlisted,
  submitted,
  time,
  upheld,
} from '../example.fixture.ts';

const { granted } = approved.data;
const { number } = registration;
const reviewed = { gathered: { assessments: [assessment], isNumberTaken: false } };
const later = { ...byDirector, now: afterPublicity, ...reviewed };
const withAmounts = (amounts: readonly number[]) => ({
  ...registration,
  participants: registration.participants.map((participant, place) => ({
    ...participant,
    amount: { amount: amounts[place] ?? 0, currency: 'CNY' as const },
  })),
});
const approvedWith = (changes: Partial<typeof approved.data>) => applicationApproved({ ...approved.data, ...changes });

test('a director approves when the publicity is over', () => {
  application(...inPublicity)
    .when('approve', { granted, number }, later)
    .then([approved]);
  application(...inPublicity)
    .when('approve', { granted, number }, { ...later, now: '2026-03-17T15:59:59.999Z' })
    .then(refusal('publicity-running', { details: { endsAt: afterPublicity } }));
  const state = stateAfter(Application, [...inPublicity, approved]);
  expect(state).toMatchObject({ status: 'approved', decision: { granted } });
  expect(Application.due?.(state)).toBeUndefined();
});

test('nothing is approved while an objection is open, nor when one was upheld', () => {
  application(...inPublicity, objected)
    .when('approve', { granted, number }, later)
    .then(refusal('objection-open', { details: { objections: [1] } }));
  application(...inPublicity, objected, upheld)
    .when('approve', { granted, number }, later)
    .then(refusal('objection-upheld', { details: { objections: [1] } }));
  application(...inPublicity, objected, dismissed)
    .when('approve', { granted, number }, later)
    .then([approved]);
});

test('no more is granted than was asked for, in its currency', () => {
  application(...inPublicity)
    .when('approve', { granted: content.budget, number }, later)
    .then([approvedWith({ granted: content.budget, registration: withAmounts([350_000_00, 150_000_00]) })]);
  application(...inPublicity)
    .when('approve', { granted: { ...content.budget, amount: content.budget.amount + 1 }, number }, later)
    .then(refusal('grant-exceeds-budget', { field: 'granted.amount' }));
  application(...inPublicity)
    .when('approve', { granted: { amount: 1, currency: 'EUR' }, number }, later)
    .then(refusal('currencies-mixed', { field: 'granted.currency' }));
});

test('what is approved becomes a project with a number of its own, and its parties share what is granted to the last cent', () => {
  application(...inPublicity)
    .when('approve', { granted: { amount: 101, currency: 'CNY' }, number }, later)
    .then([approvedWith({ granted: { amount: 101, currency: 'CNY' }, registration: withAmounts([71, 30]) })]);
  application(...inPublicity)
    .when('approve', { granted, number }, { ...later, gathered: { ...reviewed.gathered, isNumberTaken: true } })
    .then(refusal('number-taken', { field: 'number' }));
});

test('the applicant is told what the reviews came to, and not by whom', () => {
  const state = stateAfter(Application, [...inPublicity, approved]);
  expect(state).toMatchObject({ decision: { assessments: [assessment] } });
  expect(JSON.stringify(Application.state.parse(state))).not.toContain('expert');
  expect(JSON.stringify(stateAfter(Application, inPublicity))).not.toContain('assessments');
});

test('a decision after its time is marked late, and says how many working days it took', () => {
  application(...inPublicity)
    .when('approve', { granted, number }, { ...later, now: time.decideBy })
    .then([approvedWith({ late: true, usedWorkingDays: 31, registration: { ...registration, signedOn: '2026-04-23' } })]);
});

test('the working days of before a return count, those while it was returned do not', () => {
  const again = applicationSubmitted({ content, countedFrom: '2026-03-12', usedWorkingDays: 3, ...time });
  application(drafted, submitted, returned, again, eligible, shortlisted, publicised)
    .when('approve', { granted, number }, later)
    .then([approvedWith({ usedWorkingDays: 7 })]);
});

test('what was not publicised is not approved, and an officer does not approve', () => {
  application(...onTheList)
    .when('approve', { granted, number }, later)
    .then(refusal('not-publicised', { details: { status: 'shortlisted' } }));
  application(...inPublicity)
    .when('approve', { granted, number }, { ...byOfficer, now: afterPublicity })
    .then(denied);
});
