import { allianceEvents, idUnder } from '@xietong/contracts-projects';
import { aggregate, applicantOf, command, create, either, officerOf, role } from '@xietong/kernel';
import { AgreeSharingRule, agreeSharingRule } from './decide/agree-sharing-rule.ts';
import { Confirm, confirm } from './decide/confirm.ts';
import { Correct, correct } from './decide/correct.ts';
import { Dispute, dispute } from './decide/dispute.ts';
import { Found, found } from './decide/found.ts';
import { Join, join } from './decide/join.ts';
import { Leave, leave } from './decide/leave.ts';
import { state, StatePeriod } from './decide/state.ts';
import { evolve } from './evolve.ts';
import { agencyOf } from './members.ts';
import { readersOf } from './readers.ts';
import { AllianceState } from './state.ts';

const foundersOfficer = officerOf((s: AllianceState) => s.agency);
// Who has ever been a member; whether it is one of the statement's, the rule tells.
const membersOwn = either(
  applicantOf((s: AllianceState) => s.members.map(({ id }) => id)),
  officerOf((s: AllianceState) => s.members.flatMap(({ id }) => agencyOf(id) ?? [])),
);
const refusedToMembers = ['statement-unknown', 'member-unknown', 'not-for-this-member', 'statement-final'] as const;

export const Alliance = aggregate('alliance', {
  state: AllianceState,
  events: allianceEvents,
  evolve,
  audience: readersOf,
  keys: {
    status: (s) => s.status,
    agency: (s) => s.agency,
    number: (s) => s.number,
    kind: (s) => s.kind,
    title: (s) => s.title,
    field: (s) => s.field,
    beginsOn: (s) => s.beginsOn,
  },
  tags: {
    member: (s) => [...new Set(s.members.map(({ id }) => id))],
    region: (s) => [...new Set(s.members.map(({ region }) => region))],
  },
  commands: {
    found: create(found, {
      input: Found,
      allow: role('officer'),
      // Who acts for no agency is refused by the rule, whatever the id.
      id: ({ number }, { agency = 'no/agency' }) => idUnder(agency, number),
      emits: ['alliance.founded'],
      refuses: ['no-agency', 'too-few-members', 'member-repeated', 'region-unknown', 'region-not-of-agency', 'identifier-unsound'],
    }),
    join: command(join, {
      input: Join,
      allow: foundersOfficer,
      emits: ['alliance.member-joined'],
      refuses: [
        'alliance-dissolved',
        'day-in-the-future',
        'before-it-began',
        'region-unknown',
        'region-not-of-agency',
        'identifier-unsound',
        'already-a-member',
        'members-full',
        'period-already-stated',
      ],
    }),
    leave: command(leave, {
      input: Leave,
      allow: foundersOfficer,
      emits: ['alliance.member-left', 'alliance.dissolved'],
      refuses: ['alliance-dissolved', 'member-unknown', 'day-in-the-future', 'before-it-began', 'period-already-stated'],
    }),
    agreeSharingRule: command(agreeSharingRule, {
      input: AgreeSharingRule,
      allow: foundersOfficer,
      emits: ['alliance.sharing-rule-agreed'],
      refuses: [
        'not-quarter-start',
        'period-outside-alliance',
        'member-repeated',
        'member-unknown',
        'share-missing',
        'sharing-not-whole',
        'period-already-stated',
      ],
    }),
    state: command(state, {
      input: StatePeriod,
      allow: foundersOfficer,
      emits: ['alliance.period-stated'],
      refuses: ['period-running', 'period-outside-alliance', 'period-already-stated', 'sharing-rule-missing', 'sharing-rule-outdated'],
    }),
    confirm: command(confirm, {
      input: Confirm,
      allow: membersOwn,
      emits: ['alliance.statement-confirmed', 'alliance.statement-finalised'],
      refuses: [...refusedToMembers, 'statement-disputed', 'already-confirmed'],
    }),
    dispute: command(dispute, {
      input: Dispute,
      allow: membersOwn,
      emits: ['alliance.statement-disputed'],
      refuses: [...refusedToMembers, 'already-disputed'],
    }),
    correct: command(correct, {
      input: Correct,
      allow: foundersOfficer,
      emits: ['alliance.statement-corrected'],
      refuses: ['statement-unknown', 'not-disputed', 'sharing-rule-missing', 'sharing-rule-outdated'],
    }),
  },
});
