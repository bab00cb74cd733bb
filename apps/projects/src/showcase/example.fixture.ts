import {
  projectCompleted,
  showcaseDeclined,
  showcaseNominated,
  showcasePublished,
  showcaseSelected,
  showcaseWithdrawn,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { director, given, officer, stateAfter } from '@xietong/testing';
import { active, registrar } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { Showcase } from './showcase.ts';

export { active, registrar };
export const projectId = 'NO-03.rcn.951956';
export const participants = ['NO-ORGNR:919303808', 'CN-USCI:91331082MA00D034X0'] as const;
export const now = '2027-02-01T08:00:00.000Z' as const;
export const toProject = (...history: EventOf<typeof Project.events>[]) => ({ gathered: { project: stateAfter(Project, history) } });
const around = { now, ...toProject(...active, projectCompleted({})) } as const;
export const byOfficer = { actor: officer(registrar), ...around } as const;
export const byDirector = { actor: director(registrar), ...around } as const;

export const content: Omit<Parameters<typeof showcaseNominated>[0], 'project' | 'registrar' | 'participants' | 'rules'> = {
  title: '数字孪生让中小企业少走弯路 Digital twins for small firms',
  summary: '两地企业共建示范产线。',
  regions: ['NO-50', 'CN-331082'],
  lessons: '先统一数据接口，再接入企业。',
};
export const nominated = showcaseNominated({ project: projectId, registrar, participants: [...participants], rules: '2025', ...content });
export const selected = showcaseSelected({});
export const declined = showcaseDeclined({ reason: '可推广性不足 Hard to repeat' });
export const published = showcasePublished({ year: 2026 });
export const withdrawn = showcaseWithdrawn({ reason: '数据有误 The data were wrong' });

/** A showcase with this history, and the registrar's director before it. */
export const showcase = (...history: EventOf<typeof Showcase.events>[]) => given(Showcase, history, byDirector);
