import {
  applicationApproved,
  type ApplicationContent,
  applicationDeclaredEligible,
  applicationDeclaredIneligible,
  applicationDecisionEscalated,
  applicationDecisionReminded,
  applicationDrafted,
  applicationEdited,
  applicationLapsed,
  applicationObjected,
  applicationObjectionResolved,
  applicationPublicised,
  applicationRefused,
  applicationReturned,
  applicationShortlisted,
  applicationSubmitted,
  applicationWithdrawn,
  type Assessment,
  callPublished,
  type DraftContentInput,
  type Party,
  type Registration,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { applicant, clock, director, exampleAttachment, given, officer, reaction, stateAfter } from '@xietong/testing';
import { Call } from '../call/call.ts';
import { agency, closed, publication, published } from '../call/example.fixture.ts';
import { Application } from './application.ts';

export { agency };
export const lead = 'CN-USCI:91331082MA00D034X0' as const;
export const callId = 'CN-331082.kjj.2026-01';
const call = stateAfter(Call, [published]);
/** By the axes and weights of the call's example: 80 × 40 % + 70 × 35 % + 90 × 25 % = 79 points. */
export const assessment: Assessment = {
  scores: [
    { axis: 'advancement', points: 80 },
    { axis: 'pull', points: 70 },
    { axis: 'feasibility', points: 90 },
  ],
  total: 79_00,
  comment: '路线清楚，数据充分 The way is clear and the data suffice',
};
/** What the reviews came to, and whether the project's number is taken, stands beside the call. */
export const toCall = { gathered: { call, assessments: [assessment], isNumberTaken: false } };
export const toClosedCall = { gathered: { call: stateAfter(Call, [published, closed]) } };
export const toNoCall = { gathered: { call: undefined } };
/** A call whose publicity would last so many working days. */
export const toCallWith = (changes: Partial<typeof publication>) => ({
  gathered: { call: stateAfter(Call, [callPublished({ agency, rules: '2025', ...publication, ...changes })]) },
});

// Tuesday, 10 March 2026, four in the afternoon at the agency.
export const now = '2026-03-10T08:00:00.000Z' as const;
export const byApplicant = { actor: applicant(lead), now, ...toCall } as const;
export const byOfficer = { actor: officer(agency), now, ...toCall } as const;
export const byDirector = { actor: director(agency), now, ...toCall } as const;
export const byReaction = { actor: reaction(agency), now } as const;
export const byClock = { actor: clock(), now } as const;

export const leading: Party = {
  role: 'lead',
  organisation: { id: lead, name: '临海市示范制造有限公司', region: 'CN-331082', kind: 'enterprise' },
  shareBasisPoints: 7000,
  tasks: '牵头实施 Leads the demonstration',
};
export const partnering: Party = {
  role: 'partner',
  organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50', kind: 'institute' },
  shareBasisPoints: 3000,
  tasks: 'Digital twin of the line',
};
export const content: ApplicationContent = {
  title: '数字孪生示范产线 Digital twin line',
  area: 'smart-manufacturing',
  summary: '在临海建设数字孪生示范产线。',
  goals: '良品率提高 5%。',
  parties: [leading, partnering],
  budget: { amount: 500_000_00, currency: 'CNY' },
  startsOn: '2026-07-01',
  endsOn: '2028-06-30',
  attachments: [{ document: 'feasibility', attachment: exampleAttachment('00000000-0000-4000-8000-000000000017') }],
};
/** The same as it is sent: files by their ids. */
export const contentInput: DraftContentInput = {
  ...content,
  attachments: content.attachments?.map(({ document, attachment: { id } }) => ({ document, attachment: id })),
};

export const drafted = applicationDrafted({ call: callId, agency, applicant: lead, rules: '2025', content });
export const edited = applicationEdited({ content: { ...content, title: 'Another title' } });
/** 30 working days after 10 March 2026, with the holidays of April and May: 22 April; the 20th is 8 April. */
export const time = { remindAt: '2026-04-08T16:00:00.000Z', decideBy: '2026-04-22T16:00:00.000Z', provisional: false } as const;
export const submitted = applicationSubmitted({ content, countedFrom: '2026-03-10', usedWorkingDays: 0, ...time });
export const withdrawn = applicationWithdrawn({ reason: '合作方退出 The partner left' });
export const returned = applicationReturned({
  reason: '请补充目标 Say what is aimed at',
  usedWorkingDays: 3,
  resubmitBy: '2026-03-27T16:00:00.000Z',
  provisional: false,
});
export const lapsed = applicationLapsed({ resubmitBy: returned.data.resubmitBy });
export const eligible = applicationDeclaredEligible({});
export const ineligible = applicationDeclaredIneligible({ reason: '牵头单位有失信记录 The lead has a record' });
export const shortlisted = applicationShortlisted({});
export const publicised = applicationPublicised({ endsAt: '2026-03-17T16:00:00.000Z', provisional: false });
export const objected = applicationObjected({ no: 1, grounds: '与已有项目重复 The same was granted before' });
export const dismissed = applicationObjectionResolved({ no: 1, upheld: false, finding: '查无实据 Not found' });
export const upheld = applicationObjectionResolved({ no: 1, upheld: true, finding: '情况属实 Found true' });
export const registration: Registration = {
  number: '2026-017',
  title: content.title,
  field: content.area,
  call: callId,
  application: 'this',
  signedOn: '2026-03-18',
  startsOn: content.startsOn,
  endsOn: content.endsOn,
  participants: [
    {
      no: 1,
      organisation: { id: lead, name: leading.organisation.name, region: 'CN-331082' },
      role: 'lead',
      amount: { amount: 280_000_00, currency: 'CNY' },
    },
    {
      no: 2,
      organisation: { id: partnering.organisation.id, name: 'SINTEF AS', region: 'NO-50' },
      role: 'partner',
      amount: { amount: 120_000_00, currency: 'CNY' },
    },
  ],
};
/** Decided on 18 March, the first day after the publicity, and on the day on which it was handed in. */
export const approved = applicationApproved({
  granted: { amount: 400_000_00, currency: 'CNY' },
  late: false,
  usedWorkingDays: 6,
  assessments: [assessment],
  registration,
});
export const refused = applicationRefused({
  reason: '名额已满 The quota is full',
  late: false,
  usedWorkingDays: 0,
  assessments: [assessment],
});
export const reminded = applicationDecisionReminded({ decideBy: time.decideBy });
export const escalated = applicationDecisionEscalated({ decideBy: time.decideBy });

export const onTheList = [drafted, submitted, eligible, shortlisted];
export const inPublicity = [...onTheList, publicised];
/** Publicity is over by then, the time for the decision is not. */
export const afterPublicity = '2026-03-17T16:00:00.000Z' as const;

/** An application with this history, and its applicant before it, with the call as it was published. */
export const application = (...history: EventOf<typeof Application.events>[]) => given(Application, history, byApplicant);
