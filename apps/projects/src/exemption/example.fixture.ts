import {
  type CommitteeMember,
  exemptionApplied,
  exemptionCommitteeAppointed,
  exemptionConflictDeclared,
  exemptionDecided,
  exemptionInvestigated,
  exemptionMemberReplaced,
  exemptionVoteCast,
  projectExited,
  projectSuspended,
} from '@xietong/contracts-projects';
import type { Actor, EventOf } from '@xietong/kernel';
import { applicant, director, given, officer, person, stateAfter } from '@xietong/testing';
import { ExemptionVote } from '../exemption-vote/exemption-vote.ts';
import { active, registrar } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { Exemption } from './exemption.ts';

export { active, registrar };
export const projectId = 'NO-03.rcn.951956';
export const exemptionId = 'this';
export const applicantId = 'CN-USCI:91331082MA00D034X0' as const;
export const leadId = 'NO-ORGNR:919303808' as const;
export const now = '2027-03-10T08:00:00.000Z' as const;

export const toProject = (...history: EventOf<typeof Project.events>[]) => ({ project: stateAfter(Project, history) });
export const suspended = [...active, projectSuspended({ reason: '停工' })];
export const exited = [...active, projectExited({ reason: '终止' })];

const pseudonym = (name: string) => name.padEnd(22, '-');
export const [first, second, third, fourth] = [pseudonym('first'), pseudonym('second'), pseudonym('third'), pseudonym('fourth')];
export const member = (expert: string, affiliations: CommitteeMember['affiliations'] = []): CommitteeMember => ({ expert, affiliations });
export const asExpert = (id: string): Actor => ({ ...person('expert'), id });

export const account = { ground: 'technical-failure', account: '三轮中试均未达到设计寿命 Three trials failed' } as const;
export const applied = exemptionApplied({
  exemption: exemptionId,
  project: projectId,
  registrar,
  participants: [leadId, applicantId],
  applicant: applicantId,
  rules: '2025',
  ...account,
});
export const members = [member(first, [{ organisation: 'NO-ORGNR:971035854' }]), member(second), member(third)];
export const appointed = exemptionCommitteeAppointed({ members });
export const declared = exemptionConflictDeclared({ expert: third, nature: '学生任职于申请单位 A student works there' });
export const replaced = exemptionMemberReplaced({ expert: third, member: member(fourth), reason: '申报回避 A conflict' });
export const investigated = exemptionInvestigated({ findings: '未发现弄虚作假 No fraud' });

export const castBy = (voter: string, inFavour: boolean) =>
  exemptionVoteCast({ exemption: exemptionId, registrar, voter, inFavour, reasons: `因为 because, says ${voter}` });
export const voteOf = (voter: string, inFavour: boolean) => stateAfter(ExemptionVote, [castBy(voter, inFavour)]);
export const twoToOne = [voteOf(first, true), voteOf(second, true), voteOf(third, false)];

export const decision = { granted: true, reasons: '已尽勤勉义务 Diligent', effect: '不追回经费，不记入诚信记录 No repayment, no entry' };
export const votesIn = (votes: readonly (typeof twoToOne)[number][]) =>
  votes.map(({ voter, inFavour, reasons }) => ({ expert: voter, inFavour, reasons }));
export const decided = exemptionDecided({ ...decision, votes: votesIn(twoToOne) });

export const onTheTable = [applied, appointed, investigated];
export const gathered = { ...toProject(...suspended), votes: twoToOne };
const around = { now, gathered, id: exemptionId } as const;
export const byApplicant = { actor: applicant(applicantId), ...around } as const;
export const byOfficer = { actor: officer(registrar), ...around } as const;
export const byDirector = { actor: director(registrar), ...around } as const;
export const byMember = (id: string) => ({ ...around, actor: asExpert(id) });

/** An exemption with this history, and the registrar's director before it. */
export const exemption = (...history: EventOf<typeof Exemption.events>[]) => given(Exemption, history, byDirector);
