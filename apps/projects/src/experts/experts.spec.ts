import {
  expertEvents,
  expertLapsed,
  expertProfileChanged,
  expertRegistered,
  expertReinstated,
  expertRejected,
  expertRenewed,
  expertSuspended,
  expertVerified,
} from '@xietong/contracts-talent';
import type { EventOf } from '@xietong/kernel';
import type { ExpertRecord } from './expert.ts';
import { isOnRoster } from './expert.ts';
import { experts } from './experts.ts';

const profile = { fields: ['smart-manufacturing'], affiliations: [], relations: [] };
const agency = 'CN-3301/kjj' as const;
const validUntil = '2028-03-31T16:00:00.000Z' as const;
const registered = expertRegistered({ expert: 'anExpertOfHangzhou---1', agency, ...profile });
const verified = expertVerified({ number: 'E-017', validUntil });
const now = '2026-04-07T08:00:00.000Z' as const;

const after = (...events: EventOf<typeof expertEvents>[]): ExpertRecord => {
  let record: object | undefined;
  for (const event of events)
    record = experts.apply(record, event as never, { id: 'e', aggregateId: 'x', source: '/CN-3301/kjj/talent', time: now });
  return record as ExpertRecord;
};

test('every event that an expert has is kept, and he is found by the fields in which he can judge', () => {
  expect(experts.from).toBe(expertEvents);
  expect(experts.context).toBe('talent');
  expect(experts.foundBy).toEqual(['fields']);
});

test('an expert is on a roster once his agency verified him, as long as his term runs', () => {
  expect(isOnRoster(after(registered), now)).toBe(false);
  expect(after(registered, verified)).toMatchObject({ status: 'verified', agency, number: 'E-017', validUntil, ...profile });
  expect(isOnRoster(after(registered, verified), now)).toBe(true);
  expect(isOnRoster(after(registered, verified), validUntil)).toBe(false);
});

test('who is suspended, lapsed or was not taken is on none, until that is lifted', () => {
  const reason = 'x';
  expect(isOnRoster(after(registered, expertRejected({ reason })), now)).toBe(false);
  expect(isOnRoster(after(registered, verified, expertSuspended({ reason })), now)).toBe(false);
  expect(isOnRoster(after(registered, verified, expertSuspended({ reason }), expertReinstated({ reason })), now)).toBe(true);
  const later = '2028-05-01T00:00:00.000Z' as const;
  const lapsed = [registered, verified, expertLapsed({ validUntil })] as const;
  expect(isOnRoster(after(...lapsed), later)).toBe(false);
  expect(isOnRoster(after(...lapsed, expertRenewed({ validUntil: '2030-03-31T16:00:00.000Z' })), later)).toBe(true);
});

test('a conflict is found by what he says of himself now', () => {
  const relations = [{ organisation: 'NO-ORGNR:919303808' as const, nature: 'advice' as const, since: '2026-01-01' as const }];
  expect(after(registered, verified, expertProfileChanged({ ...profile, relations }))).toMatchObject({ status: 'verified', relations });
  expect(after(registered, expertRejected({ reason: 'x' }), expertProfileChanged(profile)).status).toBe('registered');
});

test('an event of one who was never registered is a fault', () => {
  expect(() => after(verified)).toThrow("'expert.verified' of an expert who was never registered");
});
