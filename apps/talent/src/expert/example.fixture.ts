import {
  type ExpertProfile,
  expertLapsed,
  expertProfileChanged,
  expertRegistered,
  expertReinstated,
  expertRejected,
  expertRenewed,
  expertSuspended,
  expertVerified,
} from '@xietong/contracts-talent';
import type { Actor, EventOf } from '@xietong/kernel';
import { clock, director, given, officer, person } from '@xietong/testing';
import { Expert } from './expert.ts';

export const agency = 'CN-331082/kjj';
export const pseudonym = (name: string) => name.padEnd(22, '-');
export const asExpert = (name: string): Actor => ({ ...person('expert', { agency }), id: pseudonym(name) });

// Tuesday, 31 March 2026, four in the afternoon at the agency.
export const now = '2026-03-31T08:00:00.000Z' as const;
export const byHimself = { actor: asExpert('himself'), now } as const;
export const byOfficer = { actor: officer(agency), now } as const;
export const byDirector = { actor: director(agency), now } as const;
export const byClock = { actor: clock(), now } as const;

export const university = {
  organisation: 'CN-USCI:12330000470090573P',
  name: '浙江大学 Zhejiang University',
  region: 'CN-330106',
  since: '2015-09-01',
} as const;
export const firm = {
  organisation: 'CN-USCI:91331082MA00D034X0',
  name: '临海机电有限公司',
  region: 'CN-331082',
  since: '2020-03-01',
  until: '2024-08-31',
} as const;
export const advice = { organisation: 'NO-ORGNR:919303808', nature: 'advice', since: '2024-01-01', until: '2025-12-31' } as const;
export const profile: ExpertProfile = { fields: ['smart-manufacturing'], affiliations: [university, firm], relations: [advice] };
export const shares = { organisation: 'NO-ORGNR:971035854', nature: 'shareholding', since: '2026-02-01' } as const;

export const registered = expertRegistered({ expert: pseudonym('himself'), agency, ...profile });
export const changed = expertProfileChanged({ ...profile, relations: [advice, shares] });
export const rejected = expertRejected({ reason: '任职单位无法核实 The firm does not know him' });
/** The end of 31 March 2028 at the agency. */
export const validUntil = '2028-03-31T16:00:00.000Z';
export const verified = expertVerified({ number: 'E-017', validUntil });
export const renewed = expertRenewed({ validUntil: '2030-03-31T16:00:00.000Z' });
export const lapsed = expertLapsed({ validUntil });
export const suspended = expertSuspended({ reason: '正在调查 Under investigation' });
export const reinstated = expertReinstated({ reason: '调查未发现问题 Nothing was found' });

/** An expert with this history, and he himself before it. */
export const expert = (...history: EventOf<typeof Expert.events>[]) => given(Expert, history, byHimself);
