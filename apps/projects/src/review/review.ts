import { reviewEvents } from '@xietong/contracts-projects';
import { type Access, agency, aggregate, command, create, type Lookup, officerOf, personAlone, role, theClock } from '@xietong/kernel';
import { z } from 'zod';
import { panelId } from '../panel/panel-id.ts';
import { accept } from './decide/accept.ts';
import { DeclareConflict, declareConflict, voidForConflict } from './decide/declare-conflict.ts';
import { Decline, decline } from './decide/decline.ts';
import { aroundInvitation, Invite, invite, inviteAgain } from './decide/invite.ts';
import { lapse } from './decide/lapse.ts';
import { applicationOf, Return, returnToExpert } from './decide/return.ts';
import { Score, score } from './decide/score.ts';
import { Withdraw, withdraw } from './decide/withdraw.ts';
import { dueAt } from './due.ts';
import { evolve } from './evolve.ts';
import { excerpt } from './excerpt.ts';
import { isOpen, isWithExpert, ReviewState } from './state.ts';

const nothing = z.strictObject({});
const itsOfficer = officerOf((s: ReviewState) => s.agency);
const itsExpert: Access<ReviewState> = {
  words: 'the expert who is invited',
  roles: ['expert'],
  permits: (actor, { expert }) => actor.kind === 'person' && actor.roles.includes('expert') && actor.id === expert,
};

export const Review = aggregate('review', {
  state: ReviewState,
  events: reviewEvents,
  evolve,
  agency: (s) => s.agency,
  // No other reviewer, and nobody who applies: the agency's staff, and the expert as long as he is in it.
  audience: (s) => [agency(s.agency), ...(isWithExpert(s) ? [personAlone(s.expert)] : [])],
  excerpt,
  keys: {
    status: (s) => s.status,
    call: (s) => s.call,
    agency: (s) => s.agency,
    expert: (s) => s.expert,
    area: (s) => s.content.area,
    total: (s) => (s.status === 'scored' ? s.assessment.total : undefined),
    dueBy: dueAt,
  },
  tags: {
    application: (s) => [s.application],
    awaitedFrom: (s) => (isOpen(s) ? [s.expert] : []),
    panel: ({ call, content: { area } }) => [panelId({ call, area })],
  },
  due: (s) => {
    const at = dueAt(s);
    return at && { at, command: 'lapse' };
  },
  deadlines: {
    names: ['answerBy', 'scoreBy'],
    title: ({ content }) => content.title,
    of: (s) => {
      if (s.status === 'invited') return [{ name: 'answerBy', at: s.answerBy }];
      return s.status === 'accepted' ? [{ name: 'scoreBy', at: s.scoreBy }] : [];
    },
  },
  commands: {
    invite: create(invite, {
      input: Invite,
      allow: role('officer'),
      gather: aroundInvitation,
      id: ({ application, expert }) => `${application}.${expert}`,
      emits: ['review.invited'],
      refuses: ['application-unknown', 'not-eligible', 'expert-unknown', 'expert-not-on-roster', 'expert-in-conflict'],
    }),
    inviteAgain: command(inviteAgain, {
      input: nothing,
      allow: itsOfficer,
      gather: (look: Lookup, _, { application, expert }: ReviewState) => aroundInvitation(look, { application, expert }),
      emits: ['review.invited'],
      refuses: ['review-under-way', 'application-unknown', 'not-eligible', 'expert-unknown', 'expert-not-on-roster', 'expert-in-conflict'],
    }),
    accept: command(accept, {
      input: nothing,
      allow: itsExpert,
      emits: ['review.accepted'],
      refuses: ['not-invited', 'review-overdue'],
    }),
    decline: command(decline, { input: Decline, allow: itsExpert, emits: ['review.declined'], refuses: ['review-not-open'] }),
    declareConflict: command(declareConflict, {
      input: DeclareConflict,
      allow: itsExpert,
      emits: ['review.conflict-declared'],
      refuses: ['expert-not-involved'],
    }),
    voidForConflict: command(voidForConflict, {
      input: DeclareConflict,
      allow: itsOfficer,
      emits: ['review.conflict-found'],
      refuses: ['expert-not-involved'],
    }),
    score: command(score, {
      input: Score,
      allow: itsExpert,
      emits: ['review.scored'],
      refuses: ['scored-already', 'not-accepted', 'review-overdue', 'scores-not-by-axes'],
    }),
    return: command(returnToExpert, {
      input: Return,
      allow: itsOfficer,
      gather: applicationOf,
      emits: ['review.returned'],
      refuses: ['not-scored', 'not-eligible'],
    }),
    withdraw: command(withdraw, { input: Withdraw, allow: itsOfficer, emits: ['review.withdrawn'], refuses: ['review-not-open'] }),
    lapse: command(lapse, { input: nothing, allow: theClock, emits: ['review.lapsed'], refuses: ['nothing-overdue'] }),
  },
});
