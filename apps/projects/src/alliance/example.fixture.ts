import {
  allianceDissolved,
  allianceFounded,
  allianceMemberJoined,
  allianceMemberLeft,
  alliancePeriodStated,
  allianceSharingRuleAgreed,
  allianceStatementConfirmed,
  allianceStatementCorrected,
  allianceStatementDisputed,
  allianceStatementFinalised,
  type Member,
  type MemberId,
  type Share,
  type SharingStatement,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { applicant, given, officer } from '@xietong/testing';
import { Alliance } from './alliance.ts';

/** Taizhou keeps the record; it is no member itself. */
export const agency = 'CN-3310/kjj';
/** The day after the first quarter, nine in the morning at the agency. */
export const now = '2026-04-01T01:00:00.000Z' as const;

const linhaiId = 'CN-331082/kjj';
const pudongId = 'CN-310115/kjw';
const firmId = 'CN-USCI:91310115MA00DEM225';
export const linhai: Member = { id: linhaiId, name: '临海市科技局', region: 'CN-331082' };
export const pudong: Member = { id: pudongId, name: '浦东新区科技和经济委员会', region: 'CN-310115' };
export const firm: Member = { id: firmId, name: '张江示范运营有限公司', region: 'CN-310115' };

export const byOfficer = { actor: officer(agency), now } as const;
export const byLinhai = { actor: officer(linhaiId), now } as const;
export const byPudong = { actor: officer(pudongId), now } as const;
export const byFirm = { actor: applicant(firmId), now } as const;

export const foundation = {
  number: '2026-01',
  kind: 'enclave' as const,
  title: '临海（张江）科创飞地 Linhai enclave at Zhangjiang',
  field: '生物医药 Biomedicine',
  beginsOn: '2026-01-01' as const,
  members: [linhai, pudong],
};
export const founded = allianceFounded({ agency, rules: '2025', ...foundation });
const foundedByThree = allianceFounded({ ...founded.data, members: [linhai, pudong, firm] });
export const joined = allianceMemberJoined({ member: firm, on: '2026-02-10' });
export const left = allianceMemberLeft({ member: firmId, on: '2026-03-31', reason: '合同到期 The contract ended' });
export const pudongLeft = allianceMemberLeft({ member: pudongId, on: '2026-03-31', reason: '调整 Reorganised' });
export const dissolved = allianceDissolved({ on: '2026-03-31' });

export const sixToFour: [Share, Share] = [
  { member: linhaiId, basisPoints: 6000 },
  { member: pudongId, basisPoints: 4000 },
];
export const thirds: Share[] = [
  { member: linhaiId, basisPoints: 3334 },
  { member: pudongId, basisPoints: 3333 },
  { member: firmId, basisPoints: 3333 },
];
export const agreed = allianceSharingRuleAgreed({ no: 1, from: '2026-01-01', shares: sixToFour });
export const agreedByThree = allianceSharingRuleAgreed({ no: 1, from: '2026-01-01', shares: thirds });

export const totals = { tax: 100_000_01, output: 2_000_000_00, currency: 'CNY' as const };
export const statement: SharingStatement = {
  period: '2026-Q1',
  no: 1,
  rule: 1,
  totals,
  parts: [
    { member: linhaiId, region: 'CN-331082', tax: 60_000_01, output: 1_200_000_00 },
    { member: pudongId, region: 'CN-310115', tax: 40_000_00, output: 800_000_00 },
  ],
};
export const stated = alliancePeriodStated(statement);
export const confirmedBy = (member: MemberId, no = 1) => allianceStatementConfirmed({ period: '2026-Q1', no, member });
export const finalised = allianceStatementFinalised(statement);
export const disputed = allianceStatementDisputed({
  period: '2026-Q1',
  no: 1,
  member: pudongId,
  field: 'tax',
  reason: '与税务数据不符 The tax office has another figure',
});
export const corrected = allianceStatementCorrected({ ...statement, no: 2, reason: '已与税务部门核对 Checked with the tax office' });

export const ruled = [founded, agreed];
export const awaited = [...ruled, stated];
export const final = [...awaited, confirmedBy(linhaiId), confirmedBy(pudongId), finalised];
export const ofThree = [foundedByThree, agreedByThree];

/** An alliance with this history, and an officer of the founding agency before it. */
export const alliance = (...history: EventOf<typeof Alliance.events>[]) => given(Alliance, history, byOfficer);
