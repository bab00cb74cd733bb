import { denied, invalidInput, person, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { agency, application, byOfficer, callId, contentInput, drafted, lead, toClosedCall, toNoCall } from '../example.fixture.ts';
import { publication } from '../../call/example.fixture.ts';

const draft = (around: object = {}) => application().when('draft', { call: callId, content: contentInput }, around);

test('an organisation begins an application to a call that is open, as far as it is written', () => {
  draft().then([drafted]);
  application()
    .when('draft', { call: callId, content: {} })
    .then([{ ...drafted, data: { ...drafted.data, content: {} } }]);
});

test('its events stand with the agency of the call, and only the applicant reads the draft', () => {
  const state = stateAfter(Application, [drafted]);
  expect(Application.agency?.(state)).toBe(agency);
  expect(Application.audience(state)).toEqual([`org:${lead}`]);
});

test('an application is to a call that there is, and that is open', () => {
  draft(toNoCall).then(refusal('call-unknown', { field: 'call' }));
  draft({ now: '2026-03-01T00:59:59.999Z' }).then(
    refusal('call-not-open-yet', { field: 'call', details: { opensAt: publication.opensAt } }),
  );
  draft({ now: publication.opensAt }).then([drafted]);
  draft({ now: publication.closesAt }).then(refusal('call-closed', { field: 'call' }));
  draft(toClosedCall).then(refusal('call-closed', { field: 'call' }));
});

test('whoever acts for no organisation cannot apply', () => {
  draft({ actor: person('applicant') }).then(refusal('no-organisation'));
  draft(byOfficer).then(denied);
});

test('a mistyped field is refused', () => {
  application()
    .when('draft', { call: callId, content: { titel: 'x' } as object })
    .then(invalidInput('content'));
});
