import { callAmended, callClosed, callPublished, type CallTerms } from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { director, given, officer } from '@xietong/testing';
import { Call } from './call.ts';

export const agency = 'CN-331082/kjj';
/** A month before the call opens. */
export const byOfficer = { actor: officer(agency), now: '2026-02-01T08:00:00.000Z' } as const;
export const byDirector = { ...byOfficer, actor: director(agency) } as const;
export const whileOpen = { ...byOfficer, now: '2026-03-10T08:00:00.000Z' } as const;

export const terms: CallTerms = {
  title: '2026 年度示范项目申报指南 Call for demonstration projects 2026',
  programme: '揭榜示范 Demonstration',
  areas: [
    { code: 'smart-manufacturing', title: '智能制造 Smart manufacturing', quota: 40 },
    { code: 'biomedicine', title: '生物医药 Biomedicine', quota: 20 },
  ],
  eligibility: { kinds: ['enterprise', 'institute'], leadRegions: ['CN-3310'], conditions: ['近三年无严重失信记录'] },
  documents: [
    { code: 'feasibility', title: '可行性研究报告 Feasibility study', required: true },
    { code: 'patents', title: '专利证书 Patents', required: false },
  ],
  scoring: {
    axes: [
      { code: 'advancement', title: '技术先进性 Technical advancement', weightPercent: 40 },
      { code: 'pull', title: '产业带动性 Industrial pull', weightPercent: 35 },
      { code: 'feasibility', title: '实施可行性 Feasibility', weightPercent: 25 },
    ],
    quorum: 3,
    spreadMax: 25,
  },
  budget: { amount: 3_000_000_00, currency: 'CNY' },
  opensAt: '2026-03-01T01:00:00.000Z',
  closesAt: '2026-04-01T09:00:00.000Z',
  publicityWorkingDays: 5,
};
export const publication = { number: '2026-01', ...terms };
export const published = callPublished({ agency, rules: '2025', ...publication });
export const amended = callAmended({ ...terms, closesAt: '2026-04-15T09:00:00.000Z', reason: '清明假期 The holidays' });
export const closed = callClosed({});

/** A call with this history, and its agency's officer before it. */
export const call = (...history: EventOf<typeof Call.events>[]) => given(Call, history, byOfficer);
