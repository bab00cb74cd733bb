import { expertRenewed } from '@xietong/contracts-talent';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { byHimself, byOfficer, expert, lapsed, registered, rejected, renewed, suspended, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const onRoster = [registered, verified];
const renew = (history: Parameters<typeof expert>, at: string) => expert(...history).when('renew', {}, { ...byHimself, now: at } as object);

test('he renews from 90 days before his last day on, and the new term follows the old one', () => {
  renew(onRoster, '2027-12-31T16:00:00.000Z').then([renewed]);
  renew(onRoster, '2028-03-31T15:59:59.999Z').then([renewed]);
  expect(stateAfter(Expert, [...onRoster, renewed])).toMatchObject({ status: 'verified', validUntil: renewed.data.validUntil });
});

test('earlier than that he does not, and is told from when on', () => {
  renew(onRoster, '2027-12-31T15:59:59.999Z').then(refusal('renewal-too-early', { details: { renewableFrom: '2028-01-01' } }));
  renew([...onRoster, renewed], '2028-03-31T15:59:59.999Z').then(
    refusal('renewal-too-early', { details: { renewableFrom: '2029-12-31' } }),
  );
});

test('who has lapsed renews from today, however long ago that was, and so does who is late before the clock is', () => {
  renew([...onRoster, lapsed], '2031-05-05T08:00:00.000Z').then([expertRenewed({ validUntil: '2033-05-05T16:00:00.000Z' })]);
  expect(stateAfter(Expert, [...onRoster, lapsed, renewed])).toMatchObject({ status: 'verified' });
  renew(onRoster, '2028-03-31T16:00:00.000Z').then([expertRenewed({ validUntil: '2030-04-01T16:00:00.000Z' })]);
});

test('nobody renews while he is suspended, and nobody who was never verified', () => {
  renew([...onRoster, suspended], '2028-03-01T08:00:00.000Z').then(
    refusal('expert-suspended', { details: { reason: suspended.data.reason } }),
  );
  renew([registered], '2028-03-01T08:00:00.000Z').then(refusal('not-on-roster', { details: { status: 'registered' } }));
  renew([registered, rejected], '2028-03-01T08:00:00.000Z').then(refusal('not-on-roster', { details: { status: 'rejected' } }));
});

test('nobody renews for another', () => {
  expert(...onRoster, lapsed)
    .when('renew', {}, byOfficer)
    .then(denied);
});
