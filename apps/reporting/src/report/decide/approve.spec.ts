import { director, refusal } from '@xietong/testing';
import { agency, approved, byApprover, bySubmitter, drafted, drafter, now, report, submitted } from '../example.fixture.ts';

test('a director who has neither drafted nor submitted it approves', () => {
  report(drafted, submitted).when('approve', {}, byApprover).then([approved]);
});

test('who drafted a report, or submitted it, does not approve it, director or not', () => {
  const draftingDirector = { ...director(agency), id: drafter.id };
  report(drafted, submitted).when('approve', {}, { actor: draftingDirector, now }).then(refusal('own-draft'));
  report(drafted, submitted).when('approve', {}, bySubmitter).then(refusal('own-draft'));
});

test('a draft is not approved, and nothing twice', () => {
  report(drafted)
    .when('approve', {}, byApprover)
    .then(refusal('not-submitted', { details: { status: 'draft' } }));
  report(drafted, submitted, approved).when('approve', {}, byApprover).then(refusal('not-submitted'));
});
