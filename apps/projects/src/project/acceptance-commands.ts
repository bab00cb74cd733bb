import { command, officerOf, theClock } from '@xietong/kernel';
import { z } from 'zod';
import { Accept, accept } from './decide/accept.ts';
import { AppointAcceptor, appointAcceptor } from './decide/appoint-acceptor.ts';
import { FollowUp, followUp } from './decide/follow-up.ts';
import { Reject, reject } from './decide/reject.ts';
import { remindFollowUp } from './decide/remind-follow-up.ts';
import { RequestAcceptance, requestAcceptance } from './decide/request-acceptance.ts';
import { acceptorsApplicant, officerOrLead, officerOrParticipant } from './who-may.ts';

/** The part of the command table that is about acceptance by a third party 验收 and the follow-ups 跟踪评价 after it. */
export const acceptanceCommands = {
  appointAcceptor: command(appointAcceptor, {
    input: AppointAcceptor,
    allow: officerOf((s) => s.registrar),
    emits: ['project.acceptor-appointed'],
    refuses: [
      'project-ended',
      'region-unknown',
      'identifier-unsound',
      'acceptor-unnumbered',
      'acceptor-participates',
      'acceptor-appointed-already',
    ],
  }),
  requestAcceptance: command(requestAcceptance, {
    input: RequestAcceptance,
    allow: officerOrLead,
    emits: ['project.acceptance-requested'],
    refuses: ['not-active', 'acceptance-requested-already', 'stop-undecided', 'milestones-unfinished'],
  }),
  accept: command(accept, {
    input: Accept,
    allow: acceptorsApplicant,
    emits: ['project.accepted'],
    refuses: ['not-active', 'no-verdict-awaited', 'stop-undecided', 'milestones-unfinished'],
  }),
  reject: command(reject, {
    input: Reject,
    allow: acceptorsApplicant,
    emits: ['project.rejected'],
    refuses: ['not-active', 'no-verdict-awaited'],
  }),
  followUp: command(followUp, {
    input: FollowUp,
    allow: officerOrParticipant,
    emits: ['project.followed-up'],
    refuses: ['no-follow-up-awaited', 'follow-up-too-early', 'currencies-mixed'],
  }),
  remindFollowUp: command(remindFollowUp, {
    input: z.strictObject({}),
    allow: theClock,
    emits: ['project.follow-up-reminded'],
    refuses: ['no-follow-up-overdue'],
  }),
};
