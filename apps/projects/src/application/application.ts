import { applicationEvents } from '@xietong/contracts-projects';
import {
  aReaction,
  agency,
  aggregate,
  applicantOf,
  command,
  create,
  directorOf,
  officerOf,
  org,
  role,
  roles,
  theClock,
} from '@xietong/kernel';
import { z } from 'zod';
import { panelId } from '../panel/panel-id.ts';
import { assessmentsOf } from './assessments.ts';
import { Approve, approve, aroundApproval } from './decide/approve.ts';
import { declareEligible } from './decide/declare-eligible.ts';
import { DeclareIneligible, declareIneligible } from './decide/declare-ineligible.ts';
import { callOf, Draft, draft } from './decide/draft.ts';
import { Edit, edit } from './decide/edit.ts';
import { escalate } from './decide/escalate.ts';
import { lapse } from './decide/lapse.ts';
import { object, ObjectTo } from './decide/object.ts';
import { publicise } from './decide/publicise.ts';
import { Refuse, refuseApplication } from './decide/refuse.ts';
import { remind } from './decide/remind.ts';
import { ResolveObjection, resolveObjection } from './decide/resolve-objection.ts';
import { Return, returnToApplicant } from './decide/return.ts';
import { shortlist } from './decide/shortlist.ts';
import { submit } from './decide/submit.ts';
import { Withdraw, withdraw } from './decide/withdraw.ts';
import { evolve } from './evolve.ts';
import { excerpt } from './excerpt.ts';
import { ApplicationState, isUndecided, partiesOf, wasHandedIn } from './state.ts';

const nothing = z.strictObject({});
const itsApplicant = applicantOf((s: ApplicationState) => [s.applicant]);
const itsOfficer = officerOf((s: ApplicationState) => s.agency);
const itsDirector = directorOf((s: ApplicationState) => s.agency);
const gather = (look: Parameters<typeof callOf>[0], _: object, state: ApplicationState) => callOf(look, state);

export const Application = aggregate('application', {
  state: ApplicationState,
  events: applicationEvents,
  evolve,
  agency: (s) => s.agency,
  // The agency reads what was handed in; until then it is the applicant's alone.
  audience: (s) => (wasHandedIn(s) ? [agency(s.agency), ...new Set([s.applicant, ...partiesOf(s)].map(org))] : [org(s.applicant)]),
  excerpt,
  keys: {
    status: (s) => s.status,
    call: (s) => s.call,
    agency: (s) => s.agency,
    applicant: (s) => s.applicant,
    area: (s) => s.content.area,
    title: (s) => s.content.title,
    submittedOn: (s) => ('clock' in s ? s.clock.countedFrom : undefined),
    // Nothing is approved while one is open.
    objection: (s) => (s.status === 'publicised' && s.publicity.objections.some(({ status }) => status === 'open') ? 'open' : undefined),
    decideBy: (s) => (isUndecided(s) ? s.clock.decideBy : undefined),
  },
  tags: {
    region: (s) => [...new Set(s.content.parties?.map(({ organisation }) => organisation.region) ?? [])],
    // A draft is none of the panel's business.
    panel: ({ status, call, content: { area } }) => (status === 'draft' || area === undefined ? [] : [panelId({ call, area })]),
  },
  due: (s) => {
    if (s.status === 'returned') return { at: s.returned.resubmitBy, command: 'lapse' };
    if (!isUndecided(s) || s.clock.escalated) return undefined;
    return s.clock.reminded ? { at: s.clock.decideBy, command: 'escalate' } : { at: s.clock.remindAt, command: 'remind' };
  },
  deadlines: {
    names: ['returned.resubmitBy', 'clock.decideBy'],
    title: ({ content, call }) => content.title ?? call,
    of: (s) => {
      if (s.status === 'returned') return [{ name: 'returned.resubmitBy', at: s.returned.resubmitBy }];
      return isUndecided(s) ? [{ name: 'clock.decideBy', at: s.clock.decideBy }] : [];
    },
  },
  commands: {
    draft: create(draft, {
      input: Draft,
      allow: role('applicant'),
      gather: callOf,
      emits: ['application.drafted'],
      refuses: ['no-organisation', 'call-unknown', 'call-not-open-yet', 'call-closed'],
    }),
    edit: command(edit, { input: Edit, allow: itsApplicant, emits: ['application.edited'], refuses: ['not-editable'] }),
    submit: command(submit, {
      input: nothing,
      allow: itsApplicant,
      gather,
      emits: ['application.submitted'],
      refuses: [
        'not-editable',
        'call-unknown',
        'call-closed',
        'resubmission-overdue',
        'content-missing',
        'party-repeated',
        'more-than-one-lead',
        'region-unknown',
        'identifier-unsound',
        'applicant-not-lead',
        'shares-not-whole',
        'ends-before-it-starts',
        'area-unknown',
        'currencies-mixed',
        'budget-exceeds-call',
        'kind-not-admitted',
        'region-not-admitted',
        'document-unknown',
        'document-missing',
      ],
    }),
    withdraw: command(withdraw, {
      input: Withdraw,
      allow: itsApplicant,
      emits: ['application.withdrawn'],
      refuses: ['application-ended'],
    }),
    return: command(returnToApplicant, {
      input: Return,
      allow: itsOfficer,
      emits: ['application.returned'],
      refuses: ['not-submitted'],
    }),
    lapse: command(lapse, { input: nothing, allow: theClock, emits: ['application.lapsed'], refuses: ['nothing-overdue'] }),
    declareEligible: command(declareEligible, {
      input: nothing,
      allow: itsOfficer,
      emits: ['application.declared-eligible'],
      refuses: ['not-submitted'],
    }),
    declareIneligible: command(declareIneligible, {
      input: DeclareIneligible,
      allow: itsOfficer,
      emits: ['application.declared-ineligible'],
      refuses: ['not-submitted'],
    }),
    shortlist: command(shortlist, {
      input: nothing,
      allow: aReaction,
      emits: ['application.shortlisted'],
      refuses: ['not-eligible'],
    }),
    publicise: command(publicise, {
      input: nothing,
      allow: itsOfficer,
      gather,
      emits: ['application.publicised'],
      refuses: ['not-shortlisted', 'call-unknown'],
    }),
    object: command(object, {
      input: ObjectTo,
      allow: role(...roles),
      emits: ['application.objected'],
      refuses: ['not-publicised', 'publicity-over', 'objections-full'],
    }),
    resolveObjection: command(resolveObjection, {
      input: ResolveObjection,
      allow: itsOfficer,
      emits: ['application.objection-resolved'],
      refuses: ['not-publicised', 'objection-unknown', 'objection-resolved'],
    }),
    approve: command(approve, {
      input: Approve,
      allow: itsDirector,
      gather: aroundApproval,
      emits: ['application.approved'],
      refuses: [
        'not-publicised',
        'objection-open',
        'objection-upheld',
        'publicity-running',
        'currencies-mixed',
        'grant-exceeds-budget',
        'number-taken',
      ],
    }),
    refuse: command(refuseApplication, {
      input: Refuse,
      allow: itsDirector,
      gather: assessmentsOf,
      emits: ['application.refused'],
      refuses: ['not-eligible'],
    }),
    remind: command(remind, {
      input: nothing,
      allow: theClock,
      emits: ['application.decision-reminded', 'application.decision-time-moved'],
      refuses: ['nothing-overdue'],
    }),
    escalate: command(escalate, {
      input: nothing,
      allow: theClock,
      emits: ['application.decision-escalated', 'application.decision-time-moved'],
      refuses: ['nothing-overdue'],
    }),
  },
});
