import { exemptionEvents } from '@xietong/contracts-projects';
import {
  type Access,
  agency,
  aggregate,
  command,
  create,
  directorOf,
  type Lookup,
  officerOf,
  org,
  personAlone,
  role,
} from '@xietong/kernel';
import { projectOf } from '../project/named-project.ts';
import { isMember, membersOf } from './committee.ts';
import { Apply, apply } from './decide/apply.ts';
import { AppointCommittee, appointCommittee } from './decide/appoint-committee.ts';
import { Decide, decide, votesOf } from './decide/decide.ts';
import { DeclareConflict, declareConflict } from './decide/declare-conflict.ts';
import { Investigate, investigate } from './decide/investigate.ts';
import { ReplaceMember, replaceMember, voteOfLeaving } from './decide/replace-member.ts';
import { evolve } from './evolve.ts';
import { ExemptionState } from './state.ts';

const registrarsDirector = directorOf((s: ExemptionState) => s.registrar);
const itsMember: Access<ExemptionState> = {
  words: 'expert on its committee',
  roles: ['expert'],
  permits: (actor, state) => actor.kind === 'person' && actor.roles.includes('expert') && isMember(state, actor.id),
};

export const Exemption = aggregate('exemption', {
  state: ExemptionState,
  events: exemptionEvents,
  evolve,
  agency: (s) => s.registrar,
  audience: (s) => [agency(s.registrar), org(s.applicant), ...membersOf(s).map(({ expert }) => personAlone(expert))],
  keys: {
    status: (s) => s.status,
    project: (s) => s.project,
    agency: (s) => s.registrar,
    applicant: (s) => s.applicant,
    ground: (s) => s.ground,
  },
  commands: {
    apply: create(apply, {
      input: Apply,
      allow: role('applicant'),
      gather: projectOf,
      emits: ['exemption.applied'],
      refuses: ['no-organisation', 'project-unknown', 'project-not-stopped'],
    }),
    appointCommittee: command(appointCommittee, {
      input: AppointCommittee,
      allow: registrarsDirector,
      gather: (look: Lookup, _, state: ExemptionState) => projectOf(look, state),
      emits: ['exemption.committee-appointed'],
      refuses: ['committee-appointed', 'project-unknown', 'committee-too-small', 'member-repeated', 'member-in-conflict'],
    }),
    declareConflict: command(declareConflict, {
      input: DeclareConflict,
      allow: itsMember,
      emits: ['exemption.conflict-declared'],
      refuses: ['no-committee-at-work', 'conflict-declared'],
    }),
    replaceMember: command(replaceMember, {
      input: ReplaceMember,
      allow: registrarsDirector,
      gather: voteOfLeaving,
      emits: ['exemption.member-replaced'],
      refuses: ['no-committee-at-work', 'project-unknown', 'member-unknown', 'member-voted', 'member-repeated', 'member-in-conflict'],
    }),
    investigate: command(investigate, {
      input: Investigate,
      allow: officerOf((s: ExemptionState) => s.registrar),
      emits: ['exemption.investigated'],
      refuses: ['not-under-investigation'],
    }),
    decide: command(decide, {
      input: Decide,
      allow: registrarsDirector,
      gather: votesOf,
      emits: ['exemption.decided'],
      refuses: ['not-up-for-decision', 'project-unknown', 'conflict-on-committee', 'votes-missing', 'against-majority'],
    }),
  },
});
