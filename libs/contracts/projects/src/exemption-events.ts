import { LocalDate, OrganisationId, Reason, text } from '@xietong/domain';
import { AgencyRef, event, idOf, Pseudonym } from '@xietong/kernel';
import { z } from 'zod';
import { AboutProject } from './case-about-project.ts';
import { RuleSetId } from './rule-set-id.ts';

/** On what ground an exemption is asked for: 不可抗力, 善意的技术失败, 市场变化, 政策变化. */
export const ExemptionGround = z.enum(['force-majeure', 'technical-failure', 'market-change', 'policy-change']);

/** An organisation that a person belongs to, or belonged to until a day. */
export const Affiliation = z.object({ organisation: OrganisationId, until: LocalDate.optional() });

/** A member of the committee, with the organisations that could bring a conflict of interest. */
export const CommitteeMember = z.object({ expert: Pseudonym, affiliations: z.array(Affiliation).max(30) });
export type CommitteeMember = z.output<typeof CommitteeMember>;

/** How a member voted, and why. */
export const Vote = z.object({ inFavour: z.boolean(), reasons: text(5000) });

/** A participant of a project that stopped asks not to be held liable. `exemption` is the id of the case, under which its votes are found. */
export const exemptionApplied = event(
  'exemption.applied',
  1,
  z.object({
    exemption: idOf('exemption', z.string()),
    ...AboutProject.shape,
    applicant: OrganisationId,
    rules: RuleSetId,
    ground: ExemptionGround,
    account: text(5000),
  }),
);

/** A committee was appointed, none of whose members is of a participant. */
export const exemptionCommitteeAppointed = event(
  'exemption.committee-appointed',
  1,
  z.object({ members: z.array(CommitteeMember).min(1).max(15) }),
);

/** A member found a conflict of interest of his own 申报回避. */
export const exemptionConflictDeclared = event('exemption.conflict-declared', 1, z.object({ expert: Pseudonym, nature: text(2000) }));

/** `member` took the place of `expert`; what the latter may have voted does not count. */
export const exemptionMemberReplaced = event(
  'exemption.member-replaced',
  1,
  z.object({ expert: Pseudonym, member: CommitteeMember, reason: Reason }),
);

/** What was found out; from now on the members vote. */
export const exemptionInvestigated = event('exemption.investigated', 1, z.object({ findings: text(10_000) }));

/** The majority's decision, with what it means for the project, and every vote: until now nobody but its member had read it. */
export const exemptionDecided = event(
  'exemption.decided',
  1,
  z.object({
    granted: z.boolean(),
    reasons: text(5000),
    effect: text(2000),
    votes: z.array(z.object({ expert: Pseudonym, ...Vote.shape })).max(15),
  }),
);

/** Every event of an exemption, in the order of its life. */
export const exemptionEvents = [
  exemptionApplied,
  exemptionCommitteeAppointed,
  exemptionConflictDeclared,
  exemptionMemberReplaced,
  exemptionInvestigated,
  exemptionDecided,
] as const;

/** A member votes on an exemption: once, and alone in reading it until the decision. */
export const exemptionVoteCast = event(
  'exemption-vote.cast',
  1,
  z.object({ exemption: exemptionApplied.schema.shape.exemption, registrar: AgencyRef, voter: Pseudonym, ...Vote.shape }),
);

/** Every event of a vote. */
export const exemptionVoteEvents = [exemptionVoteCast] as const;
